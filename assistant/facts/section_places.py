"""In which part of a document something is said, and which part that is: its headings, its number."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.mentions import Mention, best_mention, clause_with
from assistant.facts.rows import Fitted
from assistant.facts.section_rows import document_parts, heading_evidence
from assistant.facts.weighing import unheard_mass, weighed
from assistant.labels import document_label
from assistant.reading.ask import Ask
from corpus.document import Document, Heading
from corpus.facts import Evidence, Library
from corpus.place import Place

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["part_number", "speaking_part"]

_HEARD = frozenset({"outline", "where", "mentions"})


def speaking_part(ask: Ask, index: "Index") -> list[Candidate]:
    """The part of the document that speaks of the words best, where a part or a place is asked for."""
    library = index.library
    if not _HEARD & ask.heard:
        return []
    found = [one for document in ask.where.documents if (one := best_mention(document, ask, library))]
    best = max((one for one in found if one.evidence.place.path), key=lambda one: one.share, default=None)
    if best is None:
        return []
    features = {
        "match": best.share,
        "own": best.share,
        "margin": 0.0,
        "meaning": 0.0,
        "agree": float("outline" in ask.heard),
        "filled": 1.0,
        "unheard": unheard_mass(ask, best.share, index),
        "part": 1.0,
    }
    draft = Draft(AnswerKind.FACT, (_statement(best, ask, library),))
    return [Candidate(ask, draft, features, best.evidence.place.path[-1:])]


def part_number(found: Sequence[Fitted], ask: Ask, index: "Index") -> list[Candidate]:
    """Which of the parts of its document the best section is, where that is asked for."""
    if "number" not in ask.heard or not found:
        return []
    row = found[0].row
    heads = [one.evidence for one in document_parts(row.document, index.library)[0]]
    if row.evidence[0] not in heads:
        return []
    at = heads.index(row.evidence[0]) + 1
    said = Statement(f"“{row.name}”是正文{len(heads)}个部分中的第{at}个。", tuple(heads), frozenset({at}))
    features = weighed(found[:1], found[1:], ask, index, agree=1.0)
    return [Candidate(ask, Draft(AnswerKind.FACT, (said,)), features, (row.name,))]


def _statement(found: Mention, ask: Ask, library: Library) -> Statement:
    place = found.evidence.place
    label = f"{document_label(library, place.document_id)}：" if len(ask.where.documents) > 1 else ""
    headings = list(_headings(place, library.document(place.document_id)))
    path = "的".join(f"“{one.quote}”" for one in headings)
    clause = clause_with(found.evidence.quote, ask, library)
    return Statement(f"{label}在{path}部分：{clause}。", (found.evidence, *headings))


def _headings(place: Place, document: Document) -> Iterator[Evidence]:
    """The headings above a place, as they can be quoted."""
    for block in document.blocks:
        at = len(block.place.path)
        above = at < len(place.path) and block.place.path == place.path[:at] and block.place.line <= place.line
        if isinstance(block, Heading) and above and place.path[at].endswith(block.title):
            yield heading_evidence(block)

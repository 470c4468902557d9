"""Who does a thing in each place: the units of the task of every document in scope that speaks most of it. Reads no
question.
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.comparing.meant import documents_compared
from assistant.draft import Draft, Statement
from assistant.facts.rows import Fitted, Row
from assistant.facts.task_found import Found, best, candidate, fit
from assistant.facts.task_rows import are_marked, evidence_of, task_of, task_scope
from assistant.facts.task_say import others_of, text_of
from assistant.facts.task_select import selected
from assistant.facts.task_words import task_name
from assistant.labels import document_label
from assistant.reading.ask import Ask, Want
from assistant.reading.words import terms_of
from corpus.facts import Library
from indexing.index import Index

PEOPLE = frozenset({Want.LEAD, Want.RESPONSIBLE, Want.WHO})
_SPEAKS, _NEAR = 0.6, 0.35
"""A task that holds such a share of what the best of any place holds speaks of the thing, or of something near it."""
_ROWS = 2
"""So many rows of one task are told where others lead them."""
_UNITS = 5
"""So many units of a task are named where none leads."""


def compared_people(ask: Ask, index: Index) -> list[Candidate]:
    """Who leads or is responsible for what the words name, place by place; [] where units are not asked for, or no task
    holds any of the words.
    """
    library = index.library
    if not PEOPLE & set(ask.want) or not terms_of(ask.where.words, library).mass:
        return []
    found = {one: _best(ask.about(documents=(one,)), index) for one in documents_compared(ask, library)}
    most = max((one.own for one in found.values() if one), default=0.0)
    if not most:
        return []
    shares = {document: one.own / most if one else 0.0 for document, one in found.items()}
    ordered = sorted(found, key=lambda one: (shares[one] < _NEAR, shares[one] < _SPEAKS))
    draft = Draft(AnswerKind.COMPARISON, tuple(_said(one, found[one], shares[one], ask, library) for one in ordered))
    told = tuple(one.rows[0] for document, one in found.items() if one and shares[document] >= _NEAR)
    speaking = sum(share >= _SPEAKS for share in shares.values())
    whole = Found(told, max(one.match for one in found.values() if one), most, 0.0, 0.0)
    features = {"shared": float(speaking > 1), "stated": speaking / len(found), "people": 1.0}
    return [candidate(ask, draft, whole, **features)]


def _best(ask: Ask, index: Index) -> Found | None:
    """The rows of the task of one document that holds most of the words, the one that fits best first; of its table
    where that holds as many.
    """
    scope = task_scope(ask, index.library)
    fits = [fit(selected(rows, ask, index.library), ask, index) for rows in (scope.rows, scope.clauses)]
    each = [_first_of(sorted(some, key=lambda one: (-one.own, -one.score))) for some in fits if some]
    return max(filter(None, each), key=lambda one: one.own, default=None)


def _first_of(fits: Sequence[Fitted]) -> Found | None:
    found = best(fits)
    first = fits[0].row
    return replace(found, rows=(first, *(row for row in found.rows if row is not first))) if found else None


def _said(document: str, found: Found | None, share: float, ask: Ask, library: Library) -> Statement:
    label = document_label(library, document)
    if found is None or share < _NEAR:
        return Statement(f"{label}：文件未提及由谁负责。", ())
    by_units: dict[str, Row] = {}
    for row in found.rows:
        by_units.setdefault(_units(row, ask, library), row)
    first, *others = by_units.items()
    shown = [first, *(one for one in others if text_of(one[1], Want.LEAD))][:_ROWS]
    near = "" if share >= _SPEAKS else "相近的是"
    said = "；".join(f"{task_name(task_of(row))}{units}" for units, row in shown)
    return Statement(f"{label}：{near}{said}。", evidence_of([row for _, row in shown], library, header=True))


def _units(row: Row, ask: Ask, library: Library) -> str:
    """由A牵头, or the units responsible, with a word on that the document tells no leads where these are asked for."""
    lead, others = text_of(row, Want.LEAD), others_of(task_of(row))
    if lead:
        beside = (
            "" if set(ask.want) == {Want.LEAD} else "，".join(_named(role, units) for role, units in others.items())
        )
        return f"由{lead}牵头{'，' if beside else ''}{beside}"
    told = "，".join(_named(role, units) for role, units in others.items() if units) or "未写责任单位"
    if Want.LEAD not in ask.want:
        return told
    return f"{told}（{'没有标明' if are_marked(row.document, library) else '没有区分'}牵头单位）"


def _named(role: str, units: Sequence[str]) -> str:
    return f"{role}为{'、'.join(units[:_UNITS])}{'等' if len(units) > _UNITS else ''}" if units else ""

"""What lies nearest to a question of all that the documents print, as the learnt match sees it: fields and terms of
documents, cells and rows of any table, windows of prose; and the documents that these stand in. Knows no grammar.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import numpy as np

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.closeness import closeness
from assistant.draft import Draft, Statement
from assistant.facts.document_rows import FIELD_NAMES, document_rows
from assistant.facts.evidence import distinct
from assistant.facts.metadata import field_statement
from assistant.facts.record_rows import RecordTable
from assistant.facts.record_saying import cell_words, record_statement
from assistant.facts.record_tables import record_tables
from assistant.facts.rows import unheard_mass
from assistant.pieces import Told
from assistant.prose.answering import windows_to_candidate
from assistant.prose.choosing import alike
from assistant.prose.ranking import Ranked, ranked
from assistant.reading.ask import Ask, Fold, Subject, Want
from assistant.reading.words import pairs, terms_of
from assistant.validity import today
from corpus.facts import Evidence, Library

if TYPE_CHECKING:
    from indexing.index import Index

WHOLE = "nearest.whole"
"""The feature of a row or a head that is shown whole."""

_PRINTED, _TERMS, _WINDOWS = 4, 2, 2
"""So many fields and cells, terms and windows are offered."""
_LOOKED = 150
"""So many of the best windows are looked at."""
_DOCUMENTS = 2
_FIELDS = (Want.DOC_NUMBER, Want.ISSUER, Want.WRITTEN_ON, Want.VALID, Want.REPEALS, Want.INTERPRETER, Want.BASED_ON)
_CARD = _FIELDS[:5]
_LONGEST_FIELD = 120
_MARKS, _SHORT = '“”"（）()', 2
_KINDS = {subject: f"{subject} {Fold.SHOW}" for subject in Subject}


@dataclass(frozen=True, slots=True)
class _Printed:
    """A cell, a row or a field: what it is, whose, the words that it is found by, and how it is said."""

    subject: Subject
    want: tuple[str, ...]
    name: str
    words: str
    said: Callable[[], Statement]


@dataclass(frozen=True, slots=True)
class _Document:
    """All that is printed in the tables, the head and the foot of a document."""

    each: tuple[_Printed, ...]
    told: Told
    kinds: tuple[str, ...]


def answer_nearest(ask: Ask, found: Sequence[Ranked], index: "Index") -> list[Candidate]:
    """The nearest cells and fields in scope and the nearest of the windows found, each by itself."""
    if not ask.gist:
        return []
    return [*_printed(ask, index), *_windows(ask, found, index)]


def nearest_documents(ask: Ask, index: "Index") -> list[Candidate]:
    """The document with the best window, and the best two; says of no other that it is silent."""
    found = ranked(replace(ask, gist=ask.where.words), index)
    best: dict[str, Ranked] = {}
    for one in found:
        best.setdefault(one.window.place.document_id, one)
    first = [*best.values()][:_DOCUMENTS]
    return [_of_documents(first[: at + 1], found, ask, index) for at in range(len(first))]


def _of_documents(told: Sequence[Ranked], found: Sequence[Ranked], ask: Ask, index: "Index") -> Candidate:
    made, windows = windows_to_candidate(told[:1], found, ask, index), [one.window for one in told]
    titles = tuple(index.library.document(one.place.document_id).metadata.title for one in windows)
    lines = (
        Statement(f"《{title}》：{one.text}", one.evidence, items=one.items)
        for title, one in zip(titles, windows, strict=True)
    )
    behind = told[-1].score - told[0].score
    features = {**made.features, "nearest": told[0].score, "nearest.behind": behind, "nearest.place": len(told) - 1.0}
    return Candidate(ask, Draft(AnswerKind.LIST, tuple(lines)), features, titles)


def _printed(ask: Ask, index: "Index") -> Iterator[Candidate]:
    """The nearest fields and cells, and the nearest terms, those named in full together."""
    library, near = index.library, closeness()
    terms = terms_of(ask.where.words, library)
    scored = [
        (score, document, one)
        for document in ask.where.documents or library.documents
        if (printed := _printed_in(document, library, today())).each
        for score, one in zip(near.near(ask.gist, printed.told, printed.kinds), printed.each, strict=True)
    ]
    best = sorted(scored, key=lambda one: -one[0])
    meanings = [one for one in best if one[-1].subject is Subject.DEFINITIONS]
    named = [one for one in meanings if one[-1].name in ask.where.words or one[-1].name in ask.where.quoted][:_TERMS]
    others = [one for one in best if one[-1].subject is not Subject.DEFINITIONS][:_PRINTED]
    together = [named] if len(named) > 1 else [[one] for one in meanings[:_TERMS]]
    for at, group in enumerate([*([one] for one in others), *together]):
        score, document, one = group[0]
        names, said = tuple(each.name for *_, each in group), tuple(each.said() for *_, each in group)
        is_term = one.subject is Subject.DEFINITIONS
        own = pairs(" ".join(names) if is_term else said[0].text)
        words = " ".join(each.words for *_, each in group)
        match = terms.coverage(own | pairs(words) | pairs(library.document(document).metadata.title))
        features = {
            "match": match,
            "own": terms.coverage(own),
            "filled": 1.0,
            **(_of_terms(names, match, ask, index) if is_term else {}),
            "nearest": score,
            "nearest.behind": score - best[0][0],
            "nearest.place": at / _PRINTED,
            WHOLE: float(len(one.want) != 1),
        }
        meant = replace(ask, subject=one.subject, want=one.want)
        yield Candidate(meant, Draft(AnswerKind.FACT, said), features, names)


def _of_terms(names: Sequence[str], match: float, ask: Ask, index: "Index") -> dict[str, float]:
    """What tells of terms whether they are those asked for."""
    said = pairs(" ".join((ask.where.words, *ask.where.quoted)))
    named = min(len(pairs(one) & said) / max(1, len(pairs(one))) for one in names)
    return {"agree": float("meaning" in ask.heard), "name": named, "unheard": unheard_mass(ask, match, index)}


def _windows(ask: Ask, found: Sequence[Ranked], index: "Index") -> Iterator[Candidate]:
    looked = found[:_LOOKED]
    scores = closeness().scores(ask.gist, [(_KINDS[Subject.PROSE], one.window.text) for one in looked])
    for at in _apart(looked, np.argsort(-np.array(scores), kind="stable").tolist()):
        made = windows_to_candidate([looked[at]], found, ask, index)
        features = {**made.features, "nearest": scores[at], "nearest.behind": scores[at] - max(scores)}
        yield replace(made, features=features)


def _apart(looked: Sequence[Ranked], order: Sequence[int]) -> list[int]:
    """The first few that do not say the same."""
    chosen: list[int] = []
    for at in order:
        if not any(alike(looked[at], looked[other]) for other in chosen):
            chosen.append(at)
        if len(chosen) == _WINDOWS:
            break
    return chosen


@lru_cache(maxsize=256)
def _printed_in(document: str, library: Library, _day: date) -> _Document:
    """The same all day: terms run out."""
    tables = [one for one in record_tables(library) if one.document == document]
    cells = (cell for one in tables for cell in _cells_of(one))
    each = (*_fields_of(document, library), *_terms_of(document, library), *cells)
    kinds = tuple(_KINDS[one.subject] for one in each)
    return _Document(each, closeness().told(one.words for one in each), kinds)


def _cells_of(one: RecordTable) -> Iterator[_Printed]:
    """Each cell of each row, and the rows."""
    for record in (*one.records, *one.totals[:1]):
        if not one.called(record):
            continue
        around = "".join(dict.fromkeys([record.section, *(record.text(at) for at in one.categories)]))
        cells = {
            at: f"{one.label(at)}：{cell_words(record, at, one)}" for at in (*one.categories, *one.numbers, *one.texts)
        }
        for columns, words in (*(((at,), cell) for at, cell in cells.items()), ((), "；".join(cells.values()))):
            yield _Printed(
                Subject.RECORDS,
                tuple(map(one.label, columns)),
                one.called(record),
                f"{around}{one.called(record)}——{words}。{one.table.caption}",
                partial(record_statement, record, columns, "", one),
            )


def _terms_of(document: str, library: Library) -> Iterator[_Printed]:
    """Each term that the document says the meaning of."""
    for one in library.facts[document].definitions:
        if one.meaning.endswith("：") and not one.members:
            continue  # what it means stands in the list that it announces
        bare = one.term.strip(_MARKS)
        term = bare.removesuffix("是") if len(bare) > _SHORT else bare
        text = f"“{term}”指{'：' if one.members else ''}{'；'.join(one.members) or one.meaning.rstrip('。')}。"
        said = partial(Statement, text, (Evidence(quote=one.quote, place=one.place),))
        yield _Printed(Subject.DEFINITIONS, (Want.MEANING,), term, text, said)


def _fields_of(document: str, library: Library) -> Iterator[_Printed]:
    """Each field of the head and foot, and a card of them all."""
    row, title = document_rows(library)[document], library.document(document).metadata.title
    told = {want: field_statement(row, want, library) for want in _FIELDS}
    said = {want: one for want, one in told.items() if one and one.evidence and len(one.text) <= _LONGEST_FIELD}
    card = tuple(want for want in _CARD if want in said)
    for wants in [*((want,) for want in said), *([card] if len(card) > 1 else [])]:
        text = "".join(said[want].text for want in wants)
        evidence = distinct(item for want in wants for item in said[want].evidence)
        names = "、".join(FIELD_NAMES[want] for want in wants)
        statement = partial(Statement, f"《{title}》：{text}", evidence)
        yield _Printed(Subject.METADATA, wants, row.name, f"{title}——{names}：{text}", statement)

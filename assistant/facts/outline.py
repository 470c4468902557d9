"""Headings as a tree: the parts of a document, and what stands under a heading."""

import re
from collections.abc import Sequence
from itertools import chain, pairwise

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct, header_evidence
from assistant.facts.rows import Fitted, Row, fitted, weighed
from assistant.facts.section_rows import (
    counted_as,
    document_parts,
    item_rows,
    kind_of,
    list_rows,
    row_parts,
    row_text,
    section_rows,
)
from assistant.facts.sections import Listed, Section
from assistant.labels import document_label
from assistant.reading.ask import Ask
from assistant.reading.words import pairs
from corpus.facts import Evidence, Library
from indexing.index import Index

_SECTIONS = 2
_FEWEST, _TAILS = 3, (2, 1)
"""So many titles that end alike are of one kind, and by so many of their last characters they are known."""
_NUMBER = re.compile(r"\d{1,3}(?=[.．、])")
_ROOM = 200
"""Characters of what a section says in prose."""


def answer_outline(ask: Ask, index: Index) -> list[Candidate]:
    """What the last answer listed and is pointed at, or the part with the number asked for; else the sections and lists
    whose titles fit the words, and the parts of the whole.
    """
    documents = ask.where.documents
    if picked := _picked(ask, index.library):
        return [_of_sections(ask, picked, fitted(picked, ask, index), index)]
    numbered = [one for document in documents for one in _numbered(ask, document, index.library)]
    if numbered:
        return [_of_sections(ask, numbered, (), index)]
    return [*_of_words(ask, index), *_of_kind(ask, index), *_whole(ask, index)]


def _said(row: Row, ask: Ask, library: Library) -> list[Statement]:
    """What a heading or a list holds: how many parts, and which; else its text."""
    parts = row_parts(row, library)
    if len(parts) > 1:
        announced = f"{row.name.removesuffix(f'{len(parts)}项')}，"
        return [_listed(f"“{row.name}”" if isinstance(row.fact, Section) else announced, parts, row.evidence, ask)]
    return [Statement(_ended(one.quote), (one,)) for one in row_text(row, _ROOM)]


def _ended(words: str) -> str:
    """Words with a stop at their end: an item may be printed without."""
    bare = words.rstrip("；;，,、 ")
    return bare if bare.endswith(("。", "！", "？", "：")) else f"{bare}。"


def _picked(ask: Ask, library: Library) -> list[Row]:
    """The rows of the headings and items of lists that a turn before has shown and this one points at."""
    found: list[Row] = []
    for words in ask.where.picked:
        documents = ask.where.documents
        headings = (row for one in documents for row in section_rows(one, library) if row.name == words and _says(row))
        items = (row for one in documents for row in item_rows(one, library) if row.text.startswith(words))
        found += [row for row in (next(chain(headings, items), None),) if row]
    return found


def _numbered(ask: Ask, document_id: str, library: Library) -> list[Row]:
    """The rows of the parts, or annexes, with the numbers of the ask."""
    parts, annexes = document_parts(document_id, library)
    chosen = [parts[at - 1] for at in ask.where.ordinals if at <= len(parts)] if not ask.where.annexes else []
    chosen += [annexes[at - 1] for at in ask.where.annexes if at <= len(annexes)]
    known = {row.evidence[0]: row for row in section_rows(document_id, library)}
    return [known[one.evidence] for one in chosen if one.evidence in known]


def _of_words(ask: Ask, index: Index) -> list[Candidate]:
    """The headings, and the lists that words announce, that hold most of the words."""
    found = []
    for rows_of in (section_rows, list_rows):
        rows = [row for one in ask.where.documents for row in rows_of(one, index.library) if _says(row)]
        best = [one for one in fitted(rows, ask, index) if one.own > 0]
        best.sort(
            key=lambda one: (-round(one.own, 3), -_share_named(one.row, ask), len(one.row.evidence[0].place.path))
        )
        found += [_of_sections(ask, [one.row], [one], index, best[at + 1 :]) for at, one in enumerate(best[:_SECTIONS])]
    return found


def _says(row: Row) -> bool:
    section = row.fact
    return not isinstance(section, Section) or bool(section.children or section.paragraphs)


def _of_sections(
    ask: Ask,
    rows: Sequence[Row],
    group: Sequence[Fitted],
    index: Index,
    others: Sequence[Fitted] = (),
) -> Candidate:
    library = index.library
    statements: list[Statement] = []
    for row in rows:
        said = _said(row, ask, library) or [_table(row, library)]
        statements += _one_line(document_label(library, row.document), said) if len(rows) > 1 else said
    listed = float(any("共" in one.text for one in statements))
    name = max((_share_named(row, ask) for row in rows), default=0.0)
    features = weighed(group, others, ask, index, agree=_asked(ask), filled=listed or 0.5, name=name, listed=listed)
    if not group:
        features |= {"match": 1.0, "own": 1.0, "name": 1.0}
    draft = Draft(AnswerKind.LIST, tuple(statements))
    return Candidate(ask, draft, features, tuple(row.name for row in rows))


def _table(row: Row, library: Library) -> Statement:
    """The columns of the table that stands under a heading without words of its own."""
    heading = row.evidence[0]
    for table in library.document(row.document).tables:
        if table.place.path[-1:] == (heading.quote,):
            columns = "、".join(column.name for column in table.columns)
            return Statement(f"“{row.name}”是一张表，各列为：{columns}。", (heading, header_evidence(table)))
    return Statement(f"“{row.name}”。", row.evidence)


def _one_line(label: str, said: Sequence[Statement]) -> list[Statement]:
    text = "".join(one.text for one in said)
    return [Statement(f"{label}：{text}", distinct(item for one in said for item in one.evidence))]


def _of_kind(ask: Ask, index: Index) -> list[Candidate]:
    """Those of the parts of the one document in scope whose titles end as the words do (落户奖, 人才奖: 哪几类奖)."""
    alone = len(ask.where.documents) == 1 and not ask.where.picked
    parts, _ = document_parts(ask.where.documents[0], index.library) if alone else ([], [])
    chosen = [one for one in parts if any(one.title[-long:] in ask.where.words for long in _TAILS)]
    if not _FEWEST <= len(chosen) < len(parts):
        return []
    known = {row.evidence[0]: row for row in section_rows(ask.where.documents[0], index.library)}
    group = fitted([known[one.evidence] for one in chosen if one.evidence in known], ask, index)
    name = max((_share_named(one.row, ask) for one in group), default=0.0)
    features = weighed(group, (), ask, index, agree=_asked(ask), name=name, listed=1.0)
    return [Candidate(ask, Draft(AnswerKind.LIST, (_listed("以此为题的", chosen, (), ask, of=parts),)), features)]


def _whole(ask: Ask, index: Index) -> list[Candidate]:
    """The parts and annexes of the one document in scope."""
    library = index.library
    parts, annexes = document_parts(ask.where.documents[0], library) if len(ask.where.documents) == 1 else ([], [])
    if not parts:
        return []
    names = "；".join(one.title for one in annexes)
    beside = [Statement(f"另有附件：{names}。", tuple(one.evidence for one in annexes))] if annexes else []
    draft = Draft(AnswerKind.LIST, (_listed("正文", parts, (), ask, counted="个部分"), *beside))
    features = weighed((), (), ask, index, agree=_asked(ask), whole=1.0, named=float(ask.where.named))
    return [Candidate(ask, draft, features, (document_label(library, ask.where.documents[0]),))]


def _listed(
    head: str,
    parts: Sequence[Listed],
    own: Sequence[Evidence],
    ask: Ask,
    *,
    counted: str = "项",
    of: Sequence[Listed] = (),
) -> Statement:
    """How many parts there are and which; where a total is asked for, also of those below them, and below all parts
    that they are some `of`.
    """
    names = tuple(one.title for one in parts)
    count = f"共{len(parts)}{counted_as(parts) or counted}" if len(parts) > 1 else "只有"
    asked = "total" in ask.heard and all(one.below for one in parts)
    below = [item for one in parts for item in one.below] if asked else []
    every = [item for one in of for item in one.below] if len(below) > len(parts) else []
    last = _last_number(every) or len(every)
    whole = f"（全文{last}条）" if last > len(below) else ""
    deeper = f"，下面一共{len(below)}{counted_as(below) or '条'}{whole}" if len(below) > len(parts) else ""
    evidence = (
        *own,
        *(item for one in parts for item in (one.evidence, *one.beside)),
        *(one.evidence for one in every or below),
    )
    text = f"{head}{count}{deeper}：{'；'.join(names)}。"
    return Statement(text, distinct(evidence), frozenset({len(below), last}), names)


def _last_number(every: Sequence[Listed]) -> int:
    """The number of the last where they are numbered through, whatever they stand below; else 0."""
    numbers = [int(found[0]) if (found := _NUMBER.match(one.evidence.quote)) else 0 for one in every]
    through = all(before < number for before, number in pairwise(numbers))
    return numbers[-1] if numbers and numbers[0] and through else 0


def _asked(ask: Ask) -> float:
    return float("outline" in ask.heard)


def _share_named(row: Row, ask: Ask) -> float:
    """The share of a title, or of what the headings below it are, that stands in the words."""
    said = pairs(" ".join((ask.where.words, *ask.where.quoted)))
    kind = kind_of(row.fact) if isinstance(row.fact, Section) else ""
    return max(len(title & said) / len(title) if title else 0.0 for title in (pairs(row.name), pairs(kind)))

"""Which documents are of an issuer, a year, a kind and a level: told by their heads, counted and listed."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.document_rows import field_evidence
from assistant.facts.evidence import distinct
from assistant.facts.measuring import keeps
from assistant.facts.rows import Row, fitted, weighed
from assistant.reading.ask import Ask, Head, HeadField
from assistant.reading.heads import issuers_of
from assistant.reading.words import terms_of
from assistant.versions import year_of_issue
from corpus.document import Document
from corpus.facts import Evidence, Library
from corpus.folding.dates import day_to_text
from corpus.target import Bound
from indexing.index import Index

_YEAR = re.compile(r"〔(\d{4})〕")
_BRACKETS = re.compile(r"[（(\[][^（()）]{0,20}[)）\]]\s?$")
_NAMES = {HeadField.ISSUER: "发文机关", HeadField.YEAR: "发文年份", HeadField.KIND: "文种", HeadField.LEVEL: "级别"}
_SAID = {HeadField.ISSUER: "由{}印发", HeadField.YEAR: "{}印发", HeadField.KIND: "{}类", HeadField.LEVEL: "{}级"}
_BOUNDS = {Bound.GT: "以后", Bound.GE: "以来", Bound.LT: "以前"}


def documents_with_heads(ask: Ask, rows: Sequence[Row], index: Index) -> list[Candidate]:
    """Those of the documents whose heads say what is asked; that none does of those whose heads tell."""
    if not rows:
        return []
    found = {row.document: _holds(row, ask.where.heads, index.library) for row in rows}
    held = [row for row in rows if found[row.document]]
    untold = [row for row in rows if found[row.document] is None]
    features = _features(held, ask, index)
    if not held:
        told = f"写明了{_fields(ask)}的" if untold else "库内的"
        message = f"{told}{len(rows) - len(untold)}份文件中没有{_conditions(ask)}的。"
        outcome = NoAnswer(RefusalReason.NOT_IN_CORPUS, "".join((message, *(one.text for one in _beside(ask, untold)))))
        return [Candidate(ask, outcome, features)] if len(untold) < len(rows) else []
    draft = Draft(AnswerKind.LIST, (_count(ask, held), *map(_line, held), *_beside(ask, untold)))
    return [Candidate(ask, draft, features, tuple(row.name for row in held))]


def _features(held: Sequence[Row], ask: Ask, index: Index) -> dict[str, float]:
    """Where no words are left beside the conditions, the documents that meet these fit wholly."""
    rows, named = fitted(held, ask, index, meaning=False), float(ask.where.named)
    found = weighed(rows, (), ask, index, agree=1.0, listed=1.0, named=named)
    worded = terms_of(ask.where.words, index.library).items
    return found if worded else {**found, "match": 1.0, "own": 1.0, "margin": 1.0}


def _count(ask: Ask, held: Sequence[Row]) -> Statement:
    evidence = distinct(item for row in held for item in _of_heads(row, ask))
    return Statement(f"{_conditions(ask)}的文件共{len(held)}份：", evidence, frozenset({len(held)}))


def _of_heads(row: Row, ask: Ask) -> list[Evidence]:
    document = _document(row)
    fields = {HeadField.ISSUER: ("issuer",), HeadField.YEAR: ("written_on", "printed_on", "doc_number")}
    asked = [field for head in ask.where.heads for field in fields.get(head.field, ())]
    return [item for field in asked for item in field_evidence(document, field)]


def _line(row: Row) -> Statement:
    """A document by its title, 文号 and day."""
    document = _document(row)
    meta = document.metadata
    field = "written_on" if meta.written_on else "printed_on"
    day = getattr(meta, field)
    beside = "，".join(filter(None, (meta.doc_number, day and day_to_text(day))))
    told = [item for one in ("title", "doc_number", field) for item in field_evidence(document, one)]
    return Statement(f"《{meta.title}》{f'（{beside}）' if beside else ''}。", distinct(told))


def _beside(ask: Ask, untold: Sequence[Row]) -> list[Statement]:
    """Those whose heads do not tell, which may be meant as well."""
    if not untold:
        return []
    titles = "、".join(f"《{_BRACKETS.sub('', _document(row).metadata.title)}》" for row in untold)
    return [Statement(f"另有{len(untold)}份没有写明{_fields(ask)}，未计入：{titles}。", (), frozenset({len(untold)}))]


def _fields(ask: Ask) -> str:
    return "、".join(dict.fromkeys(_NAMES[one.field] for one in ask.where.heads))


def _conditions(ask: Ask) -> str:
    """What is asked of the heads, field by field."""
    told: dict[HeadField, list[str]] = {}
    for one in ask.where.heads:
        told.setdefault(one.field, []).append(_year(one) if one.field is HeadField.YEAR else one.value)
    return "、".join(_SAID[field].format("、".join(values)) for field, values in told.items())


def _year(head: Head) -> str:
    """A year; one that only bounds those meant stands in no head, and is not told."""
    return f"{head.value}年" if head.bound is Bound.EQ else f"所问年份{_BOUNDS[head.bound]}"


def _holds(row: Row, heads: Sequence[Head], library: Library) -> bool | None:
    """Whether a head says what is asked, one of several values of a field; None where it does not tell."""
    fields = dict.fromkeys(head.field for head in heads)
    told = [_any(_document(row), [head for head in heads if head.field is field], library) for field in fields]
    return False if False in told else None if None in told else True


def _any(document: Document, heads: Sequence[Head], library: Library) -> bool | None:
    told = [_says(document, head, library) for head in heads]
    return True if True in told else None if None in told else False


def _says(document: Document, head: Head, library: Library) -> bool | None:
    meta = document.metadata
    match head.field:
        case HeadField.ISSUER:
            forms = issuers_of(library)[document.id]
            return head.value in forms if forms else None
        case HeadField.YEAR:
            years = _years(document)
            return any(keeps(Decimal(year), head.bound, Decimal(head.value)) for year in years) if years else None
        case HeadField.KIND:
            return _BRACKETS.sub("", meta.title.rstrip("》")).endswith(head.value)
        case HeadField.LEVEL:
            return meta.level == head.value if meta.level else None


def _years(document: Document) -> set[int]:
    """The year that a document is of: of its day, else of its 文号."""
    if year := year_of_issue(document):
        return {year}
    return {int(one) for one in _YEAR.findall(document.metadata.doc_number or "")}


def _document(row: Row) -> Document:
    """The document that a row was made of."""
    if not isinstance(row.fact, Document):
        raise TypeError(f"no document behind the row {row.name}")
    return row.fact

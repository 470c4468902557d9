"""Records in words, with what they rest on. Knows no asks."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from assistant.draft import Statement
from assistant.facts.evidence import distinct, header_evidence, row_evidence
from assistant.facts.folding import Term
from assistant.facts.measuring import number_words
from assistant.facts.record_rows import EMPTY, Record, RecordTable
from corpus.facts import Evidence
from corpus.quoting import squeeze
from corpus.table import Row, Table

_LONGEST_CELL = 110
_CLAUSE = re.compile(r"[，,；;。]")


def evidence_of(records: Sequence[Record], one: RecordTable) -> tuple[Evidence, ...]:
    """The rows, those that print their merged cells, and the header of their table."""
    rows = chain.from_iterable(_printed_rows(record, one) for record in records)
    return distinct((*rows, header_evidence(one.table)))


@lru_cache(maxsize=4096)
def _printed_rows(record: Record, one: RecordTable) -> tuple[Evidence, ...]:
    """The rows of a record, each before those that print its merged cells."""
    rows = (row for own in record.rows for row in (own, *_printing(own, one.table)))
    return tuple(map(row_evidence, rows))


def rows_evidence(records: Iterable[Record]) -> tuple[Evidence, ...]:
    """The rows alone: what is counted, or printed as a total."""
    return tuple(row_evidence(row) for record in records for row in record.rows)


def _printing(row: Row, table: Table) -> list[Row]:
    """The rows that print the cells which `row` shares with them."""
    carried = [(at, cell.text) for at, cell in enumerate(row.cells) if cell.carried]
    printed = (next((other for other in table.rows if _prints(other, at, text)), None) for at, text in carried)
    return [other for other in printed if other is not None]


def _prints(row: Row, at: int, text: str) -> bool:
    return at < len(row.cells) and row.cells[at].text == text and not row.cells[at].carried


def cell_words(record: Record, at: int, one: RecordTable) -> str:
    """A cell for a sentence: numbers with their unit, long texts cut at a mark."""
    text = squeeze(record.text(at)).rstrip("。；;")
    if text in EMPTY:
        return "文件未写"
    quantity = one.quantity(record, at) if at in one.numbers else None
    if quantity is not None and re.fullmatch(r"[\d.,]+", text):
        return number_words(quantity.value, quantity.unit)
    return text if len(text) <= _LONGEST_CELL else _cut(text)


def _cut(text: str) -> str:
    found = [mark.end() for mark in _CLAUSE.finditer(text[:_LONGEST_CELL])]
    return text[: found[-1] - 1 if found else _LONGEST_CELL] + "……"


def record_statement(record: Record, columns: Sequence[int], clause: str, one: RecordTable) -> Statement:
    """One record with the columns asked for, and the clause of a long cell that says the rest."""
    clauses = _clauses(record, clause, one) if clause else []
    shown = columns if columns or clauses else (*one.categories, *one.numbers, *one.texts)
    said = [f"{one.label(at)}：{cell_words(record, at, one)}" for at in shown] + clauses
    return Statement(f"{one.called(record)}——{'；'.join(said)}。", evidence_of([record], one))


def _clauses(record: Record, pattern: str, one: RecordTable) -> list[str]:
    """The clauses of the long cells that hold what is asked; that it is not written where none does."""
    clauses = [part.strip() for at in one.texts for part in _CLAUSE.split(squeeze(record.text(at)))]
    found = [part for part in clauses if re.search(pattern, part)]
    return ["，".join(dict.fromkeys(found))] if found else []


def listed(records: Sequence[Record], one: RecordTable, columns: Sequence[int] = ()) -> str:
    """The names, with a column or a few in brackets."""
    return "；".join(one.called(record) + _aside(record, one, columns) for record in records)


def counted(records: Sequence[Record], one: RecordTable, columns: Sequence[int] = ()) -> str:
    """How many they are, and their names; where several rows have one name and nothing is said of each, the names."""
    names = dict.fromkeys(one.called(record) for record in records)
    if columns or len(names) == len(records):
        return f"共{len(records)}个：{listed(records, one, columns)}。"
    return f"共{len(names)}个（{len(records)}行）：{'；'.join(names)}。"


def _aside(record: Record, one: RecordTable, columns: Sequence[int]) -> str:
    if not columns:
        return ""
    cells = [cell_words(record, at, one) for at in columns]
    labels = [f"{one.label(at)}" if len(columns) > 1 else "" for at in columns]
    return "（" + "，".join(label + cell for label, cell in zip(labels, cells, strict=True)) + "）"


def kind_word(one: RecordTable) -> str:
    """What the records are called: 项目 of 项目名称, else 条."""
    name = re.sub(r"名称|名$", "", one.column(one.name))
    return name if 1 < len(name) <= 4 else "记录"


def values_head(values: Sequence[tuple[int, str]], *, without: bool) -> str:
    """The values that records share, or that they do not have."""
    told = "、".join(f"“{value}”" for _, value in values)
    return f"{told}以外" if told and without else told


@lru_cache(maxsize=8192)
def to_term(record: Record, at: int, one: RecordTable) -> Term | None:
    """A number cell as a term of arithmetic; None where it is none."""
    quantity = one.quantity(record, at)
    if quantity is None:
        return None
    said = cell_words(record, at, one)
    ranged = quantity.high is not None
    return Term(one.called(record), quantity.value, quantity.unit, said, evidence_of([record], one), ranged)

"""Answers from tables of records: filter, count, rank, add up, look up. Knows no table by name."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.ranks import rank_asked, rank_words
from assistant.fact_answers.record_details import measured_clauses, rows_with_words, sets_condition
from assistant.fact_answers.record_search import asked_columns, named_rows, rows_by_number
from assistant.fact_answers.record_tables import RecordTable, cell_number, record_tables
from assistant.fact_answers.record_words import cell_words, column_name, column_unit, record_words
from assistant.fact_answers.target_words import number_words
from assistant.fact_answers.task_choice import counted_tasks
from assistant.facts.evidence import header_evidence, row_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from assistant.understanding.likeness import text_to_grams, weights_of
from assistant.understanding.topic import with_official_words
from corpus.facts import Evidence, Library
from corpus.quoting import compact
from corpus.table import Row

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_from_records"]

_LIST_WORDS = re.compile(r"清单|项目(?!标)|名单|一览表|目录")
_TASKS = re.compile(r"任务(?!.{0,6}项目)")
"""A list of tasks is another list than that of records, where the document has one."""
_KIND = re.compile(r".{0,2}(?:项目|名单|清单|目录|一览)")
"""What a caption says its records are: 重大项目."""
_FIRST = re.compile(r"前([一二两三四五六七八九十\d]{1,2})(?:大|名|位|个|项)?")
_NUMBERS = {character: value for value, character in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_SMALLEST = re.compile(r"(?:最|第[二三四五])[小少低]")
_COUNTING = re.compile(r"(?:几|多少)(?:个|项|家)|数量|总数")
_NAMING = re.compile(r"哪|列出|分别|有什么|名称")
_ADDED = re.compile(r"合计|[合加]起来|一共|总共|之和|总和")
_KNOWN = 0.72
_FEW = 3
_MOST_SUMMED = 24


def answer_from_records(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """What a list of projects or the like says: by number, by name, by value, by size."""
    library = index.library
    table = _table(query, library)
    if table is None:
        return None
    if len(query.ordinals) == 1 and table.seq is not None:
        return _numbered(query.ordinals[0], table, library)
    rows, words = _filtered(query, table)
    if _ranks(query, table):
        return _ranked(query, table, rows, words)
    by_number = rows_by_number(query.text, rows, table)
    if by_number is not None:
        return _with_numbers(by_number, words, table)
    named = named_rows(query.text, table, library)
    if named and not words:
        return _added(query, table, named) or _looked_up(query, table, named)
    if _sums(query, table):
        return _summed(table, rows, words)
    if words or _COUNTING.search(query.text):
        return _listed(query, table, rows, words, library) if words or _is_about_all(query) else None
    return None


def _table(query: Query, library: Library) -> RecordTable | None:
    """The table asked about: of the documents in scope, with words of its kind in the question, the best by caption."""
    tables = [one for one in record_tables(library) if one.document in query.documents]
    if query.annexes:
        tables = [one for one in tables if not one.table.place.path or _is_annex(one, query.annexes)]
    told = [one for one in tables if _is_meant(query, one, library)]
    return told[0] if len(told) == 1 else None


def _is_annex(one: RecordTable, annexes: Sequence[int]) -> bool:
    heads = "".join(compact(part) for part in one.table.place.path)
    return "附件" not in heads or any(f"附件{number}" in heads for number in annexes)


def _is_meant(query: Query, one: RecordTable, library: Library) -> bool:
    """Whether the question speaks of the list, of one of its columns' values, or of one of its records."""
    if _TASKS.search(query.text) and counted_tasks(library, [one.document]):
        return False
    if _LIST_WORDS.search(query.text) and (
        query.ordinals or _filtered(query, one)[1] or _names_caption(query, one, library)
    ):
        return True
    if named_rows(query.text, one, library):
        return True
    by_number = rows_by_number(query.text, one.rows, one) is not None
    return "项目" in query.text and (_ranks(query, one) or _sums(query, one) or by_number)


def _ranks(query: Query, one: RecordTable) -> bool:
    """Whether the largest or smallest is asked for, or the first few, by a column of numbers."""
    ranked = query.operation is Operation.EXTREME or bool(_FIRST.search(query.text))
    return ranked and any(
        column_name(at, one) in compact(query.text) or re.search(rf"[大小]|{column_name(at, one)[-2:]}最", query.text)
        for at in one.numbers
    )


def _names_caption(query: Query, one: RecordTable, library: Library) -> bool:
    given = text_to_grams(query.text)
    kind = _KIND.search(compact(one.table.caption))
    return kind is not None and weights_of(library).coverage(text_to_grams(kind[0]), given) > _KNOWN


def _filtered(query: Query, one: RecordTable) -> tuple[list[Row], list[str]]:
    """The rows with the category values and the words of long cells that the question names, and these."""
    text = compact(with_official_words(query.text)) + compact(query.text)
    rows, words = list(one.rows), []
    for column in one.categories:
        named = [value for value in one.values(column) if value in text]
        longest = [value for value in named if not any(value != other and value in other for other in named)]
        if longest and len(longest) < len(one.values(column)):
            rows = [row for row in rows if one.text(row, column) in longest]
            words += longest
    held, word = rows_with_words(query.text, rows, one)
    return (held, [*words, word]) if held else (rows, words)


def _numbered(number: int, one: RecordTable, library: Library) -> Draft | NoAnswer:
    found = [row for row in one.rows if one.number(row) == number]
    if found:
        return Draft(AnswerKind.FACT, (Statement(record_words(found[0], one), _evidence(found, one)),))
    last = one.rows[-1]
    count = f"{document_label(library, one.document)}的“{one.table.caption}”只有{one.number(last)}项"
    message = f"{count}，没有第{number}项；最后一项是{one.text(last, one.name)}。"
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, (row_evidence(last),))


def _looked_up(query: Query, one: RecordTable, rows: Sequence[Row]) -> Draft | None:
    """The asked columns of the named records; without a named column their categories and numbers."""
    columns = asked_columns(query.text, one)
    measured = [(row, said) for row in rows[:_FEW] if (said := measured_clauses(query.text, row, one))]
    if measured:
        return Draft(AnswerKind.FACT, tuple(_told(row, said, one) for row, said in measured))
    if not columns and not re.search(r"情况|信息|什么项目|类别|面积|多大|进展|状态", query.text):
        return None
    columns = columns or [*one.categories, *one.numbers]
    values = [(row, "，".join(f"{column_name(at, one)}：{cell_words(row, at, one)}" for at in columns)) for row in rows]
    return Draft(AnswerKind.FACT, tuple(_told(row, said, one) for row, said in values[:_FEW]))


def _told(row: Row, said: str, one: RecordTable) -> Statement:
    return Statement(f"{one.text(row, one.name)}——{said}。", _evidence([row], one))


def _ranked(query: Query, one: RecordTable, rows: Sequence[Row], words: Sequence[str]) -> Draft | None:
    """The largest or smallest records by the number column, ties included."""
    column = one.numbers[0]
    valued = [(value, row) for row in rows if (value := cell_number(one.text(row, column))) is not None]
    if not valued:
        return None
    first = _FIRST.search(query.text)
    wanted = (_NUMBERS.get(first[1]) or int(first[1])) if first else 1
    lowest = bool(_SMALLEST.search(query.text))
    valued.sort(key=lambda pair: pair[0], reverse=not lowest)
    values, rank = [value for value, _ in valued], rank_asked(query.text)
    border = values[min(wanted, len(values)) - 1]
    best = [(value, row) for value, row in valued if (value <= border if lowest else value >= border)]
    if rank > 1:
        asked = list(dict.fromkeys(values))[:rank][-1]
        best = [(value, row) for value, row in valued if value == asked]
    head = f"{'、'.join(words)}项目中" if words else ""
    listed = "；".join(
        f"{one.text(row, one.name)}（{number_words(value, column_unit(column, one))}）" for value, row in best
    )
    text = f"{head}{column_name(column, one)}{rank_words(rank)}{'小' if lowest else '大'}的是{listed}。"
    return Draft(AnswerKind.FACT, (Statement(text, _evidence([row for _, row in best], one)),))


def _sums(query: Query, one: RecordTable) -> bool:
    return (
        bool(one.numbers)
        and (query.operation is Operation.SUM or "合计" in query.text)
        and bool(re.search(r"面积|规模|投资|金额|多少平", query.text))
    )


def _summed(one: RecordTable, rows: Sequence[Row], words: Sequence[str]) -> Draft | None:
    """The number column added up over the chosen rows; the printed total where all are meant."""
    column = one.numbers[0]
    if not words and one.total is not None:
        printed = next((number for cell in one.total.cells if (number := cell_number(cell.text)) is not None), None)
        if printed is not None:
            text = f"{column_name(column, one)}合计{number_words(printed, column_unit(column, one))}。"
            return Draft(AnswerKind.FACT, (Statement(text, (row_evidence(one.total),)),))
    values = [number for row in rows if (number := cell_number(one.text(row, column))) is not None]
    if not 1 < len(values) <= _MOST_SUMMED:
        return None
    total = number_words(sum(values, Decimal(0)), column_unit(column, one))
    addition = "+".join(map(number_words, values))
    text = f"{'、'.join(words)}项目{column_name(column, one)}合计{total}（{addition}={total}）。"
    return Draft(AnswerKind.CALCULATION, (Statement(text, _evidence(rows, one)),))


def _added(query: Query, one: RecordTable, rows: Sequence[Row]) -> Draft | None:
    """The numbers of several named records added up, where that is asked for."""
    if len(rows) < 2 or not _ADDED.search(query.text):
        return None
    return _summed(one, rows, [one.text(row, one.name) for row in rows])


def _with_numbers(rows: Sequence[Row], words: Sequence[str], one: RecordTable) -> Draft:
    """The records whose number is as asked, with their numbers."""
    column = one.numbers[0]
    head = f"{'、'.join(words)}{column_name(column, one)}符合条件的项目"
    if not rows:
        return Draft(AnswerKind.LIST, (Statement(f"没有{head}。", (header_evidence(one.table),)),))
    names = "；".join(f"{one.text(row, one.name)}（{cell_words(row, column, one)}）" for row in rows)
    return Draft(AnswerKind.LIST, (Statement(f"{head}共{len(rows)}个：{names}。", _evidence(rows, one)),))


def _is_about_all(query: Query) -> bool:
    counts = query.operation in {Operation.COUNT, Operation.VALUE, Operation.SUM}
    return counts and bool(_LIST_WORDS.search(query.text)) and not sets_condition(query.text)


def _listed(query: Query, one: RecordTable, rows: Sequence[Row], words: Sequence[str], library: Library) -> Draft:
    """How many, and which unless only the number is asked for."""
    head = (
        f"{'、'.join(f'“{word}”' for word in words)}的" if words else document_label(library, one.document) + "清单中的"
    )
    if not rows:
        return Draft(AnswerKind.LIST, (Statement(f"没有{head}项目。", (header_evidence(one.table),)),))
    if not words or (_COUNTING.search(query.text) and not _NAMING.search(query.text)):
        evidence = tuple(map(row_evidence, rows)) if words else (row_evidence(one.rows[-1]),)
        return Draft(AnswerKind.FACT, (Statement(f"{head}项目共{len(rows)}个。", evidence),))
    names = "；".join(one.text(row, one.name) for row in rows)
    return Draft(AnswerKind.LIST, (Statement(f"{head}项目共{len(rows)}个：{names}。", _evidence(rows, one)),))


def _evidence(rows: Sequence[Row], one: RecordTable) -> tuple[Evidence, ...]:
    return (*(row_evidence(row) for row in rows), header_evidence(one.table))

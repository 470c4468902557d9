"""Records in words: a column's name and unit, a cell, a whole record. Knows no questions."""

import re

from assistant.fact_answers.record_tables import RecordTable, cell_number
from assistant.fact_answers.target_words import number_words
from corpus.quoting import compact
from corpus.table import Row

__all__ = ["cell_words", "column_name", "column_unit", "record_words"]

_LONGEST_CELL = 110


def record_words(row: Row, one: RecordTable) -> str:
    """A record by name, categories and numbers."""
    told = [one.text(row, column) for column in one.categories]
    told += [f"{column_name(column, one)}{cell_words(row, column, one)}" for column in one.numbers]
    return f"第{one.number(row)}项是{one.text(row, one.name)}（{'，'.join(told)}）。"


def cell_words(row: Row, column: int, one: RecordTable) -> str:
    """A cell for a sentence: numbers with their unit, long texts cut."""
    text = one.text(row, column)
    number = cell_number(text)
    return (
        number_words(number, column_unit(column, one))
        if number is not None and column in one.numbers
        else text[:_LONGEST_CELL]
    )


def column_name(at: int, one: RecordTable) -> str:
    """The printed name of a column, without its unit."""
    return re.sub(r"[(（].*?[)）]", "", compact(one.table.columns[at].path[-1]))


def column_unit(at: int, one: RecordTable) -> str:
    """The unit in brackets behind a column's name; empty where there is none."""
    found = re.search(r"[(（]([^()（）]{1,8})[)）]", compact(one.table.columns[at].path[-1]))
    return found[1] if found else ""

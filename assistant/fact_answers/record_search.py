"""Which records of a table a question is about (by name, part of a name, number) and which columns. Words no answer."""

import re
from collections.abc import Sequence

from assistant.fact_answers.conditions import number_condition
from assistant.fact_answers.record_details import each_named
from assistant.fact_answers.record_tables import RecordTable, cell_number
from assistant.fact_answers.record_words import column_name, column_unit
from assistant.understanding.likeness import text_to_grams, weights_of
from corpus.facts import Library
from corpus.quoting import compact
from corpus.table import Row
from indexing.words import characters

__all__ = ["asked_columns", "named_rows", "rows_by_number"]

_NAMED = 0.72
_TELLING = 2.6
"""The weight of a part of a name that hardly anything else in the corpus holds: three rare characters."""
_ASKS_KIND = re.compile(r"什么类别|哪一?类|什么阶段|哪一?步|哪个阶段|进展|状态|类别")
_SHORTEST, _LONGEST = 3, 12
_SAID = re.compile(
    r"(?:不少于|不低于|至少|达到|超过|大于|多于|高于|超|不超过|低于|少于|不足|不到|小于|正好)\d[\d.]{0,8}[万亿]?(?:平方米|平米|方)?"
    r"|\d[\d.]{0,8}[万亿]?(?:平方米|平米|方)?(?:及)?以[上下]"
)


def named_rows(text: str, one: RecordTable, library: Library) -> list[Row]:
    """The rows whose name the question gives nearly in full, else those with the telling part of a name it gives; all
    those that it enumerates (A、B、C三个区).
    """
    found = [_called(variant, one, library) for variant in each_named(text) or [text]]
    return [row for row in one.rows if any(row in rows for rows in found)] if all(found) else []


def asked_columns(text: str, one: RecordTable) -> list[int]:
    """The columns whose names, or the end of whose names, stand in the question."""
    text = compact(text)
    others = [at for at in range(len(one.table.columns)) if at not in (one.seq, one.name)]
    exact = [at for at in others if column_name(at, one) in text]
    if exact:
        return exact
    asks_size = [at for at in one.numbers if re.search(r"面积|多大|多少平", text)]
    asks_kind = [at for at in one.categories if _ASKS_KIND.search(text)]
    return [*asks_kind, *asks_size]


def _called(text: str, one: RecordTable, library: Library) -> list[Row]:
    weights = weights_of(library)
    given = text_to_grams(text)
    scored = [(weights.coverage(text_to_grams(_bare(one.text(row, one.name))), given), row) for row in one.rows]
    best = max((score for score, _ in scored), default=0.0)
    if best >= _NAMED:
        return [row for score, row in scored if score == best]
    part = _telling_part(text, one, library)
    return [row for row in one.rows if part in compact(one.text(row, one.name))] if part else []


def rows_by_number(text: str, rows: Sequence[Row], one: RecordTable) -> list[Row] | None:
    """The rows whose number is as the question says; None where it sets no condition on the column of numbers."""
    holds = number_condition(text) if _SAID.search(text) else None
    if holds is None or not one.numbers or column_name(one.numbers[0], one)[-2:] not in text:
        return None
    column, unit = one.numbers[0], column_unit(one.numbers[0], one)
    return [row for row in rows if (number := cell_number(one.text(row, column))) is not None and holds(number, unit)]


def _telling_part(text: str, one: RecordTable, library: Library) -> str:
    """The longest run of the question that stands at the beginning of one name and in no other text of the corpus."""
    names = [compact(one.text(row, one.name)) for row in one.rows]
    runs = (
        text[at : at + length] for length in range(_LONGEST, _SHORTEST - 1, -1) for at in range(len(text) - length + 1)
    )
    weights = weights_of(library)
    for run in runs:
        held = [name for name in names if run in name]
        if held and len(held) <= 2 and weights.sum(frozenset(characters(run))) >= _TELLING:
            return run
    return ""


def _bare(name: str) -> str:
    """A name without the words that people leave out."""
    return re.sub(r"建设项目|建设工程|工程$|项目$|建设$", "", compact(name)) or name

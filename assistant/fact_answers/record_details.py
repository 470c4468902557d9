"""What the long cells of records say: a place or word the question sets as a condition, a measure it asks for.

Knows no columns' names and words no answer.
"""

import re
from collections.abc import Sequence

from assistant.fact_answers.record_tables import RecordTable
from corpus.quoting import compact
from corpus.table import Row

__all__ = ["each_named", "measured_clauses", "rows_with_words", "sets_condition"]

_MARK = re.compile(r"位于|地处|坐落(?:于|在)?|涉及|提到|写明|写到|包含")
_END = re.compile(r"的|有|[,?。、]|项目|且|[一总]共|共|几|多少|$")
_SHORTEST, _LONGEST = 2, 16
_CLAUSE = re.compile(r"[,，;；。]")
_COUNTED = re.compile(r"(?:几|多少)个?([层亩米间套台部])")
_TALL = re.compile(r"多高|高度|几米高")
_HEIGHT = re.compile(r"高[^,，]{0,4}\d")
_ITEM = r"(?:[A-Za-z]|\d{1,2}|[一二三四五六七八九东南西北])"
_EACH = re.compile(
    rf"(?P<items>{_ITEM}(?:[、,和及与]{_ITEM}){{1,9}})(?:这?[两三四五六七八九]个?)?(?P<kind>[区期号幢座栋块])"
)


def each_named(text: str) -> list[str]:
    """`text` once for every member of an enumeration that shares one word (A、B、C三个区: A区, B区, C区)."""
    found = _EACH.search(text)
    if found is None:
        return []
    items = re.findall(_ITEM, found["items"])
    return [f"{text[: found.start()]}{item}{found['kind']}{text[found.end() :]}" for item in items]


def rows_with_words(text: str, rows: Sequence[Row], one: RecordTable) -> tuple[list[Row], str]:
    """The rows whose long cells hold what the question says they hold (位于…的), and these words."""
    columns = [at for at in range(len(one.table.columns)) if at not in (one.seq, *one.categories, *one.numbers)]
    for mark in reversed(list(_MARK.finditer(text))):
        for words in _openings(text[mark.end() :]):
            held = [row for row in rows if any(words in compact(one.text(row, at)) for at in columns)]
            if held:
                return held, words
    return [], ""


def sets_condition(text: str) -> bool:
    """Whether a question says what the records are to hold (位于, 提到)."""
    return bool(_MARK.search(text))


def measured_clauses(text: str, row: Row, one: RecordTable) -> str:
    """The clauses of a record's long cells that count what the question asks to have counted (多少层, 多高)."""
    units = _COUNTED.findall(text)
    asked = [re.compile(rf"\d\s?{unit}") for unit in units] + ([_HEIGHT] if _TALL.search(text) else [])
    cells = [one.text(row, at) for at in range(len(row.cells)) if at not in (one.seq, one.name, *one.numbers)]
    clauses = [clause.strip() for cell in cells for clause in _CLAUSE.split(cell)]
    return "，".join(clause for clause in clauses if any(pattern.search(clause) for pattern in asked))


def _openings(text: str) -> list[str]:
    """The beginnings of `text` that end where a phrase may end, the longest first."""
    ends = {found.start() for found in _END.finditer(text[: _LONGEST + 1])}
    return [text[:end] for end in sorted(ends, reverse=True) if end >= _SHORTEST]

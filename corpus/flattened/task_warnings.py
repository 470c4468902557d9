"""What looks wrong in the cells of a task table, said in Chinese for the coverage report. Changes nothing."""

from collections.abc import Iterator, Sequence

from corpus.flattened.cell_costs import is_deadline
from corpus.flattened.header_words import Kind
from corpus.flattened.unit_grammar import Lexicon, name_cost, text_to_names
from corpus.grid import GridRow

_DOUBTFUL = 1.5
_ENDS = ("。", "；", "！", "？", "”", "）", ";")


def rows_to_warnings(
    rows: Sequence[GridRow], names: Sequence[str], kinds: Sequence[Kind], lexicon: Lexicon
) -> Iterator[str]:
    """Cells in which nothing was read, no unit name, no date, or a sentence without its end where others have one."""
    columns = [[row.cells[index].text for row in rows] for index in range(len(kinds))]
    for index, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        if not any(columns[index]) and kind is not Kind.NOTE:
            yield f"“{name}”一列是空的"
    stops = _uses_stops(
        [text for kind, texts in zip(kinds, columns, strict=True) if kind is Kind.PROSE for text in texts]
    )
    for number, row in enumerate(rows, 1):
        for index, cell in enumerate(row.cells):
            if any(columns[index]) and not cell.carried:
                for doubt in _doubts(kinds[index], cell.text, lexicon, stops=stops):
                    yield f"第{number}行“{names[index]}”{doubt}"


def _uses_stops(texts: Sequence[str]) -> bool:
    return 2 * sum(text.endswith(_ENDS) for text in texts) > len(texts)


def _doubts(kind: Kind, text: str, lexicon: Lexicon, *, stops: bool) -> Iterator[str]:
    if not text:
        if kind is not Kind.NOTE:
            yield "没有读出"
    elif kind is Kind.UNITS:
        yield from (f"的“{name}”不像单位名" for name in text_to_names(text) if name_cost(name, lexicon) >= _DOUBTFUL)
        if " " in text:
            yield "的单位之间没有顿号，按换行分开"
    elif kind is Kind.DEADLINE and not is_deadline(text):
        yield f"的“{text}”不像时限"
    elif kind is Kind.PROSE and stops and not text.endswith(_ENDS):
        yield "没有句末标点，可能没有写完"

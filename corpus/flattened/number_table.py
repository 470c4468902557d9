"""A number table from its header to its last row: names, figures, columns, checksum, one Grid.

Tries every place where the header may end and the first row's name begin, and keeps the cheapest.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.flattened.alignment import Alignment, Row, align, is_rate
from corpus.flattened.column_names import ColumnNames, pieces_to_names, tokens_to_pieces
from corpus.flattened.evidence import Evidence
from corpus.flattened.header_pieces import names_rate
from corpus.flattened.layout import lines_cost
from corpus.flattened.notes import notes_below
from corpus.flattened.number_regions import NumberRegion, is_figure
from corpus.flattened.number_rows import NumberRow, is_total, tokens_to_number_rows
from corpus.flattened.tokens import Token, lines_to_tokens
from corpus.flattened.unit_grammar import name_cost
from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.table import Cell, Column

_MOST_LABEL_PIECES = 4
_TOO_MANY = 6.0
_TOO_FEW = 3.0
_SHARED_RATE = 0.5
_SURE = 1.5


@dataclass(frozen=True, slots=True)
class _Split:
    """One way to take the table apart: where its rows begin, what its columns are called, and what that costs."""

    rows: tuple[NumberRow, ...]
    names: ColumnNames
    header: tuple[Token, ...]
    cost: float


def region_to_number_grid(lines: Sequence[Line], region: NumberRegion, evidence: Evidence) -> Grid | None:
    """The table in `region`; None where its words and figures do not read as one (fewer than two rows)."""
    tokens = lines_to_tokens(lines, region.header, region.last)
    splits = list(_splits(tokens, region.figures, evidence))
    if not splits:
        return None
    split = min(splits, key=lambda each: each.cost)
    total = next((index for index, row in enumerate(split.rows) if is_total(row.name)), None)
    count = len(split.names.paths)
    alignment = align([row.values for row in split.rows], total, count, _named_rates(split.names))
    merged = _merged_columns(alignment.rows, total)
    kept = [index for index in range(len(split.rows)) if index not in (*alignment.unreadable, *alignment.unsure)]
    if len(kept) < 2:
        return None
    notes, last = notes_below(lines, region.last, len(lines))
    return Grid(
        caption=region.caption,
        unit_note=region.unit_note,
        columns=(Column(path=(split.names.stub,)), *(Column(path=path) for path in split.names.paths)),
        rows=tuple(_grid_rows(lines, split.rows, alignment, merged, kept)),
        notes=notes,
        first=region.first,
        last=last,
        header_start=split.header[0].start,
        header_end=split.header[-1].end,
        warnings=tuple(_warnings(split, alignment, merged, total)),
        stages={"tokens": tuple(tokens), "names": split.names, "rows": split.rows, "alignment": alignment},
    )


def _splits(tokens: Sequence[Token], figures_line: int, evidence: Evidence) -> Iterator[_Split]:
    first_figure = next(i for i, token in enumerate(tokens) if token.line >= figures_line and is_figure(token.text))
    same_line = sum(1 for token in tokens[:first_figure] if token.line >= figures_line)
    for size in range(max(1, same_line), min(_MOST_LABEL_PIECES, first_figure - 1) + 1):
        start = first_figure - size
        rows = tuple(tokens_to_number_rows(tokens[start:]))
        for count in _counts(rows):
            names = pieces_to_names(tokens_to_pieces(tokens[:start]), _rates(rows, count), evidence)
            if names is not None:
                cost = names.cost + _label_cost(rows, evidence) + _count_cost(rows, names)
                yield _Split(rows, names, tuple(tokens[:start]), cost)


def _label_cost(rows: Sequence[NumberRow], evidence: Evidence) -> float:
    """How unlike a name the first row's is, and how unlike those of the rows below it."""
    name, others = rows[0].name, [row.name for row in rows[1:]]
    cost = name_cost(name, evidence.lexicon) + lines_cost(rows[0].label, None, prose=False)
    cost += 0.0 if name.isalnum() else 5.0
    cost += 0.0 if any(other[-1] == name[-1] for other in others) else 1.0
    return cost + 0.3 * min((abs(len(other) - len(name)) for other in others), default=0)


def _counts(rows: Sequence[NumberRow]) -> list[int]:
    """How many columns of figures there may be: as many as some row prints, or one more than most rows do."""
    printed = Counter(len(row.figures) for row in rows)
    return sorted({*printed, printed.most_common(1)[0][0] + 1})


def _count_cost(rows: Sequence[NumberRow], names: ColumnNames) -> float:
    """How badly the rows' figures fit the number of columns."""
    printed = [sum(map(is_rate, row.values)) for row in rows]
    named = len(_named_rates(names)) if any(printed) else 0
    rates = max(named, *printed)
    return sum(
        _row_cost(len(names.paths) - len(row.figures), own, rates) for row, own in zip(rows, printed, strict=True)
    )


def _row_cost(missing: int, own_rates: int, rates: int) -> float:
    """Too few figures are right where rows share the merged cell of a rate; else they are an error, as too many are."""
    if missing < 0:
        return _TOO_MANY
    if missing + own_rates > rates:
        return _TOO_FEW
    return _SHARED_RATE if missing else (rates - own_rates) * 1.0


def _rates(rows: Sequence[NumberRow], count: int) -> list[bool | None]:
    """Of every column whether it holds percentages, where a row prints a figure in each; else not known."""
    full = next((row for row in rows if len(row.figures) == count), None)
    return [is_rate(value) for value in full.values] if full else [None] * count


def _named_rates(names: ColumnNames) -> set[int]:
    return {column for column, path in enumerate(names.paths) if names_rate(path[-1])}


def _merged_columns(rows: Sequence[Row], total: int | None) -> set[int]:
    """The columns of which most rows print nothing below one that does, or all but one: a merged cell."""
    merged: set[int] = set()
    for column in range(len(rows[0])):
        printed = [row[column] is not None for index, row in enumerate(rows) if index != total]
        empty = printed.count(False)
        if (printed[0] and empty >= max(1, printed.count(True))) or (printed.count(True) == 1 and empty > 1):
            merged.add(column)
    return merged


def _grid_rows(
    lines: Sequence[Line], rows: Sequence[NumberRow], alignment: Alignment, merged: set[int], kept: Sequence[int]
) -> Iterator[GridRow]:
    above = {column: _first_printed(alignment.rows, column) for column in merged}
    for index, row in enumerate(rows):
        values = alignment.rows[index]
        above |= {column: value for column, value in enumerate(values) if value is not None}
        if index not in kept:
            continue
        cells = [
            Cell(text=row.name),
            *(_cell(column, value, above, merged, row) for column, value in enumerate(values)),
        ]
        own = (*row.label, *row.figures)
        own_lines = tuple(lines[line] for line in sorted({token.line for token in own}))
        yield GridRow(tuple(cells), own_lines, own[0].start, own[-1].end)


def _first_printed(rows: Sequence[Row], column: int) -> str:
    return next(value for row in rows if (value := row[column]) is not None)


def _cell(column: int, value: str | None, above: dict[int, str], merged: set[int], row: NumberRow) -> Cell:
    """A merged cell is carried down, but not into the total: rates do not add up."""
    if value is None and column in merged and not is_total(row.name):
        return Cell(text=above[column], carried=True)
    return Cell(text=value or "")


def _warnings(split: _Split, alignment: Alignment, merged: set[int], total: int | None) -> Iterator[str]:
    names = [" ".join(path) for path in split.names.paths]
    if split.names.margin < _SURE:
        yield f"表头折行较多，列名的分界不确定：{'｜'.join(names)}"
    for index in alignment.unreadable:
        found = len(split.rows[index].figures)
        yield f"“{split.rows[index].name}”一行有{found}个数，表有{len(names)}列，未采用"
    for index in alignment.unsure:
        yield f"“{split.rows[index].name}”一行的数不能确定属于哪一列，未采用"
    for column, added, printed in alignment.wrong_sums:
        yield f"“{names[column]}”各行之和{added}与{split.rows[total or 0].name}{printed}不符"
    for index, row in enumerate(alignment.rows):
        if index not in (*alignment.unreadable, *alignment.unsure, total):
            holes = [names[column] for column, value in enumerate(row) if value is None and column not in merged]
            yield from (f"“{split.rows[index].name}”一行没有“{hole}”" for hole in holes)

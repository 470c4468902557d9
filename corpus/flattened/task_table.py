"""A task table from its header to its last row: tokens, running numbers, cells, printed rows, one Grid.

Reads the table, learns from that reading how the table is set, and reads again until nothing changes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.flattened.anchors import Anchor, anchors_to_warnings, tokens_to_anchors
from corpus.flattened.cells import Reading, tokens_to_reading
from corpus.flattened.costs import Costs, run_text
from corpus.flattened.evidence import Evidence
from corpus.flattened.header_words import Kind, columns_to_kinds
from corpus.flattened.layout import Layout, learn_layout
from corpus.flattened.notes import notes_below
from corpus.flattened.page_breaks import rejoin_broken_rows
from corpus.flattened.regions import Region, is_foreign
from corpus.flattened.task_rows import reading_to_rows, rows_to_grid_rows, rows_to_warnings, without_trailing_prose
from corpus.flattened.tokens import Token
from corpus.flattened.unit_grammar import name_cost, text_to_names
from corpus.grid import Grid
from corpus.line import Line
from corpus.table import Column

__all__ = ["region_to_task_grid"]

_PASSES = 5
_LONGEST_ROW = 120
_DEAREST_ROW = 12.0
_PAGE_END = 3
_TAIL = 8.0
_FOREIGN_TAIL = 3.0


@dataclass(frozen=True, slots=True)
class _Table:
    """What stays the same while the table is read again."""

    tokens: Sequence[Token]
    kinds: Sequence[Kind]
    anchors: Sequence[Anchor]
    tails: Mapping[int, float]


def region_to_task_grid(lines: Sequence[Line], region: Region, evidence: Evidence) -> Grid | None:
    """The table in `region`; None where its words do not read as one (fewer than two rows)."""
    header, above = region.header, region.above
    kinds = columns_to_kinds(header.names)
    chain = tokens_to_anchors(region.tokens, inside_lines=kinds[0] is not Kind.SEQUENCE)
    tokens, anchors = _within_reach(region.tokens, chain, numbered=Kind.SEQUENCE in kinds)
    if not tokens or (Kind.SEQUENCE in kinds and len(anchors) < 2):
        return None
    tokens = rejoin_broken_rows(tokens, anchors, Costs(kinds, evidence, Layout()))
    table = _Table(tokens, kinds, anchors, dict(_tails(lines, tokens, anchors)))
    passes, evidence = _read(table, evidence)
    reading, layout = without_trailing_prose(passes[-1][0], kinds), passes[-1][1]
    if len(reading.rows) < 2 or reading.cost > _DEAREST_ROW * len(reading.rows):
        return None
    rows = reading_to_rows(reading.rows, tokens, kinds, anchors, evidence.lexicon, layout)
    grid_rows = rows_to_grid_rows(rows, tokens, kinds, lines)
    notes, last = notes_below(lines, tokens[reading.end - 1].line, region.last + 1)
    return Grid(
        caption=above.caption,
        unit_note=above.unit_note,
        columns=tuple(Column(path=(name,)) for name in header.names),
        rows=tuple(grid_rows),
        notes=notes,
        first=above.first,
        last=last,
        header_start=lines[header.first].start,
        header_end=lines[header.last].end,
        warnings=(
            *anchors_to_warnings(anchors),
            *_tail_warnings(tokens, reading, passes[-1][0]),
            *rows_to_warnings(grid_rows, header.names, kinds, evidence.lexicon),
        ),
        stages={
            "kinds": tuple(kinds),
            "tokens": tuple(tokens),
            "anchors": tuple(anchors),
            "layout": layout,
            "costs": tuple(reading.cost for reading, _ in passes),
            "rows": tuple(rows),
        },
    )


def _tail_warnings(tokens: Sequence[Token], kept: Reading, whole: Reading) -> Iterator[str]:
    if kept.end < whole.end:
        yield f"表末“{tokens[kept.end].text[:12]}…”一段没有序号和单位，未作为一行"


def _within_reach(
    tokens: Sequence[Token], anchors: Sequence[Anchor], *, numbered: bool
) -> tuple[Sequence[Token], Sequence[Anchor]]:
    """The tokens and running numbers up to the first row that is too long to be one."""
    if not numbered:
        return tokens[: 10 * _LONGEST_ROW], ()
    kept: list[Anchor] = []
    reach = _LONGEST_ROW
    for anchor in anchors:
        if anchor.token > reach:
            break
        kept.append(anchor)
        reach = anchor.token + _LONGEST_ROW
    return tokens[:reach], kept


def _tails(lines: Sequence[Line], tokens: Sequence[Token], anchors: Sequence[Anchor]) -> Iterator[tuple[int, float]]:
    """Where the table may end before its last token, and what that costs: little before a foreign line."""
    last_anchor = anchors[-1].token if anchors else 0
    for index in range(last_anchor + 1, len(tokens)):
        token = tokens[index]
        if token.opens_line:
            foreign = token.blanks >= _PAGE_END or is_foreign(lines[token.line].text)
            yield index, _FOREIGN_TAIL if foreign else _TAIL + (len(tokens) - index)


def _read(table: _Table, evidence: Evidence) -> tuple[list[tuple[Reading, Layout]], Evidence]:
    """All passes in order, the last one being the result, and the evidence with the table's own unit names."""
    numbers = frozenset(anchor.token for anchor in table.anchors)
    layout = Layout()
    passes: list[tuple[Reading, Layout]] = []
    for _ in range(_PASSES):
        reading = tokens_to_reading(table.tokens, numbers, Costs(table.kinds, evidence, layout), table.tails)
        settled = bool(passes) and reading.rows == passes[-1][0].rows
        passes.append((reading, layout))
        if settled or not reading.rows:
            break
        cells = [(column, table.tokens[a:b]) for row in reading.rows for column, (a, b) in row.cells.items()]
        layout = learn_layout(cells)
        evidence = evidence.with_names(_repeated_names(reading, table, evidence))
    return passes, evidence


def _repeated_names(reading: Reading, table: _Table, evidence: Evidence) -> list[str]:
    """Well-formed unit names that at least two cells hold."""
    counts = Counter(
        name
        for row in reading.rows
        for column, (a, b) in row.cells.items()
        if table.kinds[column] is Kind.UNITS
        for name in set(text_to_names(run_text(table.tokens[a:b], Kind.UNITS, evidence.lexicon)))
    )
    return [name for name, count in counts.items() if count > 1 and name_cost(name, evidence.lexicon) <= 0]

"""A task table from its region to a Grid: its text, its reading, its rows with merged cells carried, its doubts."""

from collections.abc import Iterator, Sequence

from corpus.flattened.anchors import Anchor, anchors_to_warnings, tokens_to_anchors
from corpus.flattened.evidence import Evidence
from corpus.flattened.header_words import Kind, columns_to_kinds
from corpus.flattened.notes import notes_below
from corpus.flattened.regions import Region, is_foreign
from corpus.flattened.task_reading import TaskReading, TaskText, read_tasks
from corpus.flattened.task_rows import PrintedRow, reading_to_rows, rows_to_grid_rows
from corpus.flattened.task_warnings import rows_to_warnings
from corpus.flattened.tokens import Token
from corpus.grid import Grid, GridRow
from corpus.line import Line
from corpus.table import Column

_LONGEST_ROW = 120
_LONGEST_UNNUMBERED = 1200
_DEAREST_ROW = 12.0
_PAGE_END = 3
_TAIL = 8.0
_FOREIGN_TAIL = 3.0


def region_to_task_grid(lines: Sequence[Line], region: Region, evidence: Evidence) -> Grid | None:
    """The table in `region`; None where its words do not read as one (fewer than two rows)."""
    text = _region_to_text(lines, region)
    if not text.tokens or (Kind.SEQUENCE in text.kinds and len(text.anchors) < 2):
        return None
    read = read_tasks(text, evidence)
    if len(read.reading.rows) < 2 or read.reading.cost > _DEAREST_ROW * len(read.reading.rows):
        return None
    printed = reading_to_rows(read)
    return _to_grid(lines, region, read, printed)


def _to_grid(lines: Sequence[Line], region: Region, read: TaskReading, printed: Sequence[PrintedRow]) -> Grid:
    header, above = region.header, region.above
    rows = rows_to_grid_rows(printed, read.text, lines)
    end = max(row.last for row in printed)
    notes, last = notes_below(lines, max(token.line for token in read.text.tokens[:end]), region.last + 1)
    return Grid(
        caption=above.caption,
        unit_note=above.unit_note,
        columns=tuple(Column(path=(name,)) for name in header.names),
        rows=tuple(rows),
        notes=notes,
        first=above.first,
        last=last,
        header_start=lines[header.first].start,
        header_end=lines[header.last].end,
        warnings=tuple(_warnings(read, end, rows, header.names)),
        stages=_stages(read, printed),
    )


def _warnings(read: TaskReading, end: int, rows: Sequence[GridRow], names: Sequence[str]) -> Iterator[str]:
    yield from anchors_to_warnings(read.text.anchors)
    if end < read.reading.end:
        yield f"表末“{read.text.tokens[end].text[:12]}…”一段没有序号和单位，未作为一行"
    yield from rows_to_warnings(rows, names, read.text.kinds, read.evidence.lexicon)


def _stages(read: TaskReading, printed: Sequence[PrintedRow]) -> dict[str, object]:
    return {
        "kinds": read.text.kinds,
        "tokens": read.text.tokens,
        "anchors": read.text.anchors,
        "layout": read.layout,
        "costs": read.costs,
        "rows": tuple(printed),
    }


def _region_to_text(lines: Sequence[Line], region: Region) -> TaskText:
    kinds = columns_to_kinds(region.header.names)
    if Kind.SEQUENCE not in kinds:
        tokens = region.tokens[:_LONGEST_UNNUMBERED]
        return TaskText(tokens, kinds, (), dict(_tails(lines, tokens, ())))
    chain = tokens_to_anchors(region.tokens, inside_lines=kinds[0] is not Kind.SEQUENCE)
    tokens, anchors = _within_reach(region.tokens, chain)
    return TaskText(tokens, kinds, anchors, dict(_tails(lines, tokens, anchors)))


def _within_reach(tokens: tuple[Token, ...], anchors: Sequence[Anchor]) -> tuple[tuple[Token, ...], tuple[Anchor, ...]]:
    """The tokens and running numbers up to the first row that is too long to be one."""
    kept: list[Anchor] = []
    reach = _LONGEST_ROW
    for anchor in anchors:
        if anchor.token > reach:
            break
        kept.append(anchor)
        reach = anchor.token + _LONGEST_ROW
    return tokens[:reach], tuple(kept)


def _tails(lines: Sequence[Line], tokens: Sequence[Token], anchors: Sequence[Anchor]) -> Iterator[tuple[int, float]]:
    """Where the table may end before its last token, and what that costs: little before a foreign line."""
    last_anchor = anchors[-1].token if anchors else 0
    for index in range(last_anchor + 1, len(tokens)):
        token = tokens[index]
        if token.opens_line:
            foreign = token.blanks >= _PAGE_END or is_foreign(lines[token.line].text)
            yield index, _FOREIGN_TAIL if foreign else _TAIL + (len(tokens) - index)

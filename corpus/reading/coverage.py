"""What a reading yielded and what it could not make out: the ingestion report. Knows blocks and text, no meaning."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.document import Block, Coverage
from corpus.folding.numerals import digits_to_int
from corpus.reading.cell_words import is_total
from corpus.reading.decoding import UNREADABLE, count_suspicious
from corpus.reading.reading import Reading
from corpus.table import Table

_SERIAL = "序号"
_MOST_SHOWN = 20
_AROUND = 12


def measure_coverage(reading: Reading, blocks: Sequence[Block]) -> Coverage:
    """The coverage of a document; warnings are those of the reader, of its tables and of 序号 that do not run on."""
    tables = [block for block in blocks if isinstance(block, Table)]
    cells = [cell for table in tables for row in table.rows for cell in row.cells]
    warnings = [
        *reading.warnings,
        *_unreadable(reading),
        *(warning for grid in reading.grids for warning in grid.warnings),
    ]
    return Coverage(
        pages=reading.pages,
        characters=len("".join(reading.text.split())),
        tables=len(tables),
        rows=sum(len(table.rows) for table in tables),
        carried_cells=sum(cell.carried for cell in cells),
        empty_cells=sum(not cell.text for cell in cells),
        suspicious_characters=_suspicious(reading),
        warnings=tuple(dict.fromkeys([*warnings, *(gap for table in tables for gap in _serial_gaps(table))])),
    )


def _suspicious(reading: Reading) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for line in reading.lines:
        counts[line.page or 0] += count_suspicious(line.text)
    return {page: count for page, count in sorted(counts.items()) if count}


def _unreadable(reading: Reading) -> Iterator[str]:
    """Where characters stand that nobody can read, with the words around them; the first few lines of a document."""
    found = [(line, match) for line in reading.lines if (match := UNREADABLE.search(line.text))]
    for line, match in found[:_MOST_SHOWN]:
        around = line.text[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        where = f"第{line.page}页" if line.page else f"第{line.number}行"
        yield f"{where}“{UNREADABLE.sub('□', around)}”中有无法识别的字符（以□表示），这里的数字不可用，请对照原件。"
    if len(found) > _MOST_SHOWN:
        yield f"另有{len(found) - _MOST_SHOWN}行含有无法识别的字符。"


def _serial_gaps(table: Table) -> Iterator[str]:
    """Where the 序号 of a table skip or repeat."""
    if not table.columns or table.columns[0].name != _SERIAL:
        return
    printed = [row.cells[0].text for row in table.rows if row.cells[0].text and not is_total(row.cells[0].text)]
    serials = [number for text in printed if (number := digits_to_int(text)) is not None]
    for earlier, later in pairwise(serials):
        if later not in {earlier, earlier + 1}:
            yield f"表“{table.caption}”的序号从{earlier}跳到{later}，中间可能缺行。"

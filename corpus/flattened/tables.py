"""Tables that PDF extraction flattened to lines, found in a document and put together again.

The front door of this package: lines in, Grids out. What is no table, or keeps its tabs, yields nothing.
"""

from collections.abc import Sequence

from corpus.flattened.evidence import texts_to_evidence
from corpus.flattened.number_regions import find_number_regions
from corpus.flattened.number_table import region_to_number_grid
from corpus.flattened.regions import find_regions
from corpus.flattened.task_table import region_to_task_grid
from corpus.grid import Grid
from corpus.line import Line


def flattened_tables(lines: Sequence[Line]) -> list[Grid]:
    """The flattened tables of a document, in order of the source; doubts are in each Grid's `warnings`.

    `Grid.first` is the line of the caption (not of 附件 N above it).
    """
    regions = find_regions(lines)
    evidence = texts_to_evidence(_outside(lines, [(region.first, region.last) for region in regions]))
    tasks = [grid for region in regions if (grid := region_to_task_grid(lines, region, evidence))]
    taken = {index for grid in tasks for index in range(grid.first, grid.last + 1)}
    numbers = (region_to_number_grid(lines, region, evidence) for region in find_number_regions(lines, taken))
    return sorted([*tasks, *(grid for grid in numbers if grid)], key=lambda grid: grid.first)


def _outside(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> list[str]:
    """The texts of the lines that stand in no table: none of `spans` (inclusive), and no number table either."""
    inside = {index for first, last in spans for index in range(first, last + 1)}
    inside |= {index for each in find_number_regions(lines, inside) for index in range(each.first, each.last + 1)}
    return [line.text for index, line in enumerate(lines) if index not in inside]

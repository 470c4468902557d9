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

__all__ = ["flattened_tables"]


def flattened_tables(lines: Sequence[Line]) -> list[Grid]:
    """The flattened tables of a document, in order of the source; doubts are in each Grid's `warnings`.

    `Grid.first` is the line of the caption (not of 附件 N above it).
    """
    task_regions = find_regions(lines)
    taken = {index for region in task_regions for index in range(region.first, region.last + 1)}
    number_regions = find_number_regions(lines, taken)
    taken |= {index for each in number_regions for index in range(each.first, each.last + 1)}
    evidence = texts_to_evidence([line.text for index, line in enumerate(lines) if index not in taken])
    grids = [
        *(region_to_task_grid(lines, region, evidence) for region in task_regions),
        *(region_to_number_grid(lines, region, evidence) for region in number_regions),
    ]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.first)

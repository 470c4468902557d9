"""The commands that list facts. They read the index on the disk and load no model."""

from api.commands.options import (
    DocOption,
    DueBeforeOption,
    Format,
    FormatOption,
    IndicatorOption,
    OutputOption,
    RoleOption,
    ScopeOption,
    UnitOption,
    YearOption,
    day,
)
from api.commands.output import emit, shared_library
from corpus.task import Role

__all__ = ["compare", "matrix", "targets", "tasks"]


def tasks(
    doc: DocOption = None,
    unit: UnitOption = None,
    role: RoleOption = Role.ANY,
    due_before: DueBeforeOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print the tasks that pass the filters."""
    from api.lists.listing import TaskFilters, task_listing

    emit(task_listing(shared_library(), TaskFilters(tuple(doc or ()), unit, role, day(due_before))), form, output)


def matrix(
    doc: DocOption = None,
    unit: UnitOption = None,
    role: RoleOption = Role.ANY,
    due_before: DueBeforeOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print the matrix of the tasks that pass the filters: as a table its totals, else all of it."""
    from api.lists.listing import TaskFilters, matrix_listing

    emit(matrix_listing(shared_library(), TaskFilters(tuple(doc or ()), unit, role, day(due_before))), form, output)


def targets(
    doc: DocOption = None,
    indicator: IndicatorOption = None,
    scope: ScopeOption = None,
    year: YearOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print the targets that pass the filters."""
    from api.lists.listing import target_listing

    emit(target_listing(shared_library(), tuple(doc or ()), indicator, scope, year), form, output)


def compare(
    doc: DocOption = None,
    indicator: IndicatorOption = None,
    year: YearOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print indicators by documents."""
    from api.lists.listing import compare_listing

    emit(compare_listing(shared_library(), tuple(doc or ()), indicator, year)[1], form, output)

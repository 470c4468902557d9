"""The commands that list facts or look at them from the side (deadlines, findings, derived numbers). They read the
index on the disk and load no model.
"""

from datetime import datetime

from api.commands.options import (
    DocOption,
    DueBeforeOption,
    Format,
    FormatOption,
    IndicatorOption,
    OnOption,
    OutputOption,
    RoleOption,
    ScopeOption,
    UnitOption,
    WithinOption,
    YearOption,
    day,
)
from api.commands.output import emit, shared_library
from corpus.task import Role


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


def deadlines(
    within: WithinOption = 30,
    on: OnOption = None,
    doc: DocOption = None,
    unit: UnitOption = None,
    role: RoleOption = Role.ANY,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print all tasks by where they stand, seen from a day; as a calendar those due within the days."""
    from contextlib import closing

    from api.lists.reviewing import deadline_listing
    from assistant.differing.deadlines import moved_deadlines
    from assistant.keeping.keeping import open_keeping
    from assistant.settings import Settings

    seen_from = day(on) or datetime.now().astimezone().date()
    library = shared_library()
    with closing(open_keeping(Settings())) as keeping:
        moved = moved_deadlines(library, keeping.replacements.of)
    documents = tuple(doc or ())
    _, listing = deadline_listing(library, seen_from, within, documents=documents, unit=unit, role=role, moved=moved)
    emit(listing, form, output)


def findings(doc: DocOption = None, form: FormatOption = Format.TABLE, output: OutputOption = None) -> None:
    """Print the findings about the documents."""
    from api.lists.reviewing import finding_listing

    emit(finding_listing(shared_library(), tuple(doc or ())), form, output)


def derivations(
    doc: DocOption = None,
    indicator: IndicatorOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print what follows from the targets by arithmetic."""
    from api.lists.reviewing import derivation_listing

    emit(derivation_listing(shared_library(), tuple(doc or ()), indicator), form, output)

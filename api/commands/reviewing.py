"""The commands that look at facts from the side: deadlines, findings, derived numbers. They load no model."""

from datetime import datetime

from api.commands.options import (
    DocOption,
    Format,
    FormatOption,
    IndicatorOption,
    OnOption,
    OutputOption,
    RoleOption,
    UnitOption,
    WithinOption,
    day,
)
from api.commands.output import emit, shared_library
from corpus.task import Role

__all__ = ["deadlines", "derivations", "findings"]


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

"""The lists that look at facts from the side: deadlines, findings, derived numbers, changes, in every form.

Command line and HTTP both take them from here, so that they never differ.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from api.lists.listing import Listing, about, calendar, table_files
from assistant.comparison import compare
from assistant.deadlines import DeadlineOverview, DeadlineState, deadline_overview, tasks_by_deadline
from assistant.derivations import derivations
from assistant.differing.change import Difference
from assistant.differing.deadlines import Moved
from assistant.findings import findings
from assistant.task_list import select_tasks
from corpus.facts import Library
from corpus.task import Role


def finding_listing(library: Library, documents: Sequence[str] = ()) -> Listing:
    """Findings as FindingViews. Raises UnknownDocument."""
    from assistant.exports.finding_sheets import findings_to_sheet

    found = findings(library, documents=documents)
    concerned = {document_id for finding in found for document_id in finding.documents}
    sheet = partial(findings_to_sheet, found, library)
    files = table_files(library, concerned, lambda: [sheet()])
    return Listing("文件比对发现", found, sheet, files, about(library, documents))


def deadline_listing(
    library: Library,
    day: date,
    days: int,
    *,
    documents: Sequence[str] = (),
    unit: str | None = None,
    role: Role = Role.ANY,
    moved: Moved | None = None,
) -> tuple[DeadlineOverview, Listing]:
    """The overview, and its tasks as DeadlineEntries; the calendar holds those due within the days.

    Raises BadRequest for days that cannot be and, where a calendar is asked for, for one without events.
    """
    from assistant.exports.finding_sheets import deadlines_to_sheet

    overview = deadline_overview(library, day, days, documents=documents, unit=unit, role=role, moved=moved)
    tasks = select_tasks(library, documents=documents, unit=unit, role=role)
    due = tasks_by_deadline(tasks, day, days)[DeadlineState.DUE]
    entries = overview.entries()
    sheet = partial(deadlines_to_sheet, entries, library, f"完成时限（自{day}起{days}天）")
    concerned = {entry.document_id for entry in entries}
    files = table_files(library, concerned, lambda: [sheet()]) | {"ics": partial(calendar, due, library)}
    return overview, Listing("完成时限", entries, sheet, files, about(library, documents, unit))


def derivation_listing(library: Library, documents: Sequence[str] = (), indicator: str | None = None) -> Listing:
    """What follows by arithmetic from the numbers of a comparison, as DerivedViews. Raises UnknownDocument."""
    from assistant.exports.target_sheets import derivations_to_sheet

    view = compare(library, documents=documents, indicator=indicator)
    groups = {row.group for row in view.indicators if row.group}
    found = derivations(library, documents=view.documents, groups=groups)
    sheet = partial(derivations_to_sheet, found, library, view.documents)
    files = table_files(library, view.documents, lambda: [sheet()])
    return Listing("派生数值", found, sheet, files, about(library, documents))


def difference_listing(difference: Difference) -> Listing:
    """What changed from one document or revision to another, as Changes."""
    from assistant.exports.differences import difference_to_docx, difference_to_sheet, difference_to_xlsx

    files = {"xlsx": partial(difference_to_xlsx, difference), "docx": partial(difference_to_docx, difference)}
    return Listing("新旧条文对照表", difference.changes, partial(difference_to_sheet, difference), files)

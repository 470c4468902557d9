"""Document to Facts: the one door of this package. Puts the parts together; knows no wording itself."""

from collections.abc import Callable, Iterable, Sequence

from corpus.document import Document
from corpus.extraction.actuals import prose_to_actuals
from corpus.extraction.clause_checks import clause_findings, link_tasks, wording_findings
from corpus.extraction.clauses import clauses_to_tasks
from corpus.extraction.deadlines import in_next_year
from corpus.extraction.definitions import document_to_definitions
from corpus.extraction.goal_columns import goal_columns_to_targets
from corpus.extraction.guarding import Guard
from corpus.extraction.implied import implied_targets
from corpus.extraction.indicators import is_whole
from corpus.extraction.number_checks import annex_findings, sequence_findings, total_findings, with_units
from corpus.extraction.periods import planned_period, title_year
from corpus.extraction.prose_targets import default_scope, prose_to_targets
from corpus.extraction.target_tables import tables_to_targets
from corpus.extraction.task_tables import tables_to_tasks
from corpus.extraction.unit_names import looks_like_unit
from corpus.extraction.units import names_to_units, units_in_text
from corpus.extraction.unread import unread_findings
from corpus.facts import Facts, Finding, Unit
from corpus.target import Target
from corpus.task import Task


def document_to_facts(document: Document) -> Facts:
    """Everything exact that the document says. Deterministic; nothing that is doubtful is among the facts."""
    guard = Guard()
    found = [*tables_to_tasks(document, guard.each), *clauses_to_tasks(document, guard.each)]
    tasks = link_tasks([_in_time(task, document) for task in found])
    cells = tables_to_targets(document, default_scope(document), guard.each)
    areas = _areas(cells)
    printed = _printed_units(tasks)
    goals = prose_to_targets(document, areas, guard.each)
    cells = with_units(cells, goals)
    stated = goal_columns_to_targets(document, default_scope(document), areas, guard.each, goals)
    implied = implied_targets(document, default_scope(document), guard.each)
    units = names_to_units(document.id, [*printed, *_areas_at_work(areas, printed), *units_in_text(document)])
    unread = guard.run(lambda: unread_findings(document, tasks, [*goals, *stated, *cells, *implied], guard.each))
    return Facts(
        document_id=document.id,
        tasks=tuple(tasks),
        targets=(*goals, *stated, *cells),
        implied=tuple(implied),
        actuals=tuple(prose_to_actuals(document, goals, areas, guard.each)),
        definitions=tuple(document_to_definitions(document, guard.each)),
        findings=tuple(_findings(document, tasks, goals, cells, units, guard)),
        units=tuple(units),
        unread=(*guard.failures, *unread),
    )


def _in_time(task: Task, document: Document) -> Task:
    """A task with its deadline in the next year where the document, written late in one, is of no year by its title."""
    written = document.metadata.written_on
    if task.deadline is None or written is None or title_year(document.metadata.title) or planned_period(document):
        return task
    return task.model_copy(update={"deadline": in_next_year(task.deadline, written)})


def _findings(
    document: Document,
    tasks: Sequence[Task],
    goals: Sequence[Target],
    cells: Sequence[Target],
    units: Sequence[Unit],
    guard: Guard,
) -> list[Finding]:
    """What the document contradicts itself in; a check that fails costs itself."""
    checks: tuple[Callable[[], list[Finding]], ...] = (
        lambda: list(sequence_findings(document)),
        lambda: list(total_findings(document)),
        lambda: list(annex_findings(goals, cells)),
        lambda: list(clause_findings(tasks, units)),
        lambda: list(wording_findings(tasks)),
    )
    return [finding for check in checks for finding in guard.run(check)]


def _printed_units(tasks: Iterable[Task]) -> list[str]:
    """Every unit that a task names in any role; persons (责任领导) are none."""
    named = [unit for task in tasks for unit in (*task.lead_units, *task.responsible_units)]
    return named + [unit for task in tasks for role in task.other_roles for unit in role.units if looks_like_unit(unit)]


def _areas(cells: Iterable[Target]) -> tuple[str, ...]:
    """The areas that tables give numbers for, in printed order; the whole is none of them."""
    scopes = (cell.scope for cell in cells if not cell.is_total)
    return tuple(dict.fromkeys(scope for scope in scopes if scope and not is_whole(scope)))


def _areas_at_work(areas: Iterable[str], printed: Iterable[str]) -> list[str]:
    """The areas that the tasks name as units too, in full or without their last words (新城公司, 新城)."""
    units = set(printed)
    return [area for area in areas if any(area.startswith(unit) for unit in units)]

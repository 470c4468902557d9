"""Tasks, matrices, targets, comparisons, deadlines, findings and derived numbers: JSON or files, each complete."""

import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query

from api.desk import DeskDep, LibraryDep
from api.lists.listing import TaskFilters, compare_listing, matrix_listing, target_listing, task_listing
from api.lists.reviewing import deadline_listing, derivation_listing, finding_listing
from api.problems import PROBLEMS
from api.protocols.downloads import download, files_of
from api.protocols.paging import PAGED, PagesDep
from api.routes.parameters import (
    Day,
    DocQuery,
    DueBeforeQuery,
    IndicatorQuery,
    OriginQuery,
    RoleQuery,
    ScopeQuery,
    TableForm,
    UnitQuery,
    WordsQuery,
    YearQuery,
    form_query,
)
from assistant.deadlines import DeadlineOverview
from assistant.derivations import DerivedView
from assistant.differing.deadlines import moved_deadlines
from assistant.findings import FindingView
from assistant.matrix import MatrixView, UnitView, unit_list
from assistant.task_layout import TaskColumn, TaskGroup, TaskLayout
from assistant.views import ComparisonView, TargetView, TaskView
from corpus.task import Role

router = APIRouter(prefix="/api", tags=["清单"], responses=PROBLEMS)


def _filters(
    doc: DocQuery = None,
    unit: UnitQuery = None,
    role: RoleQuery = Role.ANY,
    due_before: DueBeforeQuery = None,
    words: WordsQuery = None,
    origin: OriginQuery = None,
) -> TaskFilters:
    return TaskFilters(tuple(doc or ()), unit or None, role, due_before, words, origin)


Filters = Annotated[TaskFilters, Depends(_filters)]
TaskForm = Annotated[
    Literal["json", "csv", "xlsx", "docx", "ics"], form_query("json、csv、xlsx、docx；ics 日历只有写明最后一天的任务")
]
GroupQuery = Annotated[
    TaskGroup | None,
    Query(description="表格文件里怎样分组：unit 单位、document 文件、deadline 时限；json 不分组"),
]
ColumnsQuery = Annotated[list[TaskColumn] | None, Query(description="表格文件里要哪几列；不填则全部，json 总是全部")]
MatrixForm = Annotated[Literal["json", "csv", "xlsx", "docx"], form_query("json、csv、xlsx、docx")]
CompareForm = Annotated[
    Literal["json", "csv", "xlsx", "docx", "svg", "png"], form_query("json、csv、xlsx、docx；svg 和 png 是图")
]
DeadlineForm = Annotated[
    Literal["json", "csv", "xlsx", "ics"], form_query("json、csv、xlsx；ics 日历只有那些天内到期的任务")
]


@router.get(
    "/tasks",
    summary="任务清单",
    response_model=list[TaskView],
    responses=files_of("csv", "xlsx", "docx", "ics", headers=PAGED),
)
def tasks(
    library: LibraryDep,
    filters: Filters,
    pages: PagesDep,
    form: TaskForm = "json",
    group: GroupQuery = None,
    columns: ColumnsQuery = None,
) -> object:
    """Every task that passes the filters, in document and printed order; the calendar holds those with a last day."""
    listing = task_listing(library, filters, TaskLayout(group, frozenset(columns or ())))
    return pages.cut(listing.views) if form == "json" else download(listing, form)


@router.get("/matrix", summary="责任矩阵", response_model=list[MatrixView], responses=files_of("csv", "xlsx", "docx"))
def matrix(library: LibraryDep, filters: Filters, form: MatrixForm = "json") -> object:
    """Units by tasks, one matrix a document."""
    listing = matrix_listing(library, filters)
    return listing.views if form == "json" else download(listing, form)


@router.get("/units", summary="单位名录", response_model=list[UnitView])
def units(library: LibraryDep, doc: DocQuery = None) -> object:
    """The units that the tasks name, each with its other names, those with most tasks first."""
    return unit_list(library, tuple(doc or ()))


@router.get(
    "/targets", summary="指标清单", response_model=list[TargetView], responses=files_of("csv", "xlsx", headers=PAGED)
)
def targets(
    library: LibraryDep,
    pages: PagesDep,
    doc: DocQuery = None,
    indicator: IndicatorQuery = None,
    scope: ScopeQuery = None,
    year: YearQuery = None,
    form: TableForm = "json",
) -> object:
    """Every target that passes the filters, in document and printed order; values are decimals as strings."""
    listing = target_listing(library, tuple(doc or ()), indicator or None, scope or None, year)
    return pages.cut(listing.views) if form == "json" else download(listing, form)


@router.get(
    "/compare",
    summary="指标比较",
    response_model=ComparisonView,
    responses=files_of("csv", "xlsx", "docx", "svg", "png"),
)
def compare(
    library: LibraryDep,
    doc: DocQuery = None,
    indicator: IndicatorQuery = None,
    year: YearQuery = None,
    form: CompareForm = "json",
    tables: Annotated[bool, Query(description="svg、png：图下带数据表", examples=[True])] = True,
) -> object:
    """Indicators by documents; every document in scope has its cells, also one that says nothing."""
    view, listing = compare_listing(library, tuple(doc or ()), indicator or None, year, tables=tables)
    return view if form == "json" else download(listing, form)


@router.get("/deadlines", summary="完成时限", response_model=DeadlineOverview, responses=files_of("csv", "xlsx", "ics"))
def deadlines(
    library: LibraryDep,
    desk: DeskDep,
    doc: DocQuery = None,
    unit: UnitQuery = None,
    role: RoleQuery = Role.ANY,
    within: Annotated[int, Query(ge=0, le=3660, description="从那一天起多少天之内", examples=[90])] = 30,
    on: Annotated[
        Day | None, Query(description="从哪一天看，YYYY-MM-DD；不填就是今天", examples=["2023-10-01"])
    ] = None,
    form: DeadlineForm = "json",
) -> object:
    """Every task in one list, by where it stands seen from a day; the calendar holds those due within the days."""
    day = on or datetime.datetime.now().astimezone().date()
    moved = moved_deadlines(library, desk.keeping.replacements.of)
    overview, listing = deadline_listing(
        library, day, within, documents=tuple(doc or ()), unit=unit or None, role=role, moved=moved
    )
    return overview if form == "json" else download(listing, form)


@router.get(
    "/findings", summary="发现", response_model=list[FindingView], responses=files_of("csv", "xlsx", headers=PAGED)
)
def findings(library: LibraryDep, pages: PagesDep, doc: DocQuery = None, form: TableForm = "json") -> object:
    """Where a document contradicts itself, and notable differences between documents, with their quotes."""
    listing = finding_listing(library, tuple(doc or ()))
    return pages.cut(listing.views) if form == "json" else download(listing, form)


@router.get(
    "/derivations",
    summary="派生数值",
    response_model=list[DerivedView],
    responses=files_of("csv", "xlsx", headers=PAGED),
)
def derivations(
    library: LibraryDep,
    pages: PagesDep,
    doc: DocQuery = None,
    indicator: IndicatorQuery = None,
    form: TableForm = "json",
) -> object:
    """What follows from the targets by arithmetic, spelled out; no document prints these numbers."""
    listing = derivation_listing(library, tuple(doc or ()), indicator or None)
    return pages.cut(listing.views) if form == "json" else download(listing, form)

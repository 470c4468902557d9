"""Tasks, matrices, targets and comparisons: JSON, CSV or xlsx, each complete."""

import datetime
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Query, Response

from api.desk import LibraryDep
from api.listing import Listing, TaskFilters, compare_listing, matrix_listing, target_listing, task_listing
from api.problems import PROBLEMS
from assistant.matrix import MatrixView
from assistant.views import ComparisonView, TargetView, TaskView
from corpus.task import Role

__all__ = ["router"]

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv"
_FILES: dict[int | str, dict[str, object]] = {
    200: {"content": {_CSV: {"schema": {"type": "string"}}, _XLSX: {"schema": {"type": "string", "format": "binary"}}}}
}

router = APIRouter(prefix="/api", tags=["清单"], responses=PROBLEMS | _FILES)


class ListFormat(StrEnum):
    """The form in which a list is wanted."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


Doc = Annotated[list[str] | None, Query(description="文件编号，可以有几个；不填则全部文件")]
Form = Annotated[ListFormat, Query(alias="format", description="json、csv 或 xlsx")]
Year = Annotated[int | None, Query(ge=1900, le=2200, description="年份")]
Words = Annotated[str | None, Query(max_length=100)]


def _filters(
    doc: Doc = None,
    unit: Annotated[str | None, Query(max_length=100, description="单位，用文件里的任何一种叫法")] = None,
    role: Annotated[Role, Query(description="单位的角色：lead 牵头、responsible 责任、any 不限")] = Role.ANY,
    due_before: Annotated[datetime.date | None, Query(description="在这一天或之前到期，YYYY-MM-DD")] = None,
) -> TaskFilters:
    return TaskFilters(tuple(doc or ()), unit or None, role, due_before)


Filters = Annotated[TaskFilters, Depends(_filters)]


@router.get("/tasks", summary="任务清单", response_model=list[TaskView])
def tasks(library: LibraryDep, filters: Filters, form: Form = ListFormat.JSON) -> object:
    """Every task that passes the filters, in document and printed order."""
    listing = task_listing(library, filters)
    return _answered(listing, listing.views, form)


@router.get("/matrix", summary="责任矩阵", response_model=list[MatrixView])
def matrix(library: LibraryDep, filters: Filters, form: Form = ListFormat.JSON) -> object:
    """Units by tasks, one matrix a document."""
    listing = matrix_listing(library, filters)
    return _answered(listing, listing.views, form)


@router.get("/targets", summary="指标清单", response_model=list[TargetView])
def targets(
    library: LibraryDep,
    doc: Doc = None,
    indicator: Words = None,
    scope: Words = None,
    year: Year = None,
    form: Form = ListFormat.JSON,
) -> object:
    """Every target that passes the filters, in document and printed order; values are decimals as strings."""
    listing = target_listing(library, tuple(doc or ()), indicator or None, scope or None, year)
    return _answered(listing, listing.views, form)


@router.get("/compare", summary="指标比较", response_model=ComparisonView)
def compare(
    library: LibraryDep,
    doc: Doc = None,
    indicator: Words = None,
    year: Year = None,
    form: Form = ListFormat.JSON,
) -> object:
    """Indicators by documents; every document in scope has its cells, also one that says nothing."""
    view, listing = compare_listing(library, tuple(doc or ()), indicator or None, year)
    return _answered(listing, view, form)


def _answered(listing: Listing, views: object, form: ListFormat) -> object:
    if form is ListFormat.JSON:
        return views
    is_csv = form is ListFormat.CSV
    name = quote(f"{listing.stem}.{form}")
    headers = {"Content-Disposition": f"attachment; filename=\"list.{form}\"; filename*=UTF-8''{name}"}
    return Response(listing.csv() if is_csv else listing.xlsx(), media_type=_CSV if is_csv else _XLSX, headers=headers)

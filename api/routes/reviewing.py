"""Deadlines, findings and derived numbers: JSON or files, each complete."""

import datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.desk import DeskDep, LibraryDep
from api.lists.reviewing import deadline_listing, derivation_listing, finding_listing
from api.problems import PROBLEMS
from api.protocols.downloads import download, files_of
from api.protocols.paging import PAGED, PagesDep
from api.routes.parameters import Day, DocQuery, IndicatorQuery, RoleQuery, TableForm, UnitQuery, form_query
from assistant.deadlines import DeadlineOverview
from assistant.derivations import DerivedView
from assistant.differing.deadlines import moved_deadlines
from assistant.findings import FindingView
from corpus.task import Role

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["清单"], responses=PROBLEMS)

DeadlineForm = Annotated[
    Literal["json", "csv", "xlsx", "ics"], form_query("json、csv、xlsx；ics 日历只有那些天内到期的任务")
]


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

"""What changed between two documents, or two revisions of one: JSON or files."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query

from api.desk import DeskDep, LibraryDep
from api.lists.reviewing import difference_listing
from api.problems import PROBLEMS
from api.protocols.downloads import download, files_of
from api.routes.parameters import form_query
from assistant.differing.change import Difference
from assistant.differing.difference import difference
from assistant.differing.finding import find_stated

router = APIRouter(prefix="/api", tags=["清单"], responses=PROBLEMS)

_ID = Query(max_length=200, description="文件编号", examples=["qingpu"])
_REVISION = Query(max_length=64, description="出处里的 revision；不填则看现在的版本")
DiffForm = Annotated[Literal["json", "xlsx", "docx"], form_query("json、xlsx、docx；docx 是三栏的新旧条文对照表")]


@router.get("/diff", summary="两份文件或两个版本的差异", response_model=Difference, responses=files_of("xlsx", "docx"))
def diff(
    library: LibraryDep,
    desk: DeskDep,
    old: Annotated[str, _ID],
    new: Annotated[str, _ID],
    old_revision: Annotated[str | None, _REVISION] = None,
    new_revision: Annotated[str | None, _REVISION] = None,
    everything: Annotated[bool, Query(description="json：clauses 里也列出没有变化的条文", examples=[False])] = False,
    form: DiffForm = "json",
) -> object:
    """All changes, each with the words of both sides; a row that states a task or a target is told by that."""
    revisions = desk.keeping.revisions
    found = difference(
        find_stated(library, revisions, old, old_revision), find_stated(library, revisions, new, new_revision)
    )
    if form != "json":
        return download(difference_listing(found), form)
    return found if everything else found.model_copy(update={"clauses": found.changed_clauses})

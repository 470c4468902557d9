"""Documents: the list, one of them, its source around a place, adding, replacing and removing."""

import shutil
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, File, Form, Query, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse
from pydantic import BaseModel

from api.desk import DeskDep, IdentityDep, LibraryDep
from api.guards.access import needs
from api.guards.visit import scope_to_visit
from api.problems import PROBLEMS
from api.protocols.paging import PAGED, PagesDep
from api.protocols.tagged import TaggedRoute, tagged
from api.routes.parameters import DocumentPath
from api.uploads import incoming_folder
from assistant.catalogue import Catalogue
from assistant.differing.change import Difference
from assistant.document_view import DocumentDetail, DocumentView
from assistant.incoming import Incoming
from assistant.keeping.identity import KeyScope
from assistant.keeping.revisions import Replacement
from assistant.source_view import SourceView, document_to_view
from assistant.updating import Built, replacement_difference

router = APIRouter(prefix="/api/documents", tags=["文件"], responses=PROBLEMS, route_class=TaggedRoute)

_FILE: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}}
}


class AddedDocuments(BaseModel, use_attribute_docstrings=True):
    """What was added, and the generation of the index that holds it."""

    index: str
    """Generation id of the index that holds them."""
    documents: list[DocumentDetail]
    """The documents as they were read, in the order of the corpus."""


@router.get("", summary="全部文件", responses=tagged(PAGED))
def list_documents(library: LibraryDep, pages: PagesDep) -> list[DocumentView]:
    """Every document, in the order of the corpus."""
    return list(pages.cut(DocumentView.all_of(library)))


@router.post("", summary="添加文件", status_code=201, dependencies=[needs(KeyScope.WRITE)])
async def add_documents(
    file: Annotated[list[UploadFile], File(description="要添加的文件：txt、md、html、pdf、docx 或 xlsx，可以有几份")],
    desk: DeskDep,
    identity: IdentityDep,
    request: Request,
    document_id: Annotated[
        str | None, Form(alias="id", description="想用的编号；只在添加一份文件时有用", examples=["qingpu"])
    ] = None,
    region: Annotated[
        list[str] | None, Form(description="人们怎样称呼这个地方，短的在前", examples=[["青浦", "青浦区"]])
    ] = None,
) -> AddedDocuments:
    """Read, index and keep files; all of them or, with the reason, none. Answers when they can be asked about."""
    scope_to_visit(request.scope).take_your_time()
    asked_for = document_id if len(file) == 1 else None
    with incoming_folder(desk.settings.data_dir) as folder:
        incoming = [await _received(one, folder / str(number), asked_for, region) for number, one in enumerate(file)]
        built, ids = await desk.updates.add(incoming)
    body = {"documents": ids, "index": built.generation}
    await run_in_threadpool(desk.keeping.audit.note, identity.user, "add_documents", body)
    return _added(built, ids)


@router.get("/{document_id}", summary="一份文件", responses=tagged())
def get_document(document_id: DocumentPath, library: LibraryDep) -> DocumentDetail:
    """Metadata with quotes, outline, tables, coverage and findings."""
    return DocumentDetail.in_library(library, document_id)


@router.put("/{document_id}", summary="换成新版", dependencies=[needs(KeyScope.WRITE)])
async def replace_document(
    document_id: DocumentPath,
    file: Annotated[UploadFile, File(description="新版的文件：txt、md、html、pdf、docx 或 xlsx")],
    desk: DeskDep,
    identity: IdentityDep,
    request: Request,
    region: Annotated[
        list[str] | None, Form(description="人们怎样称呼这个地方；不填则沿用原来的", examples=[["青浦", "青浦区"]])
    ] = None,
) -> AddedDocuments:
    """Put a file in the place of a document, which keeps its id; its earlier text is kept for citations into it."""
    scope_to_visit(request.scope).take_your_time()
    with incoming_folder(desk.settings.data_dir) as folder:
        incoming = await _received(file, folder / "0", document_id, region)
        built = await desk.updates.replace(document_id, incoming)
    body = {"document": document_id, "index": built.generation}
    await run_in_threadpool(desk.keeping.audit.note, identity.user, "replace_document", body)
    return _added(built, [document_id])


@router.post("/{document_id}/preview", summary="换成新版会改什么", dependencies=[needs(KeyScope.WRITE)])
async def preview_replacement(
    document_id: DocumentPath,
    file: Annotated[UploadFile, File(description="新版的文件：txt、md、html、pdf、docx 或 xlsx")],
    desk: DeskDep,
    library: LibraryDep,
    request: Request,
) -> Difference:
    """What putting a file in the place of a document would change. Nothing is changed or kept."""
    scope_to_visit(request.scope).take_your_time()
    with incoming_folder(desk.settings.data_dir) as folder:
        incoming = await _received(file, folder / "0", document_id, None)
        found = await run_in_threadpool(replacement_difference, library, document_id, incoming)
    return found.model_copy(update={"clauses": found.changed_clauses})


@router.get("/{document_id}/replacements", summary="历次更新改了什么", responses=tagged())
def list_replacements(document_id: DocumentPath, library: LibraryDep, desk: DeskDep) -> list[Replacement]:
    """What each replacement of the document changed, as it was told then, the latest first."""
    return desk.keeping.replacements.of(library.document(document_id).id)


@router.delete(
    "/{document_id}",
    summary="移除文件",
    status_code=204,
    response_class=Response,
    dependencies=[needs(KeyScope.WRITE)],
)
async def remove_document(document_id: DocumentPath, desk: DeskDep, identity: IdentityDep, request: Request) -> None:
    """Take a document out of the corpus. Its text is kept for the citations that point into it."""
    scope_to_visit(request.scope).take_your_time()
    await desk.updates.remove(document_id)
    await run_in_threadpool(desk.keeping.audit.note, identity.user, "remove_document", {"document": document_id})


@router.get("/{document_id}/file", summary="原来的文件", response_class=Response, responses=_FILE)
def get_file(document_id: DocumentPath, desk: DeskDep) -> FileResponse:
    """The file as it was added: always to be saved, never shown, whatever is in it."""
    entry = Catalogue(desk.settings.data_dir, desk.settings.corpus).entry(document_id)
    return FileResponse(
        entry.path,
        media_type="application/octet-stream",
        filename=entry.name,
        content_disposition_type="attachment",
        headers={"Content-Security-Policy": "sandbox; default-src 'none'", "Cache-Control": "private, no-cache"},
    )


@router.get("/{document_id}/view", summary="原文，在某处的前后", responses=tagged())
def view_document(
    document_id: DocumentPath,
    library: LibraryDep,
    desk: DeskDep,
    line: Annotated[int | None, Query(ge=1, description="行号，从1数起", examples=[20])] = None,
    quote: Annotated[
        str, Query(max_length=5000, description="要标出的原话；空白不计", examples=["累计去化面积40万平方米"])
    ] = "",
    also: Annotated[
        list[str] | None, Query(max_length=20, description="同时标出的其他原话，可以有几处", examples=[["去化周期"]])
    ] = None,
    around: Annotated[int, Query(ge=0, le=1_000_000, description="前后各几段", examples=[3])] = 20,
    revision: Annotated[str | None, Query(max_length=64, description="出处里的 revision；不填则看现在的版本")] = None,
) -> SourceView:
    """Blocks around a line or a quote; the quotes are marked. `found` is false where the first stands nowhere."""
    document = desk.document(document_id, revision)
    view = document_to_view(document, quote=quote, also=also or (), line=line, around=around)
    return view.model_copy(update={"current": document is library.documents.get(document_id)})


async def _received(upload: UploadFile, path: Path, document_id: str | None, regions: list[str] | None) -> Incoming:
    """The upload in a file of ours, with what the sender says of it."""
    kept, name = await run_in_threadpool(_spooled, upload, path), Path(upload.filename or "").name
    return Incoming(path=kept, name=name, id=document_id, regions=tuple(regions or ()))


def _added(built: Built, ids: list[str]) -> AddedDocuments:
    details = [DocumentDetail.in_library(built.library, one) for one in ids]
    return AddedDocuments(index=built.generation, documents=details)


def _spooled(upload: UploadFile, path: Path) -> Path:
    """The upload's bytes in a file of ours: its own name never becomes a path."""
    with path.open("wb") as file:
        shutil.copyfileobj(upload.file, file)
    return path

"""Documents: the list, one of them, its source around a place, adding and removing."""

import shutil
import tempfile
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Form, Query, Response, UploadFile
from pydantic import BaseModel

from api.desk import DeskDep, LibraryDep
from api.problems import PROBLEMS
from assistant.catalogue import Incoming
from assistant.document_view import DocumentDetail, DocumentView
from assistant.source_view import SourceView, document_to_view

__all__ = ["router"]

router = APIRouter(prefix="/api/documents", tags=["文件"], responses=PROBLEMS)


class AddedDocuments(BaseModel):
    """What was added, and the generation of the index that holds it."""

    index: str
    documents: list[DocumentDetail]


@router.get("", summary="全部文件")
def list_documents(library: LibraryDep) -> list[DocumentView]:
    """Every document, in the order of the corpus."""
    return DocumentView.all_of(library)


@router.post("", summary="添加文件", status_code=201)
async def add_documents(
    file: list[UploadFile],
    desk: DeskDep,
    document_id: Annotated[str | None, Form(alias="id", description="想用的编号；只在添加一份文件时有用")] = None,
    region: Annotated[list[str] | None, Form(description="人们怎样称呼这个地方，短的在前")] = None,
) -> AddedDocuments:
    """Read, index and keep files; all of them or, with the reason, none. Answers when they can be asked about."""
    with tempfile.TemporaryDirectory() as folder:
        incoming = [
            Incoming(
                path=_spooled(upload, Path(folder) / str(number)),
                name=Path(upload.filename or "").name,
                id=document_id if len(file) == 1 else None,
                regions=tuple(region or ()),
            )
            for number, upload in enumerate(file)
        ]
        built, ids = await desk.updates.add(incoming)
    facts = built.library.facts
    return AddedDocuments(
        index=built.generation, documents=[DocumentDetail.of(built.document(one), facts[one]) for one in ids]
    )


@router.get("/{document_id}", summary="一份文件")
def get_document(document_id: str, library: LibraryDep) -> DocumentDetail:
    """Metadata with quotes, outline, tables, coverage and findings."""
    return DocumentDetail.of(library.document(document_id), library.facts[document_id])


@router.delete("/{document_id}", summary="移除文件", status_code=204, response_class=Response)
async def remove_document(document_id: str, desk: DeskDep) -> None:
    """Take a document out of the corpus."""
    await desk.updates.remove(document_id)


@router.get("/{document_id}/view", summary="原文，在某处的前后")
def view_document(
    document_id: str,
    library: LibraryDep,
    line: Annotated[int | None, Query(ge=1, description="行号，从1数起")] = None,
    quote: Annotated[str, Query(max_length=5000, description="要标出的原话；空白不计")] = "",
    around: Annotated[int, Query(ge=0, le=1_000_000, description="前后各几段")] = 20,
) -> SourceView:
    """Blocks around a line or a quote; the quote's range is marked. `found` is false where it stands nowhere."""
    return document_to_view(library.document(document_id), quote=quote, line=line, around=around)


def _spooled(upload: UploadFile, path: Path) -> Path:
    """The upload's bytes in a file of ours: its own name never becomes a path."""
    with path.open("wb") as file:
        shutil.copyfileobj(upload.file, file)
    return path

"""Pages of PDF documents as pictures."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from api.desk import DeskDep, LibraryDep
from api.problems import PROBLEMS
from api.routes.parameters import DocumentPath
from assistant.page_pictures import page_picture

_PNG = "image/png"
_KEPT = {"Cache-Control": "private, max-age=86400"}
_VERSION = Query(alias="v", max_length=64, description="服务不看；换了文件就换一个值，浏览器才会重取")

router = APIRouter(prefix="/api/documents", tags=["文件"], responses=PROBLEMS)


@router.get(
    "/{document_id}/pages/{number}.png",
    summary="PDF 的一页，画成图像",
    response_class=Response,
    responses={200: {"content": {_PNG: {"schema": {"type": "string", "format": "binary"}}}}},
)
async def get_page_picture(
    document_id: DocumentPath,
    number: Annotated[int, Path(ge=1, le=100_000, description="页码，从1数起", examples=[1])],
    library: LibraryDep,
    desk: DeskDep,
    _version: Annotated[str | None, _VERSION] = None,
) -> Response:
    """The page as it is printed. The file is read in a process of its own, as when it was added."""
    png = await desk.pool.run(partial(page_picture, desk.settings, library, document_id, number))
    return Response(png, media_type=_PNG, headers=_KEPT)

"""Questions: answered at once, answered as a stream of stages, and questions to begin with."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.answer_stream import AnswerStream
from api.counters import Counters
from api.desk import AssistantDep, DeskDep, LibraryDep
from api.downloads import file_response, files_of
from api.hit_view import HitView
from api.problems import PROBLEMS
from assistant.answer import Answer
from assistant.exports import answer_to_docx
from assistant.starters import starter_questions
from corpus.errors import BadRequest
from corpus.quoting import source_text

__all__ = ["router"]

_EVENTS = "事件 stage（理解、检索、核对），最后是 answer（核对过的 Answer）或 error（Problem）"

router = APIRouter(prefix="/api", tags=["问答"], responses=PROBLEMS)


class AskRequest(BaseModel):
    """A question, the documents to look in (all where none is named) and the answers of earlier turns, oldest first."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "青浦到2025年累计去化面积是多少？", "documents": ["qingpu"]}]}
    )

    question: str = Field(description="问题，一句或几句话。")
    documents: list[str] = Field(default_factory=list, max_length=200, description="文件编号；不填则在全部文件里找。")
    history: list[Answer] = Field(default_factory=list, max_length=20, description="前几轮的答复，原样传回，先问在前。")


@router.post("/ask", summary="回答一个问题")
async def ask(body: AskRequest, assistant: AssistantDep, desk: DeskDep) -> Answer:
    """The answer with its citations, or a refusal with its reason; both are 200."""
    answer = await desk.pool.run(assistant.ask, body.question, body.documents, body.history)
    _count(desk.counters, answer)
    return answer


@router.post(
    "/ask/stream",
    summary="回答一个问题，并报告进行到哪一步",
    response_class=StreamingResponse,
    responses={200: {"description": _EVENTS, "content": {"text/event-stream": {"schema": {"type": "string"}}}}},
)
async def ask_stream(body: AskRequest, assistant: AssistantDep, desk: DeskDep, request: Request) -> StreamingResponse:
    """Stages as they begin, then the verified answer: nothing that has not been verified is ever sent."""
    stream = AnswerStream(partial(desk.pool.submit, assistant.ask, body.question, body.documents, body.history))
    await stream.understood()
    request_id = str(request.scope.get("request_id", ""))
    events = stream.events(request_id, partial(_count, desk.counters))
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


@router.post("/ask/docx", summary="把一个答复存成 Word 文件", response_class=Response, responses=files_of("docx"))
def ask_docx(answer: Answer, library: LibraryDep) -> Response:
    """The answer as it was given, its sources as footnotes; refused where a quote is not in its document any more."""
    for citation in answer.citations:
        if citation.quote not in source_text(library.document(citation.document_id).text):
            raise BadRequest(f"出处{citation.n}的引文不在文件里，文件可能已经更新。", "请重新提问，再存成 Word 文件。")
    return file_response("政策问答", "docx", answer_to_docx(answer, library))


@router.get("/search", summary="只找原文段落")
async def search(
    assistant: AssistantDep,
    desk: DeskDep,
    q: Annotated[str, Query(min_length=1, max_length=500, description="要找的词", examples=["楼宇去化"])],
    doc: Annotated[list[str] | None, Query(description="文件编号，可以有几个")] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 10,
) -> list[HitView]:
    """Passages with the score of each signal, best first."""
    hits = await desk.pool.run(assistant.search, q, doc or (), limit)
    return [HitView.of(hit) for hit in hits]


@router.get("/starters", summary="可以先问的问题")
def starters(library: LibraryDep) -> list[str]:
    """Questions that these documents answer."""
    return starter_questions(library)


def _count(counters: Counters, answer: Answer) -> None:
    counters.add("answers", status=answer.status, kind=answer.kind)
    counters.add_seconds("answers", answer.elapsed_ms / 1000)

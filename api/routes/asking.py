"""Questions: answered at once, answered as a stream of stages, and questions to begin with."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated, Self

from fastapi import APIRouter, Body, Query, Request, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field, model_validator

from api.counters import count_answer
from api.desk import AssistantDep, Desk, DeskDep, LibraryDep
from api.guards.access import scope_to_identity
from api.lists.hit_view import HitView
from api.problems import PROBLEMS
from api.protocols.answer_stream import AnswerStream, stream_of
from api.protocols.downloads import file_response, files_of
from api.routes.parameters import DocQuery
from assistant.answer import Answer
from assistant.assistant import OnStage
from assistant.explaining import Explanation
from assistant.exports.docx_files import answer_to_docx
from assistant.follow_ups import Examples, examples_of, starter_questions
from corpus.errors import BadRequest
from corpus.facts import Library
from corpus.quoting import source_text

_HISTORY = 6
"""How many turns of a conversation a question is understood from."""
_EVENTS = "事件 stage（理解、检索、核对；问大模型时还有“大模型”），最后是 answer（核对过的 Answer）或 error（Problem）"
_SILENT = "在《关于促进楼宇经济高质量发展的推进方案》（苏府办〔2023〕48号）中没有找到能回答这个问题的内容。"
_ANSWER = {
    "question": "苏州到2025年累计去化面积是多少？",
    "understood": "苏州 · 指标“累计去化面积” · 2025年",
    "status": "refused",
    "kind": "fact",
    "answer": _SILENT,
    "refusal": {"reason": "not_in_corpus", "message": _SILENT, "searched": ["suzhou"]},
    "scope": {"documents": ["suzhou"], "years": [2025]},
    "index": "gen-0001-d25528a8",
    "elapsed_ms": 85.5,
}
"""An example without citations: FastAPI leaves nulls out of examples, and a citation of a text needs its null page."""

router = APIRouter(prefix="/api", tags=["问答"], responses=PROBLEMS)


class AskRequest(BaseModel):
    """A question, the documents to look in (all where none is named) and the answers of earlier turns, oldest first."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"question": "青浦到2025年累计去化面积是多少？", "documents": ["qingpu"]}]}
    )

    question: str = Field(
        description="问题，一句或几句话，最多500字。",
        json_schema_extra={"minLength": 1, "maxLength": 500, "pattern": r"\w"},
    )
    documents: list[str] = Field(default_factory=list, max_length=200, description="文件编号；不填则在全部文件里找。")
    history: list[Answer] = Field(default_factory=list, max_length=20, description="前几轮的答复，原样传回，先问在前。")
    conversation_id: str | None = Field(
        None, max_length=64, description="会话；给出时，前几轮取自会话，问题和答复存入会话，history 要空着。"
    )

    replaces: str | None = Field(
        None, max_length=64, description="会话里要替换的答复的 ref：重新回答或改了问法，放在原处；只看它之前的几轮。"
    )
    explain: bool = Field(False, description="是否附上 explanation：问题怎样理解，有哪些候选，为什么选中这一个。")

    @model_validator(mode="after")
    def _one_history(self) -> Self:
        if self.history and self.conversation_id is not None:
            raise ValueError("history and conversation_id exclude each other")
        if self.replaces is not None and self.conversation_id is None:
            raise ValueError("replaces needs conversation_id")
        return self


class ExplainedAnswer(Answer):
    """An answer with how it came about."""

    explanation: Explanation
    """Spans, candidates with their chances, and what spoke for each."""


@router.post("/ask", summary="回答一个问题")
async def ask(body: AskRequest, desk: DeskDep, request: Request) -> ExplainedAnswer | Answer:
    """The answer with its citations, or a refusal with its reason; both are 200. With `explain` its explanation too."""
    answer = await desk.pool.run(_answer, body, desk, request)
    count_answer(desk.counters, answer)
    return answer


@router.post(
    "/ask/stream",
    summary="回答一个问题，并报告进行到哪一步",
    response_class=StreamingResponse,
    responses=stream_of(_EVENTS, ["stage", "answer", "error"]),
)
async def ask_stream(body: AskRequest, desk: DeskDep, request: Request) -> StreamingResponse:
    """Stages as they begin, then the verified answer: nothing that has not been verified is ever sent."""
    stream = AnswerStream(partial(desk.pool.submit, _answer, body, desk, request))
    await stream.understood()
    request_id = str(request.scope.get("request_id", ""))
    events = stream.events(request_id, partial(count_answer, desk.counters))
    return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


def _answer(body: AskRequest, desk: Desk, request: Request, on_stage: OnStage = lambda _: None) -> Answer:
    """The answer, kept before it is given. Raises NotFound for a conversation that is not the sender's."""
    assistant = desk.assistant_for(request.scope, body.conversation_id, body.replaces)
    history = body.history
    if body.conversation_id is not None:
        owner = scope_to_identity(request.scope).user
        history = desk.keeping.conversations.history(owner, body.conversation_id, _HISTORY, body.replaces)
    turns = _still_there(history, assistant.library)
    answer = assistant.ask(body.question, body.documents, turns, on_stage)
    if not body.explain:
        return answer
    return ExplainedAnswer(**dict(answer), explanation=assistant.explain(body.question, body.documents, turns))


def _still_there(history: Sequence[Answer], library: Library) -> list[Answer]:
    """The answers over documents that have not been removed since: the others can't be gone on from."""
    return [answer for answer in history if all(one in library.documents for one in answer.scope.documents)]


@router.post("/ask/docx", summary="把一个答复存成 Word 文件", response_class=Response, responses=files_of("docx"))
def ask_docx(
    answer: Annotated[Answer, Body(description="/api/ask 给出的答复，原样传回。", examples=[_ANSWER])],
    library: LibraryDep,
    desk: DeskDep,
) -> Response:
    """The answer as it was given, its sources as footnotes; refused where a quote is not in the text it is from."""
    for citation in answer.citations:
        if citation.quote not in source_text(desk.document(citation.document_id, citation.revision).text):
            raise BadRequest(f"出处{citation.n}的引文不在文件里，文件可能已经更新。", "请重新提问，再存成 Word 文件。")
    return file_response("政策问答", "docx", answer_to_docx(answer, library))


@router.get("/search", summary="只找原文段落")
async def search(
    assistant: AssistantDep,
    desk: DeskDep,
    q: Annotated[str, Query(min_length=1, max_length=500, description="要找的词", examples=["楼宇去化"])],
    doc: DocQuery = None,
    limit: Annotated[int, Query(ge=1, le=100, description="最多几段", examples=[5])] = 10,
    offset: Annotated[int, Query(ge=0, le=200, description="跳过最好的几段", examples=[0])] = 0,
) -> list[HitView]:
    """Passages with the score of each signal, best first."""
    hits = await desk.pool.run(assistant.search, q, doc or (), offset + limit)
    return [HitView.of(hit).marked(assistant.library) for hit in hits[offset:]]


@router.get("/starters", summary="可以先问的问题")
def starters(library: LibraryDep) -> list[str]:
    """Questions that these documents answer."""
    return starter_questions(library)


@router.get("/examples", summary="可以做的事，各举一例")
def examples(library: LibraryDep) -> Examples:
    """One example of each errand, from the documents that are there; null where they offer none."""
    return examples_of(library)

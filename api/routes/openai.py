"""OpenAI-compatible routes, so that any client or front end made for OpenAI can ask: models, and chat completions."""

from collections.abc import AsyncIterator, Callable, Coroutine
from functools import partial
from typing import Annotated, Any

import structlog
from fastapi import APIRouter, Path, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from fastapi.routing import APIRoute
from fastapi.sse import format_sse_event
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from api.chat.answering import (
    Exchange,
    answer_to_chunks,
    answer_to_completion,
    chat_answer,
    exchange,
    model_card,
    model_list,
    role_chunk,
)
from api.chat.wire import ChatCompletion, ChatError, ChatErrorDetail, ChatRequest, ModelCard, ModelList
from api.counters import count_answer
from api.desk import AssistantDep, Desk, DeskDep, LibraryDep
from api.problems import Problem, error_response, error_to_problem
from api.protocols.answer_stream import AnswerStream, stream_of
from assistant.answer import Answer
from corpus.errors import UserError

log = structlog.get_logger()

_TYPES = {401: "authentication_error", 403: "authentication_error", 429: "rate_limit_error"}
_ERRORS: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": ChatError | Problem, "description": "请求不能处理：未登录、太频繁、正文太大或太慢"},
    400: {"model": ChatError | Problem, "description": "请求里有不能用的值"},
    404: {"model": ChatError, "description": "没有这个模型"},
    503: {"model": ChatError | Problem, "description": "暂时不能服务：还没有索引、正在启动或太忙；见 Retry-After"},
}
_STREAMED = "整个答复；stream 为 true 时是 SSE，每个事件一块（ChatChunk），末块带 references，最后是 [DONE]"


class _ChatRoute(APIRoute):
    """Tells errors in OpenAI's form."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, with its errors put into that form."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            try:
                return await handle(request)
            except (UserError, RequestValidationError, HTTPException) as error:
                return _chat_error(error_response(request, error))

        return answered


router = APIRouter(prefix="/v1", tags=["OpenAI 兼容"], responses=_ERRORS, route_class=_ChatRoute)


@router.get("/models", summary="可以问的模型：全部文件，或其中一份")
def list_models(library: LibraryDep) -> ModelList:
    """All documents together first, then each on its own."""
    return model_list(library)


@router.get("/models/{model}", summary="一个模型")
def get_model(
    model: Annotated[str, Path(max_length=200, description="模型名", examples=["policy-assistant"])],
    library: LibraryDep,
) -> ModelCard:
    """One of those in the list."""
    return model_card(model, library)


@router.post(
    "/chat/completions",
    summary="回答对话里的最后一个问题",
    response_model=ChatCompletion,
    responses=stream_of(_STREAMED, ["message"]),
)
async def complete(body: ChatRequest, assistant: AssistantDep, desk: DeskDep, request: Request) -> object:
    """The answer to the user's last question, or a refusal: both are plain text, with `references` beside it."""
    request_id = str(request.scope.get("request_id", ""))
    asked = exchange(body, assistant.library, request_id)
    if body.stream:
        stream = AnswerStream(partial(desk.pool.submit, chat_answer, assistant, asked))
        await stream.understood()
        events = _events(stream, asked, desk, request_id)
        return StreamingResponse(events, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
    answer = await desk.pool.run(chat_answer, assistant, asked)
    count_answer(desk.counters, answer)
    return answer_to_completion(answer, asked)


async def _events(stream: AnswerStream, asked: Exchange, desk: Desk, request_id: str) -> AsyncIterator[bytes]:
    yield _event(role_chunk(asked))
    outcome = await stream.outcome()
    if isinstance(outcome, Answer):
        count_answer(desk.counters, outcome)
        for chunk in answer_to_chunks(outcome, asked):
            yield _event(chunk)
    else:
        if not isinstance(outcome, UserError):
            log.error("unexpected error", exc_info=outcome)
        yield _event(_problem_to_error(error_to_problem(outcome, request_id), 503))
    yield format_sse_event(data_str="[DONE]")


def _event(body: BaseModel) -> bytes:
    return format_sse_event(data_str=body.model_dump_json())


def _chat_error(response: JSONResponse) -> JSONResponse:
    status = 400 if response.status_code == 422 else response.status_code
    body = _problem_to_error(Problem.model_validate_json(bytes(response.body)), status)
    kept = {name: value for name, value in response.headers.items() if name in {"retry-after", "www-authenticate"}}
    return JSONResponse(body.model_dump(), status_code=status, headers=kept)


def _problem_to_error(problem: Problem, status: int) -> ChatError:
    kind = _TYPES.get(status, "server_error" if status >= 500 else "invalid_request_error")
    return ChatError(error=ChatErrorDetail.model_validate({**problem.error.model_dump(), "type": kind}))

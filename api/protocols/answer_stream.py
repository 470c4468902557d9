"""An answer in the making as server-sent events: its stages, then the verified answer or what went wrong; and how
OpenAPI describes them.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future
from typing import Any

import structlog
from fastapi.sse import format_sse_event

from api.problems import error_to_problem
from assistant.answer import Answer
from assistant.assistant import OnStage
from corpus.errors import Busy, UserError

log = structlog.get_logger()


class AnswerStream:
    """Events stage (its name), then answer (an Answer) or error (a Problem). Nothing unverified is ever sent.

    `submit` puts work, which is told where to report its stages, into a thread; it may raise Busy.
    """

    def __init__(self, submit: Callable[[OnStage], Future[Answer]]) -> None:
        self._reports: asyncio.Queue[str | None] = asyncio.Queue()
        self._loop = asyncio.get_running_loop()
        self._told: list[str | None] = []
        self._future = submit(self._tell)
        self._future.add_done_callback(lambda _: self._tell(None))

    async def understood(self) -> None:
        """Return once the question has been understood: until then a status code can tell what is wrong with it.

        Raises the UserError where there is one.
        """
        while len(self._told) < 2 and await self._next() is not None:
            pass
        if self._told[-1] is None and isinstance(error := self._error(), UserError):
            raise error

    async def outcome(self) -> Answer | BaseException:
        """The answer, or what went wrong; when nobody waits any more, work that has not begun is dropped."""
        try:
            while self._told[-1:] != [None] and await self._next() is not None:
                pass
            return self._error() or self._future.result()
        finally:
            self._future.cancel()

    async def events(self, request_id: str, on_answer: Callable[[Answer], None]) -> AsyncIterator[bytes]:
        """The events as they are sent; `on_answer` is called with the answer."""
        try:
            for stage in self._told:
                if stage is not None:
                    yield _stage_event(stage)
            while self._told[-1:] != [None] and (stage := await self._next()) is not None:
                yield _stage_event(stage)
            yield self._outcome(request_id, on_answer)
        finally:
            self._future.cancel()

    def _tell(self, stage: str | None) -> None:
        self._loop.call_soon_threadsafe(self._reports.put_nowait, stage)

    async def _next(self) -> str | None:
        """The next stage, None at the end."""
        self._told.append(await self._reports.get())
        return self._told[-1]

    def _error(self) -> BaseException | None:
        return Busy("服务正在关闭。", "请稍后再试。") if self._future.cancelled() else self._future.exception()

    def _outcome(self, request_id: str, on_answer: Callable[[Answer], None]) -> bytes:
        error = self._error()
        if error is None:
            answer = self._future.result()
            on_answer(answer)
            return format_sse_event(event="answer", data_str=answer.model_dump_json())
        if not isinstance(error, UserError):
            log.error("unexpected error", exc_info=error)
        return format_sse_event(event="error", data_str=error_to_problem(error, request_id).model_dump_json())


def _stage_event(stage: str) -> bytes:
    return format_sse_event(event="stage", data_str=stage)


def stream_of(description: str, events: Sequence[str]) -> dict[int | str, dict[str, Any]]:
    """A 200 that is a stream of events of these kinds; the description says what their data is."""
    event = {
        "type": "object",
        "properties": {
            "event": {"type": "string", "enum": list(events), "description": "data 是什么"},
            "data": {"type": "string", "description": "一行文字或一个 JSON"},
        },
        "required": ["data"],
    }
    return {200: {"description": description, "content": {"text/event-stream": {"itemSchema": event}}}}

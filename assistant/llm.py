"""An OpenAI-compatible endpoint behind one bounded call: the only module here that knows llama-index.

Import it only where an LLM is configured; the import takes seconds. It knows neither prompts nor documents.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from http import HTTPStatus
from time import monotonic
from typing import Any

import httpx
from llama_index.core.llms import ChatMessage, ChatResponse
from llama_index.llms.openai_like import OpenAILike

from assistant.advising.chat import Message, Schema

_MOST_TOKENS = 1024
_MOST_BYTES = 1024**2
_GRACE = 1.0
"""Seconds that a call may take to close its connection."""
_CUT_SHORT = frozenset({"length", "content_filter"})
_REFUSED = frozenset({400, 404, 415, 422, 501})
"""What endpoints say to a request with a field that they do not know."""
_HEADERS = frozenset({"host", "content-type", "content-length", "authorization", "accept", "connection", "user-agent"})

_log = logging.getLogger(__name__)


class OpenAiChat:
    """Sends messages, waits so long and no longer, and returns what is said, or None. Never raises; thread-safe."""

    def __init__(self, base_url: str, model: str, api_key: str | None = None) -> None:
        self.name = model
        self._base_url = base_url
        self._api_key = api_key or "none"
        self._takes_schemas = True

    def complete(self, messages: Sequence[Message], seconds: float, schema: Schema | None = None) -> str | None:
        """The reply to `messages`; None where there is none within `seconds`, or it is cut short, or no reply at all.

        An endpoint that refuses to be held to a schema is asked again without, and from then on not held to any.
        """
        until = monotonic() + seconds
        held = schema if self._takes_schemas else None
        reply = self._called(messages, seconds, held)
        if isinstance(reply, Exception) and held and getattr(reply, "status_code", None) in _REFUSED:
            self._takes_schemas = False
            reply = self._called(messages, until - monotonic(), None)
        if isinstance(reply, Exception):
            _log.warning("no reply of the LLM %s: %s", self.name, type(reply).__name__)
            return None
        return reply

    def _called(self, messages: Sequence[Message], seconds: float, schema: Schema | None) -> str | Exception | None:
        """The reply, or what kept it from coming.

        The work is done in a thread of its own, so that whatever an endpoint makes the client raise comes back as a
        value. What it says is not logged: it may repeat the key.
        """
        if seconds <= 0:
            return None
        executor = ThreadPoolExecutor(1, thread_name_prefix="llm")
        future = executor.submit(self._run, messages, seconds, schema)
        executor.shutdown(wait=False)
        wait([future], seconds + _GRACE)
        error = future.exception() if future.done() else TimeoutError()
        if error is not None:
            return error if isinstance(error, Exception) else RuntimeError(type(error).__name__)
        return future.result()

    def _run(self, messages: Sequence[Message], seconds: float, schema: Schema | None) -> str | None:
        return asyncio.run(asyncio.wait_for(self._reply(messages, seconds, schema), seconds))

    async def _reply(self, messages: Sequence[Message], seconds: float, schema: Schema | None) -> str | None:
        """One request on a connection of its own. Neither proxies nor credentials are taken from the environment."""
        async with httpx.AsyncClient(trust_env=False, timeout=seconds) as client:
            client.event_hooks = {"request": [_drop_other_headers], "response": [_bound]}
            llm = OpenAILike(
                model=self.name,
                api_base=self._base_url,
                api_key=self._api_key,
                is_chat_model=True,
                temperature=0.0,
                max_tokens=_MOST_TOKENS,
                max_retries=0,
                timeout=seconds,
                async_http_client=client,
            )
            chat = [ChatMessage(role=message.role, content=message.text) for message in messages]
            response = await llm.achat(chat, **_format(schema))
        return _said(response)


def _format(schema: Schema | None) -> dict[str, Any]:
    """The request's part that asks for JSON of this shape."""
    if schema is None:
        return {}
    shape = {"name": "reply", "schema": dict(schema)}
    return {"response_format": {"type": "json_schema", "json_schema": shape}}


def _said(response: ChatResponse) -> str | None:
    """The text of a whole reply; None for one that broke off."""
    reason = response.raw.choices[0].finish_reason if response.raw is not None else None
    return None if reason in _CUT_SHORT else response.message.content


async def _drop_other_headers(request: httpx.Request) -> None:
    """The client library adds headers from its own environment variables and about this machine."""
    for name in set(request.headers) - _HEADERS:
        del request.headers[name]


async def _bound(response: httpx.Response) -> None:
    """Refuse what is compressed (it was not asked for, and could grow) and more bytes than a reply can have."""
    if response.headers.get("content-encoding", "identity") != "identity":
        raise httpx.DecodingError("compressed", request=response.request)
    if response.status_code == HTTPStatus.OK and isinstance(response.stream, httpx.AsyncByteStream):
        response.stream = _Bounded(response.stream)


class _Bounded(httpx.AsyncByteStream):
    """A body that breaks off when it grows too large."""

    def __init__(self, body: httpx.AsyncByteStream) -> None:
        self._body = body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._body:
            size += len(part)
            if size > _MOST_BYTES:
                raise httpx.ReadError("too large")
            yield part

    async def aclose(self) -> None:
        await self._body.aclose()

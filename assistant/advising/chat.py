"""Talking to a model: messages, replies, what of a reply is said, and answers to the same words kept in memory."""

import json
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from threading import Lock
from typing import Any, Literal, NamedTuple, Protocol, TypeAlias

Schema: TypeAlias = Mapping[str, Any]
"""A JSON schema that a reply has to meet."""

_MOST_KEPT = 512
_THOUGHT = "</think>"


class Message(NamedTuple):
    """One turn of a chat with a model."""

    role: Literal["system", "user", "assistant"]
    text: str


class ChatModel(Protocol):
    """A model that can be talked to."""

    name: str

    def complete(self, messages: Sequence[Message], seconds: float, schema: Schema | None = None) -> str | None:
        """The reply within so many seconds; None for whatever keeps it from giving one. Where `schema` is given, the
        reply is asked for as JSON that meets it, which not every endpoint can promise.
        """


class Remembering:
    """A model whose replies to the same words are kept, so that a question asked again costs nothing. Thread-safe."""

    def __init__(self, model: ChatModel, most: int = _MOST_KEPT) -> None:
        self.name = model.name
        self._model = model
        self._most = most
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._lock = Lock()

    def complete(self, messages: Sequence[Message], seconds: float, schema: Schema | None = None) -> str | None:
        """The reply that was given before, else a new one."""
        key = request_key(messages, schema)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        reply = self._model.complete(messages, seconds, schema)
        if reply is not None:
            self._keep(key, reply)
        return reply

    def _keep(self, key: str, reply: str) -> None:
        with self._lock:
            self._kept[key] = reply
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def request_key(messages: Sequence[Message], schema: Schema | None) -> str:
    """The hash of all that a model is told."""
    told = json.dumps([[*map(list, messages)], schema], ensure_ascii=False, sort_keys=True)
    return sha256(told.encode()).hexdigest()


def spoken(reply: str | None) -> str:
    """A reply without what a model thought before it; nothing where it never stopped thinking."""
    said = (reply or "").strip()
    if _THOUGHT in said:
        return said.rpartition(_THOUGHT)[2].strip()
    return "" if said.startswith("<think>") else said

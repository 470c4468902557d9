"""Replies of an LLM kept in a folder, one file a request, so that a run can be repeated byte for byte without it.

`model.json` holds the model's name; every other file is called by the hash of all that the model was told, and holds
what it said; where nothing came, there is none. No address, no key, no request.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.advising.advice import Advice
from assistant.advising.chat import ChatModel, Message, Schema, request_key
from assistant.settings import Settings
from assistant.wiring import open_model
from corpus.errors import BadRequest

_NAME = "model.json"


class Recorder:
    """A model whose replies are kept in a folder; what is there already is not asked for again."""

    def __init__(self, model: ChatModel, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name = model.name
        self._model = model
        self._folder = folder
        _write(folder / _NAME, {"name": model.name})

    def complete(self, messages: Sequence[Message], seconds: float, schema: Schema | None = None) -> str | None:
        """The reply that was kept, else a new one."""
        path = _path(self._folder, messages, schema)
        if path.exists():
            return _reply(path)
        reply = self._model.complete(messages, seconds, schema)
        if reply is not None:
            _write(path, {"reply": reply})
        return reply


class Replayer:
    """A model that only says what was kept. Raises BadRequest where the folder holds no replies."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        try:
            self.name = str(json.loads((folder / _NAME).read_text(encoding="utf-8"))["name"])
        except (OSError, ValueError, KeyError) as error:
            raise BadRequest(f"“{folder}”中没有录下的大模型答复。", "请先用 --record 录下一次评测。") from error

    def complete(self, messages: Sequence[Message], seconds: float, schema: Schema | None = None) -> str | None:  # noqa: ARG002
        """The reply that was kept; None where there is none, however much time there is."""
        path = _path(self._folder, messages, schema)
        return _reply(path) if path.exists() else None


class Heard(list[Advice]):
    """All advice that was given in a run."""

    def figures(self, questions: int) -> str:
        """How often advice was asked for, and how much of it could be used."""
        held = sum(bool(one.meant) for one in self)
        picked = sum(bool(one.chosen) or one.silent for one in self)
        lost = sum(one.is_lost for one in self)
        told = (
            f"Asks that held {held}, choices that held {picked} (silent {sum(one.silent for one in self)}), lost {lost}"
        )
        return f"asked {len(self)} times over {questions} questions; {told}"


def replies_model(settings: Settings, record: Path | None, replay: Path | None) -> ChatModel | None:
    """The model of a run: the configured one, recorded where a folder is named, or the replies of a folder."""
    if replay:
        return Replayer(replay)
    model = open_model(settings)
    return Recorder(model, record) if model and record else model


def _path(folder: Path, messages: Sequence[Message], schema: Schema | None) -> Path:
    return folder / f"{request_key(messages, schema)}.json"


def _reply(path: Path) -> str:
    return str(json.loads(path.read_text(encoding="utf-8"))["reply"])


def _write(path: Path, value: object) -> None:
    """Whole or not at all: a recording takes hours, and may be killed."""
    unfinished = path.with_suffix(".tmp")
    unfinished.write_text(json.dumps(value, ensure_ascii=False) + "\n", encoding="utf-8")
    unfinished.replace(path)

"""What a model may say a question means: a small typed form of the Ask, and how a reply becomes one."""

import json
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BaseModel, Field, ValidationError

from assistant.advising.chat import Schema, spoken
from assistant.reading.ask import Fold, Subject

_Name = Annotated[str, Field(max_length=40)]
_MOST = 2
_LONGEST_REPLY = 8000


class Meaning(BaseModel, frozen=True, extra="ignore"):
    """One way to understand a question; names as the model writes them. What is not said is left as it was read."""

    subject: Subject
    fold: Fold = Fold.SHOW
    want: tuple[_Name, ...] = Field((), max_length=4)
    documents: tuple[_Name, ...] = Field((), max_length=8)
    areas: tuple[_Name, ...] = Field((), max_length=8)
    units: tuple[_Name, ...] = Field((), max_length=8)
    years: tuple[Annotated[int, Field(ge=1900, le=2200)], ...] = Field((), max_length=8)
    words: str = Field("", max_length=60)
    per_document: bool = False
    low: bool = False


def meaning_schema() -> Schema:
    """The JSON schema of a reply, made of the type: {"asks": [Meaning, …]}."""
    return _Meanings.model_json_schema()


def reply_to_meanings(reply: str | None) -> list[Meaning]:
    """The meanings that a reply gives, the likeliest first; those that are not of the type are dropped."""
    told = reply_to_json(reply)
    asks = told.get("asks", [told] if "subject" in told else [])
    return list(_valid(asks[:_MOST])) if isinstance(asks, list) else []


def reply_to_json(reply: str | None) -> dict[str, Any]:
    """The first JSON object in what is said, thoughts and fences aside; {} where there is none."""
    said = spoken(reply)
    start = said.find("{")
    if start < 0 or len(said) > _LONGEST_REPLY:
        return {}
    try:
        told, _ = json.JSONDecoder().raw_decode(said[start:])
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}


class _Meanings(BaseModel):
    asks: tuple[Meaning, ...] = Field(min_length=1, max_length=_MOST)


def _valid(asks: list[Any]) -> Iterator[Meaning]:
    for ask in asks:
        try:
            yield Meaning.model_validate(ask)
        except ValidationError:
            continue

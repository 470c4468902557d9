"""Neutral words round questions. Those that are measured with are never those that are fitted on."""

import random
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache

from eval.gold import GOLD, GoldItem, Part, part_of

_MARK = "~"
_FILE = GOLD / "wrappers.toml"


def wrapped(question: str, wrapper: str) -> str:
    """A question in its wrapper.

    >>> wrapped("新增几幢？", "您好，{q}"), wrapped("新增几幢？", "{s}？多谢")
    ('您好，新增几幢？', '新增几幢？多谢')
    """
    return wrapper.replace("{q}", question).replace("{s}", question.rstrip("？?。"))


def measured_wrappers() -> tuple[str, ...]:
    """The ten that an answer must survive."""
    return _wrappers()["measured"]


def fitted_wrappers() -> tuple[str, ...]:
    """Those that are fitted on."""
    return _wrappers()["fitted"]


def is_wrapped(item_id: str) -> bool:
    """Whether the id is that of a wrapped item, or of one of its turns."""
    return _MARK in item_id


def plain_id(item_id: str) -> str:
    """The id of the item as it was before it was wrapped.

    >>> plain_id("m001~.2")
    'm001.2'
    """
    return item_id.replace(_MARK, "")


def wrapped_items(items: Iterable[GoldItem], seed: int = 1) -> Iterator[GoldItem]:
    """The develop items once more, every question in a wrapper drawn by the seed and its own id."""
    for item in items:
        if part_of(item) is Part.DEVELOP:
            yield _wrapped_item(item, random.Random(f"{seed} {item.id}"))  # noqa: S311 - nothing is kept secret


def _wrapped_item(item: GoldItem, chance: random.Random) -> GoldItem:
    turns = tuple(
        turn.model_copy(update={"question": wrapped(turn.question, chance.choice(fitted_wrappers()))})
        for turn in item.turns
    )
    question = wrapped(item.question, chance.choice(fitted_wrappers()))
    return item.model_copy(update={"id": item.id + _MARK, "question": question, "turns": turns})


@cache
def _wrappers() -> dict[str, tuple[str, ...]]:
    return {name: tuple(found) for name, found in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()}

"""List answers: how many of the members were named, and how many of the named ones are members."""

from eval.gold import Entry, GoldQuestion, alternatives
from eval.response import Response
from eval.text import normal, says

_MARKS = ("\n", "；", "、")
"""What parts the members of a list, the coarsest first: finer marks stand inside of members."""


def list_recall(gold: GoldQuestion, response: Response) -> float | None:
    """Share of the expected members that the answer names; None where no list was asked for."""
    if not gold.items:
        return None
    return sum(_names(response.answer, item) for item in gold.items) / len(gold.items)


def list_precision(gold: GoldQuestion, response: Response) -> float | None:
    """Share of the listed pieces that name a member; None where no list was asked for or none was given.

    Words of the question may be listed too (甲、乙各自负责…): they are no member and no stranger.
    """
    pieces = [piece for piece in listed(response.answer) if not says(gold.question, piece)]
    if not gold.items or response.status != "answered" or not pieces:
        return None
    return sum(any(_names(piece, item) for item in gold.items) for piece in pieces) / len(pieces)


def listed(answer: str) -> list[str]:
    """The pieces an answer lists, without what introduces them; empty where it lists nothing.

    >>> listed("共3项：甲、乙和丙；丁；戊。")
    ['甲、乙和丙', '丁', '戊。']
    >>> listed("由甲负责。")
    []
    """
    text = answer.strip()
    mark = next((mark for mark in _MARKS if mark in text), None)
    if mark is None:
        return []
    head, colon, rest = text.partition("：")
    parts = (rest if colon and mark not in head else text).split(mark)
    return [part for part in parts if normal(part) and not normal(part).endswith(":")]


def _names(text: str, item: Entry) -> bool:
    return any(says(text, words) for words in alternatives(item))

"""Lists that say of each of several what is so (甲、乙分别为3、5), told one by one. Judges nothing."""

import re
from collections.abc import Sequence

__all__ = ["one_by_one"]

_RESPECTIVELY = re.compile(
    r"(?P<left>[^,，。;；:：\n]{2,90})(?<!分别)(?:的?[,，])?分别(?P<verb>[^\W\d]{0,6}(?=\d)|[^\W\d]{2}(?=[^\W\d]{2})|)(?P<right>[^。;；\n]{2,160})"
)
_LEFT, _RIGHT = re.compile(r"[、和与及]"), re.compile(r"[、,，]|[和与及](?=\d)")
_MOST = 12
_MIDDLE = 3


def one_by_one(text: str) -> str:
    """A text whose lists of as many things as values are told apart; as it is where they do not match.

    >>> one_by_one("甲级、乙级、丙级民宿分别奖励20万元、10万元、4万元。")
    '甲级民宿奖励20万元；乙级民宿奖励10万元；丙级民宿奖励4万元。'
    """
    return _RESPECTIVELY.sub(_told_apart, text) if "分别" in text else text


def _told_apart(match: re.Match[str]) -> str:
    left = [one for one in _LEFT.split(match["left"]) if one]
    right = [one for one in _RIGHT.split(match["right"]) if one]
    if not 1 < len(left) <= _MOST or len(right) < len(left):
        return match[0]
    told = [f"{one}{match['verb']}{value}" for one, value in zip(_completed(left), right, strict=False)]
    rest = "，".join(right[len(left) :])
    return "；".join(told) + (f"；{rest}" if rest else "")


def _completed(names: Sequence[str]) -> list[str]:
    """Names of one form (甲级、乙级、丙级民宿) with what stands before the first and behind the last of them."""
    size = len(names[1])
    ends = {names[0][-1:], names[-1][size - 1 : size], *(one[-1:] for one in names[1:-1])}
    if len(names) < _MIDDLE or len(ends) > 1 or size > len(names[0]):
        return [*names]
    head, tail = names[0][:-size], names[-1][size:].removesuffix("的")
    return [f"{head}{one}{tail}" for one in (names[0][-size:], *names[1:-1], names[-1][:size])]

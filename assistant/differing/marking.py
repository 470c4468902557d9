"""Which words of two wordings of one clause differ, so that they can be shown."""

from difflib import SequenceMatcher

from assistant.differing.change import Side

__all__ = ["marked"]

_LONGEST = 4000
_GAP = 2
"""So few equal characters between two differences are shown as part of them."""

Ranges = list[tuple[int, int]]


def marked(old: Side, new: Side) -> tuple[Side, Side]:
    """Both sides with the ranges that the other does not have; without any where they are too long to tell."""
    if len(old.text) + len(new.text) > _LONGEST:
        return old, new
    before: Ranges = []
    after: Ranges = []
    for tag, first, last, begin, end in SequenceMatcher(None, old.text, new.text, autojunk=False).get_opcodes():
        if tag != "equal":
            _add(before, first, last)
            _add(after, begin, end)
    return old.model_copy(update={"marks": tuple(before)}), new.model_copy(update={"marks": tuple(after)})


def _add(ranges: Ranges, start: int, end: int) -> None:
    if start == end:
        return
    if ranges and start - ranges[-1][1] <= _GAP:
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((start, end))

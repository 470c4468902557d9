"""Units by shorter names than any the documents print: 审批局 for 市审批服务管理局. Knows no tasks."""

import re
from collections.abc import Iterable

from corpus.facts import Unit

__all__ = ["abbreviated_units"]

_ENDS = "局委办部厅院会社站"
_SHORTEST, _LONGEST = 3, 6
_LEVEL = re.compile(r"^(?:[省市区县](?:委|政府)?)(?=\w{3})")


def abbreviated_units(text: str, units: Iterable[Unit]) -> tuple[str, ...]:
    """The units that some words of `text` abbreviate: their first and last characters, in order, and only one fits."""
    found: dict[str, None] = {}
    known = [unit for unit in units if not unit.group]
    for end in (at + 1 for at, character in enumerate(text) if character in _ENDS):
        for start in range(max(0, end - _LONGEST), end - _SHORTEST + 1):
            fitting = [unit.name for unit in known if _abbreviates(text[start:end], unit.name)]
            if len(fitting) == 1:
                found[fitting[0]] = None
                break
    return tuple(found)


def _abbreviates(short: str, name: str) -> bool:
    full = _LEVEL.sub("", name)
    bare = _LEVEL.sub("", short) if len(short) > _SHORTEST else short
    if not full or bare[0] != full[0] or bare[-1] != full[-1] or len(bare) >= len(full):
        return False
    rest = iter(full)
    return all(character in rest for character in bare)

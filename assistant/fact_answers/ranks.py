"""Which place in an order a question asks for: 最大, 第二多, 倒数第三. Knows no documents."""

import re

__all__ = ["rank_asked", "rank_words"]

_NUMBERS = "一二三四五"
_RANK = re.compile(r"(?<!倒数)(?<!前)第([二三四五])[高多大低少小]|倒数第([二三四五])")


def rank_asked(text: str) -> int:
    """1 for the highest or lowest, 2 for the second from that end."""
    found = _RANK.search(text)
    return _NUMBERS.index(found[1] or found[2]) + 1 if found else 1


def rank_words(rank: int) -> str:
    """最 for the first, 第二 for the second."""
    return "最" if rank == 1 else f"第{_NUMBERS[rank - 1]}"

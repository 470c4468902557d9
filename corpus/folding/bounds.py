"""Words around a number that bound it: 不少于, 超过, 以上. Data and look-ups."""

import re

from corpus.target import Bound

_WORDS: tuple[tuple[str, Bound], ...] = (
    ("不少于", Bound.GE),
    ("不低于", Bound.GE),
    ("不小于", Bound.GE),
    ("至少", Bound.GE),
    ("不高于", Bound.LE),
    ("不超过", Bound.LE),
    ("不大于", Bound.LE),
    ("不多于", Bound.LE),
    ("超过", Bound.GT),
    ("突破", Bound.GT),
    ("高于", Bound.GT),
    ("大于", Bound.GT),
    ("多于", Bound.GT),
    ("低于", Bound.LT),
    ("不到", Bound.LT),
    ("不足", Bound.LT),
    ("少于", Bound.LT),
    ("没到", Bound.LT),
    ("没达到", Bound.LT),
    ("未达到", Bound.LT),
    ("达不到", Bound.LT),
    ("不满", Bound.LT),
    ("没超过", Bound.LE),
    ("未超过", Bound.LE),
    ("小于", Bound.LT),
    ("大约", Bound.APPROX),
    ("控制在", Bound.EQ),
    ("超", Bound.GT),
    ("破", Bound.GT),
    ("接近", Bound.APPROX),
    ("将近", Bound.APPROX),
    ("约", Bound.APPROX),
    ("近", Bound.APPROX),
    ("≥", Bound.GE),
    ("≤", Bound.LE),
    (">", Bound.GT),
    ("<", Bound.LT),
)
_BEFORE = (
    *((f"不{may}{word[1:]}", bound) for word, bound in _WORDS for may in "得能可应许" if word.startswith("不")),
    *_WORDS,
)
"""不得低于 says what 不低于 does."""
_BOUNDS = dict(_BEFORE)
_LENGTHS = tuple(sorted(set(map(len, _BOUNDS)), reverse=True))
_OF_A_WORD = re.compile(r"(?:[签集节预条公契履解]约|[附临就邻最]近|[打爆]破)$")
"""Words that only end like a bound: 签约2个项目 are not about 2."""
BOUNDS_BEHIND = {
    "及以上": Bound.GE,
    "以上": Bound.GE,
    "及以下": Bound.LE,
    "以内": Bound.LE,
    "之内": Bound.LE,
    "以下": Bound.LE,
    "左右": Bound.APPROX,
    "上下": Bound.APPROX,
    "之间": Bound.EQ,
    "都不到": Bound.LT,
    "都没到": Bound.LT,
    "不到": Bound.LT,
}


def bound_before(words: str) -> Bound | None:
    """The bound of the words that end right before a number."""
    return _BOUNDS.get(bound_word(words))


def bound_word(words: str) -> str:
    """The word that ends right before a number and bounds it, the longest; empty for none."""
    ends = (words[-length:] for length in _LENGTHS)
    return next((end for end in ends if end in _BOUNDS and not _OF_A_WORD.search(words)), "")

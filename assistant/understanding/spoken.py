"""Asking words as people say them, in the words that are written: 啥 is 什么, 咋 is 怎么. Knows no documents.

Only words that ask or count; what is asked about stays as it was said.
"""

import re
from collections.abc import Callable

__all__ = ["in_plain_words"]

_DIGITS = {character: value for value, character in enumerate("一二三四五六七八九", 1)}


def _tenths(match: re.Match[str]) -> str:
    """七成 as a percentage: 70%."""
    return f"{_DIGITS[match[1]]}0%"


_PLAIN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=为)(?:啥|嘛)", "什么"),
        (r"干(?:啥|嘛|吗)(?:子|呢)?(?:的)?(?=$|[?,。])", "干什么"),
        (r"啥(?:子)?", "什么"),
        (r"咋(?=样)", "怎么"),
        (r"咋", "怎么"),
        (r"(?<![\w])几多|几多(?=[幢栋座个家场项万亿])", "多少"),
        (r"哪(?:儿|疙瘩)", "哪里"),
        (r"多会儿|几时", "什么时候"),
        (r"(?<=[有是])那(?=些(?:[?。]|$))", "哪"),
        (r"俩(?!人)", "两个"),
        (r"仨", "三个"),
        (r"(?i:(?<![a-z])how\s?(?:many|much)(?![a-z]))", "多少"),
        (r"(?<![A-Za-z])[Ww]hich(?![A-Za-z])", "哪个"),
        (r"(?<![A-Za-z])[Ww]ho(?![A-Za-z])", "谁"),
        (r"(?<![A-Za-z])[Ww]hen(?![A-Za-z])", "什么时候"),
        (r"(?<![A-Za-z])[Ww]hat(?![A-Za-z])", "什么"),
        (r"(?<![一二三四五六七八九十几完])([一二三四五六七八九])成(?=$|[以吗呢的,?。]|左右)", _tenths),
        (r"(?:任务|压力|担子|指标)?最重(?=的|是|$|[?,。])", "最多"),
        (r"(?:任务|压力|担子|指标)?最轻(?=的|是|$|[?,。])", "最少"),
        (r"拢共|统共|满打满算", "一共"),
        (r"(?:加|合|凑|拢)(?:在)?一(?:块|起)(?:儿)?", "加起来"),
        (r"(?i:(?<![a-z])dead\s?line(?![a-z]))", "截止时间"),
        (r"(?i:(?<![a-z])(?:kpi|target)s?(?![a-z]))", "指标"),
    )
)


def in_plain_words(text: str) -> str:
    """`text` (normalised) with spoken asking words replaced by written ones.

    >>> in_plain_words("太原方案啥时候印的")
    '太原方案什么时候印的'
    """
    for pattern, plain in _PLAIN:
        text = pattern.sub(plain, text)
    return text

"""Traditional characters as simplified ones, one by one: offsets keep their meaning. The only user of opencc."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile("[\u3400-\u9fff]")


@lru_cache(maxsize=4096)
def simplified(text: str) -> str:
    """`text` with every traditional character simplified, as long as it was.

    >>> simplified("牽頭單位：縣政府")
    '牵头单位：县政府'
    """
    return text if _is_plain(text) else "".join(map(_character, text))


def _is_plain(text: str) -> bool:
    """Whether no character can be traditional: all are in the set of simplified ones that is used most."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return _HAN.search(text) is None
    return True


@cache
def _character(character: str) -> str:
    if not _HAN.match(character):
        return character
    simple = _converter().convert(character)
    return simple if len(simple) == 1 else character


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC

    return OpenCC("t2s")

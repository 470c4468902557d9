"""What a question names one after the other (REITs、ABS、CMBS; 楼长或管家): the stretches between marks of a list."""

import re

from assistant.reading.ask import Ask

_STRETCH = re.compile(r"[\s，,；;。？?！!：:“”\"']")
_BETWEEN = re.compile(r"[、/]|以及|或者?|还是|和|与|及")
_SHORTEST, _LONGEST = 2, 14


def things_listed(ask: Ask) -> tuple[str, ...]:
    """Those in quotation marks or Latin letters where they are several, else those of the first list of words."""
    if len(ask.where.quoted) > 1:
        return ask.where.quoted
    lists = (tuple(_BETWEEN.split(stretch)) for stretch in _STRETCH.split(ask.where.words))
    return next((one for one in lists if len(one) > 1 and all(map(_is_thing, one))), ())


def _is_thing(words: str) -> bool:
    return _SHORTEST <= len(words) <= _LONGEST

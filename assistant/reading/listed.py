"""What a question names one after the other (REITs、ABS、CMBS; 楼长或管家): the stretches between marks of a list."""

import re

from assistant.reading.ask import Ask

_ITEM = r"[^\s，,、；;。？?！!：:“”\"'/]{2,14}?"
_BETWEEN = r"(?:[、/]|以及|或者?|还是|和|与|及)"
_LIST = re.compile(rf"{_ITEM}(?:{_BETWEEN}{_ITEM})+(?=[\s，,；;。？?！!：:“”\"']|$)")


def things_listed(ask: Ask) -> tuple[str, ...]:
    """Those in quotation marks or Latin letters where they are several, else those of the first list of words."""
    if len(ask.where.quoted) > 1:
        return ask.where.quoted
    found = _LIST.search(ask.where.words)
    return tuple(re.split(_BETWEEN, found[0])) if found else ()

"""Days as documents print them in running text (2020年底前, 2021年6月底前). Knows no tasks and no answers."""

import re

from assistant.sentences import text_to_sentences

_DAY = re.compile(
    r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬)?|[上下]半年|第?[一二三四1-4]季度)?(?:年?[底末初])?(?:之前|以前|前)?"
)
_IN_TIME = re.compile(r"[底末前]$")
"""How a day ends by which something is to be done, other than one on which something was."""


def dated_sentences(text: str, year: str = "") -> list[str]:
    """The sentences of a text that say by when (in `year`, if any), each from its first such day on."""
    found = []
    for sentence in text_to_sentences(text):
        days = (one for one in _DAY.finditer(sentence) if _IN_TIME.search(one[0]) and one[0].startswith(year))
        match = next(days, None)
        if match:
            found.append(sentence[match.start() :])
    return found

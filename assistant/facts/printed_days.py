"""Days as documents print them in running text (2020年底前, 2021年6月底前). Knows no tasks and no answers."""

import re

from assistant.sentences import text_to_sentences
from corpus.quoting import compact

__all__ = ["dated_sentences", "day_asked", "from_day", "prints_day"]

_DAY = re.compile(
    r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬)?|[上下]半年|第?[一二三四1-4]季度)?(?:年?[底末初])?(?:之前|以前|前)?"
)
_TELLS_DAY = re.compile(r"[月旬度日底末初前]$|半年$")
_IN_TIME = re.compile(r"[底末前]$")
"""How a day ends by which something is to be done, other than one on which something was."""


def day_asked(text: str) -> str:
    """The one day that a text gives; empty where it gives a year at most, or several."""
    days = [match[0] for match in _DAY.finditer(compact(text)) if _TELLS_DAY.search(match[0])]
    return days[0] if len(days) == 1 else ""


def prints_day(sentence: str, day: str) -> bool:
    """Whether a sentence prints a day, in whatever words for 年底 and 前."""
    return any(_key(match[0]) == _key(day) for match in _DAY.finditer(compact(sentence)))


def from_day(sentence: str, day: str) -> str:
    """The sentence from a day on."""
    return sentence[next((match.start() for match in _DAY.finditer(sentence) if _key(match[0]) == _key(day)), 0) :]


def dated_sentences(text: str, year: str = "") -> list[str]:
    """The sentences of a text that say by when (in `year`, if any), each from its first such day on."""
    found = []
    for sentence in text_to_sentences(text):
        days = (one for one in _DAY.finditer(sentence) if _IN_TIME.search(one[0]) and one[0].startswith(year))
        match = next(days, None)
        if match:
            found.append(sentence[match.start() :])
    return found


def _key(day: str) -> str:
    """A day in one form: 2020年年底以前 and 2020年末前 are 2020年底前."""
    return re.sub(r"(?:之|以)前", "前", day.replace("年年", "年")).replace("末", "底")

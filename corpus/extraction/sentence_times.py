"""How far the time that a sentence names reaches: over all its goals, over a part of it, or over one thing only."""

import re

from corpus.extraction.goal_naming import names_nothing_itself
from corpus.extraction.goal_readings import Reading
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.periods import NO_TIME, Time, without_time
from corpus.extraction.subjects import counted_amounts
from corpus.folding.years import YEAR

__all__ = ["is_of_itself", "leads_sentence", "opens_sentence", "time_held", "time_of_part"]

_DEADLINE = re.compile(rf"(?:{YEAR})年(?:\d{{1,2}}月)?(?:年?底)?(?:之?前|以前)")
"""2027年底前建成新院区: the time of this one thing."""
_MONTH = re.compile(r"(?<![年\d])\d{1,2}月(?:\d{1,2}日)?[底末]?(?:之?前|以前)")
"""11月底前整改12项，2026年通过验收: of the year that is told of, not of the one that its sentence names."""
_CLAUSE = re.compile(r"[，,；;：:]")
_PARTS = re.compile(r"[；;]")


def is_of_itself(sentence: str) -> bool:
    """Whether a sentence begins with the deadline of one thing (2027年底前建成院区, 2025年底前，覆盖率提高到80%), not
    of all that follows (2027年前，取得突破。).
    """
    match = _DEADLINE.match(sentence)
    return match is not None and (sentence[match.end() :][:1] not in ("，", ",") or bool(counted_amounts(sentence)))


def time_of_part(reading: Reading, sentence: str, before: Time, led: Time, times: GoalTimes) -> Time:
    """The time of a goal of a sentence of several parts: that of its own part, and of the sentence only where that
    begins with it (新增里程58公里；续建国道24公里，2027年通车；改建5条).
    """
    if _MONTH.search(reading.clause) and not times.named(reading.clause):
        return before
    parts = _PARTS.split(sentence)
    if len(parts) == 1 or not times.named(sentence) or times.named(_CLAUSE.split(sentence)[0]):
        return led
    own = next((part for part in parts if reading.clause in part), sentence)
    return (times.named(own) if leads_sentence(own, times) else NO_TIME) or before


def time_held(sentence: str, led: Time, times: GoalTimes) -> Time:
    """The time that goes on behind a sentence: that of its first part, where it is the later (到2027年，…；2025年…)."""
    first = times.named(_PARTS.split(sentence)[0])
    return first if first.last and led.last and first.last > led.last else led


def opens_sentence(sentence: str, times: GoalTimes) -> bool:
    """Whether no number stands before the time that a sentence names, so that the time goes on behind it
    (not: 单机容量126万千瓦，2026年投产).
    """
    clauses, at = _named_at(sentence, times)
    return not any(counted_amounts(clause) for clause in clauses[:at])


def _named_at(sentence: str, times: GoalTimes) -> tuple[list[str], int]:
    """The clauses of a sentence and which of them names its time first; the first where none does."""
    clauses = _CLAUSE.split(sentence)
    return clauses, next((at for at, clause in enumerate(clauses) if times.named(clause)), 0)


def leads_sentence(sentence: str, times: GoalTimes) -> bool:
    """Whether the time of a sentence is that of all its goals: it stands first, in a clause of its own
    (建成学校5所，2026年底前完成) or beside what goes on about them (规模年均增长20%，到2026年达到120亿元).
    """
    clauses, at = _named_at(sentence, times)
    if opens_sentence(sentence, times):
        return True
    words = without_time(clauses[at])
    amounts = counted_amounts(words)
    return not amounts or names_nothing_itself(words[: amounts[0].start])

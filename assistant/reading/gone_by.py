"""What a question asks of as seen from one document: years gone by, what there is now, or what is aimed at."""

import re
from dataclasses import dataclass

from assistant.reading.ask import Ask
from corpus.extraction.gone_times import GoneTimes
from corpus.extraction.periods import NO_TIME, Time

_LOOKS = re.compile(
    r"[去上今本明来]年|目前|现在|眼下|当前|如今|过去|[这近][一两三四五几]年|[“\"]?十[一二三四五六]五[”\"]?(?:时期|期间|末)?"
    r"|实际(?!使用|利用)|已经|打算|计划|预期|力争|争取|准备|完成(?:了|得|情况)?|目标值?|比一比|相比|还差|净(?=增)"
    r"|了(?=[ ，,、]|$)"
)
_LATER = frozenset({"this_year", "next_year"})


@dataclass(frozen=True, slots=True)
class Asked:
    """The times that a question names."""

    gone: frozenset[Time]
    """Those gone by; without time what there is now."""
    back: bool
    """Whether it asks what was reached, in whatever time."""
    ahead: bool
    """Whether it asks what is aimed at."""


def asked_times(ask: Ask, this_year: int) -> Asked:
    """The times that a question names, of a document of `this_year`."""
    told = {mark.time for mark in GoneTimes((), this_year).within(ask.gist) if mark.time is not None}
    years = ask.where.years
    gone = told | {Time(year=year) for year in years if year < this_year}
    gone |= {NO_TIME} if "now" in ask.hints else set()
    aimed, reached = "aimed" in ask.hints, "reached" in ask.hints
    gone |= {Time(year=this_year - 1)} if "last_year" in ask.hints and (aimed or reached) else set()
    later = not _LATER.isdisjoint(ask.hints) or any(year >= this_year for year in years)
    dated = any(time.last for time in gone)
    back = bool(gone) if later or dated else bool(gone) or reached
    return Asked(frozenset(gone), back and (later or reached or not (aimed and dated)), later or (aimed and not dated))


def counting(ask: Ask) -> Ask:
    """The same question without the words that only say when, and whether it was reached or is aimed at."""
    return ask.about(words=_LOOKS.sub(" ", ask.where.words))

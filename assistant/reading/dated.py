"""Documents that are called by the year they are of: 2020年那个意见. Such a year is no condition on what they say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.facts import Library

__all__ = ["DatedCalling", "dated_callings"]

_CALLED = re.compile(
    r"(?P<year>20\d\d)年(?:[印发出下]{0,2}的)?[那这该](?:个|份|篇|部)?[^\W\d]{0,8}?"
    r"(?P<kind>意见|细则|办法|方案|规划|计划|措施|规定|条例|决定|报告|通知|文件)"
)
_ANY = "文件"


@dataclass(frozen=True, slots=True)
class DatedCalling:
    """A stretch [start, end) that calls documents by their year and kind; `year_end` is where its year ends."""

    start: int
    year_end: int
    end: int
    year: int
    kind: str

    def holders(self, library: Library) -> set[str]:
        """The documents of this year and kind."""
        return {
            one.id
            for one in library.documents.values()
            if self.year in {day.year for day in (one.metadata.written_on, one.metadata.printed_on) if day}
            and (self.kind == _ANY or self.kind in one.metadata.title)
        }


def dated_callings(text: str) -> Iterator[DatedCalling]:
    """Where a text calls documents so."""
    for found in _CALLED.finditer(text):
        yield DatedCalling(found.start(), found.end("year") + 1, found.end(), int(found["year"]), found["kind"])

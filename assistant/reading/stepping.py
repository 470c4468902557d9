"""Steps from what was asked before: the next item, the two years before; and years as seen from a document (去年)."""

import re
from collections.abc import Collection, Mapping

from assistant.reading.ask import Ask
from assistant.reading.reading import Reading
from assistant.reading.senses import hints_of
from corpus.extraction.periods import own_year
from corpus.facts import Library
from corpus.folding.numerals import numeral_to_int

_ITEM = re.compile(r"([下后上前])一(?:项|条|个)")
_YEAR = re.compile(r"([前上头后下次转])(?:面|边)?的?([一两二三四五]|几)?年")
_FEW = 2
NEAR_YEARS = {"this_year": 0, "last_year": -1, "next_year": 1}
"""Hints of years, and how far from the year of a document they are; …"""
_NEAR = {**NEAR_YEARS, "now": -1}
"""… what there is now was counted a year before."""


def steps_years(reading: Reading) -> bool:
    """Whether a question moves on to years before or behind."""
    return "step" in reading.heard and _YEAR.search(reading.text) is not None


def is_near(reading: Reading) -> bool:
    """Whether a question names a year as seen from a document (今年, 去年, 现在)."""
    return not _NEAR.keys().isdisjoint(hints_of(reading.text))


def near_years(
    reading: Reading, documents: Collection[str], last: tuple[int, ...], library: Library
) -> tuple[int, ...]:
    """Those years, as of the one document talked about; where a difference from one is asked for with the last year
    asked of, else the year of the document.
    """
    found = {_NEAR[hint] for hint in hints_of(reading.text) & _NEAR.keys()}
    years = {own_year(library.document(one)) for one in documents} if found and len(documents) == 1 else set()
    own = next(iter(years), None)
    if own is None:
        return ()
    beside = {*last[-1:], *(() if last else (own,))} if "difference" in reading.heard and len(found) == 1 else set()
    return tuple(sorted({*(own + after for after in found), *beside}))


def stepped(reading: Reading, last: Ask, years: tuple[int, ...]) -> Mapping[str, object]:
    """The slots of the last Ask, which was of these years, that a question moves on by a step; empty where it steps
    nowhere.
    """
    if "step" not in reading.heard:
        return {}
    if (match := _ITEM.search(reading.text)) and last.where.ordinals:
        return {"ordinals": _next(last.where.ordinals, match[1] in "下后")}
    if (match := _YEAR.search(reading.text)) and years:
        return {"years": _years(years, match, "difference" in reading.heard)}
    return {}


def _next(numbers: tuple[int, ...], ahead: bool) -> tuple[int, ...]:
    return (max(numbers) + 1,) if ahead else (min(numbers) - 1,)


def _years(years: tuple[int, ...], match: re.Match[str], both: bool) -> tuple[int, ...]:
    """The years before or behind; with `both` also those asked for before, to be set against them."""
    size = numeral_to_int(match[2] or "一") or _FEW
    ahead = match[1] in "后下次转"
    found = range(max(years) + 1, max(years) + size + 1) if ahead else range(min(years) - size, min(years))
    return tuple(sorted({*found, *(years if both else ())}))

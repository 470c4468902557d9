"""How much there was before: what there is in all, less what was added since. Only where all years between are told."""

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.draft import Draft
from assistant.facts.folding import Term, difference, summed
from assistant.facts.indicators import Meant
from assistant.facts.target_rows import area_words, in_table, is_whole, said, to_term, value_words, year_of, year_words
from assistant.reading.ask import Ask
from corpus.extraction.indicators import indicator_core
from corpus.extraction.periods import own_year
from corpus.facts import Library
from corpus.target import Target, TargetKind

__all__ = ["earlier_level"]

_LEVELS = frozenset({TargetKind.LEVEL, TargetKind.CUMULATIVE})


def earlier_level(ask: Ask, meant: Meant, library: Library) -> Draft | None:
    """What there was at the end of the year named, worked out backwards; None where the document does not allow it."""
    cells = [one for one in library.targets([meant.document]) if _is_such(one, ask, meant)]
    levels = [one for one in cells if one.kind in _LEVELS and not one.is_baseline]
    own = own_year(library.document(meant.document))
    years = ask.where.years or ((own - 1,) if own and "last_year" in ask.hints else ())
    if len(years) != 1 or not levels:
        return None
    year, level = years[0], min(levels, key=lambda one: (year_of(one) or 0, not in_table(one)))
    last = year_of(level) or 0
    added = {
        year_of(one): one for one in cells if one.kind is TargetKind.NEW and (in_table(one) or year_of(one) == own)
    }
    since = [added[one] for one in range(year + 1, last + 1) if one in added]
    if last <= year or len(since) != last - year:
        return None
    return _told(f"{year}年底" if ask.where.years else "上年底", level, since, library)


def _is_such(one: Target, ask: Ask, meant: Meant) -> bool:
    """Whether a target is for the same thing and the same area, all of it or what is new of it."""
    area = one.scope in ask.where.areas if ask.where.areas else is_whole(one)
    return area and indicator_core(one.indicator) == indicator_core(meant.name)


def _told(when: str, level: Target, since: Sequence[Target], library: Library) -> Draft | None:
    more = summed([to_term(one, year_words(one), library) for one in since])
    if more is None:
        return None
    folded = difference(to_term(level, "", library), Term("", more.value, more.unit, "", more.evidence))
    if folded is None or more.value >= level.quantity.value:
        return None  # no more than what was added: it counts from where the plan begins
    listed = "、".join(f"{year_words(one)}{since[0].indicator}{value_words(one)}" for one in since)
    plus = f"，合计{more.text}" if len(since) > 1 else ""
    head = f"{area_words(level, library)}{year_words(level)}{level.indicator}{value_words(level)}"
    text = f"{head}，{listed}{plus}，倒推{when}为{folded.text}。"
    return Draft(AnswerKind.CALCULATION, (said(text, folded.evidence),))

"""Values in order: which places an ask is for, how far they are apart, what share the first are, and who is told. Words
no sentence.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter
from typing import TypeVar

from assistant.draft import Draft, NoAnswer
from assistant.facts.folding import Folded, Term, difference, in_one_unit, share, summed
from assistant.reading.ask import Ask

_T = TypeVar("_T")

_NUMBERS = "一二三四五六七八九十"
_BOTH = frozenset({"most", "least"})
_AGAINST_RANK = frozenset({"most", "difference"})


def sought(ask: Ask) -> list[Ask]:
    """One ask for each place of the order meant: the last beside the first, and what the first is set against."""
    if ask.heard >= _BOTH:
        return [replace(ask, low=low) for low in (False, True)]
    return [replace(ask, rank=1), ask] if ask.rank > 1 and ask.heard >= _AGAINST_RANK else [ask]


def ranked_days(dated: Sequence[tuple[date, _T]], ask: Ask) -> list[tuple[str, list[_T]]]:
    """For each place of the order meant how it is called (最早) and what falls on its day; nothing where no two days
    are apart.
    """
    found = []
    for one in sought(ask):
        days = sorted({day for day, _ in dated}, reverse=one.low)
        picked = days[: one.top] if one.top else days[one.rank - 1 : one.rank]
        words = "最晚" if one.low else "最早"
        if len(days) > 1 and picked:
            told = words if one.rank == 1 else f"第{one.rank}{words[1:]}"
            found.append(
                (told, [what for day, what in sorted(dated, key=itemgetter(0), reverse=one.low) if day in picked])
            )
    return found


def ordered(terms: Sequence[Term], *, low: bool = False) -> list[Term]:
    """The terms that can be set against each other, the largest first (the smallest with `low`); of falls alone
    (下降15%、下降33%) the steepest is the largest.
    """
    chosen = in_one_unit(terms)
    if chosen is None:
        unit = max({term.unit for term in terms}, key=lambda one: sum(term.unit == one for term in terms))
        chosen = [term for term in terms if term.unit == unit and not term.ranged]
    falls = all(term.value < 0 for term in chosen)
    return sorted(chosen, key=lambda term: term.value, reverse=low is falls)


def extreme(terms: Sequence[Term], *, rank: int = 1, top: int = 0, low: bool = False) -> list[Term]:
    """Those at `rank` (ranks counted by different values), or the first `top` with all that tie with the last of
    them.
    """
    order = ordered(terms, low=low)
    if not order:
        return []
    values = list(dict.fromkeys(term.value for term in order))
    if top:
        first = values[: values.index(order[min(top, len(order)) - 1].value) + 1]
        return [term for term in order if term.value in first]
    return [term for term in order if term.value == values[rank - 1]] if rank <= len(values) else []


def rank_words(rank: int, *, low: bool = False, rate: bool = False) -> str:
    """最多, 第二多, 最少; rates are 高 and 低."""
    which = "最" if rank == 1 else f"第{_NUMBERS[rank - 1]}" if rank <= len(_NUMBERS) else f"第{rank}"
    return which + (("低" if low else "高") if rate else ("少" if low else "多"))


def gap(ask: Ask, terms: Sequence[Term]) -> Folded | None:
    """By how much the first exceeds the last, or the one at the rank named, where that is asked too."""
    order = ordered(terms)
    if "difference" not in ask.heard or len(sought(ask)) < 2 or len(order) < 2:
        return None
    other = order[-1:] if ask.heard >= _BOTH else extreme(terms, rank=ask.rank)
    return difference(order[0], other[0]) if other else None


def share_of_sum(ask: Ask, best: Sequence[Term], terms: Sequence[Term], whole: Term | None = None) -> Folded | None:
    """What share of the whole, or else of them all, the first are, where that is asked too; rates do not add up."""
    chosen = in_one_unit(terms)
    if "share" not in ask.heard or not best or not chosen or chosen[0].unit in {"%", "％"}:
        return None
    every = whole or _sum(chosen)
    names = {term.name for term in best}
    found = share([term for term in chosen if term.name in names], every) if every else None
    return replace(found, text=f"占合计{every.said}的{found.text}") if found and every else None


def _sum(terms: Sequence[Term]) -> Term | None:
    """All terms as one; None where one is a sum itself, which this would not spell out."""
    folded = summed(terms) if not any("=" in term.said for term in terms) else None
    return folded.called("") if folded else None


def names_said(names: Iterable[str], outcome: Draft | NoAnswer) -> tuple[str, ...]:
    """The names that a ranking tells, in the order told; all where it tells none: what turns behind it can point at."""
    every = tuple(dict.fromkeys(names))
    text = outcome.text if isinstance(outcome, Draft) else ""
    told = sorted((name for name in every if name in text), key=text.find)
    return tuple(told) or every

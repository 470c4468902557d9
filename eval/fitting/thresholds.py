"""From what a fit makes of questions it never saw: below which chance to refuse, from which on to sound sure, whether
neutral words round a question change the choice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eval.fitting.choosing import Judged
from eval.wrapping import is_wrapped, plain_id

__all__ = ["Figures", "Steadiness", "figures_at", "steadiness", "thresholds"]

_LIMITS = [at / 100 for at in range(2, 95)]
_NEVER = 2.0
"""No chance is so high."""
_UNDUE = 0.005
"""No more questions that have an answer may be refused for being doubtful alone. With what silence.py refuses, of 1,081
questions of seven libraries left out by thirds 33 of 63 without an answer are refused and 26 of the others, where a
limit of their own for strange words and for answers without the form asked for refused 27 and 34 (2026-11-29).
"""
_WRONG_AND_SURE = 0.02
"""Of all questions left out no more may be answered wrongly without a caution: of 730 of libraries that nobody had read
31 were where the limit held .027 (2026-11-29), and .03 is what may be.
"""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares: of all questions right, of those with an answer refused, of those without one refused; of all answered
    wrongly with at least this chance.
    """

    right: float
    undue: float
    due: float
    wrong: float


def figures_at(found: Sequence[Judged], limit: float, silent: float = _NEVER) -> Figures:
    """The figures where nothing below `limit` is answered, nor what is likely without an answer from `silent` on."""
    answerable = [one for one in found if one.question.gold.answerable and not one.question.gold.expect_refusal]
    unanswerable = [one for one in found if one.question.gold.expect_refusal]
    return Figures(
        right=_share(sum(_right(one, limit, silent) for one in found), len(found)),
        undue=_share(
            sum(_refused(one, limit, silent) and not one.question.settled for one in answerable), len(answerable)
        ),
        due=_share(sum(_right(one, limit, silent) for one in unanswerable), len(unanswerable)),
        wrong=_share(sum(not _refused(one, limit, silent) and not one.right for one in found), len(found)),
    )


def thresholds(found: Sequence[Judged]) -> tuple[float, float]:
    """The highest limit that refuses few questions unduly, and the least chance from which on few answers are wrong."""
    low = max((limit for limit in _LIMITS if figures_at(found, limit).undue <= _UNDUE), default=0.0)
    sure = next((one for one in _LIMITS if one >= low and figures_at(found, one).wrong <= _WRONG_AND_SURE), 1.0)
    return low, sure


def _refused(one: Judged, limit: float, silent: float) -> bool:
    return one.question.settled or one.chance < limit or one.silent >= silent


def _right(one: Judged, limit: float, silent: float) -> bool:
    gold = one.question.gold
    if _refused(one, limit, silent):
        return gold.expect_refusal or not gold.answerable
    return one.right


def _share(count: int, total: int) -> float:
    return round(count / total, 4) if total else 0.0


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Of the questions asked both plainly and wrapped: how many are right plainly, wrapped, and both ways."""

    questions: int
    plain: int
    wrapped: int
    both: int


def steadiness(found: Iterable[Judged]) -> Steadiness:
    """How many questions stay right in a wrapper."""
    right = {one.question.gold.id: one.right for one in found}
    pairs = [(right[plain_id(name)], right[name]) for name in right if is_wrapped(name)]
    return Steadiness(
        questions=len(pairs),
        plain=sum(plain for plain, _ in pairs),
        wrapped=sum(wrapped for _, wrapped in pairs),
        both=sum(plain and wrapped for plain, wrapped in pairs),
    )

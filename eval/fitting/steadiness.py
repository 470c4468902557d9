"""Whether neutral words round a question change the choice, by fits that never saw its document."""

from collections.abc import Iterable
from dataclasses import dataclass

from eval.fitting.choosing import Judged
from eval.wrapping import is_wrapped, plain_id

__all__ = ["Steadiness", "steadiness"]


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

"""Whether right answers stay right when neutral words stand before or behind the question."""

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from eval.aspects import Aspect
from eval.gold import GoldItem
from eval.measures.correctness import correct
from eval.systems import System
from eval.wrapping import measured_wrappers, wrapped

__all__ = ["drawn", "score_steady"]


def drawn(items: Iterable[GoldItem], right: Iterable[str], most: int) -> list[GoldItem]:
    """At most so many single questions with an answer that were answered rightly, drawn by the hash of their ids."""
    known = set(right)
    asked = [one for one in items if one.id in known and not one.turns and one.must_include and not one.expect_refusal]
    return sorted(asked, key=lambda item: sha256(item.id.encode()).hexdigest())[:most]


def score_steady(items: Sequence[GoldItem], system: System) -> Aspect:
    """How many of the questions survive all wrappers (`steady`); the failures tell by which the others are lost."""
    lost: Counter[str] = Counter()
    failures = []
    for item in items:
        broken = [one for one in measured_wrappers() if not _survives(item, one, system)]
        lost.update(broken)
        failures += [f"{item.id} {wrapped(item.question, one)}" for one in broken[:1]]
    steady = len(items) - len(failures)
    worst = tuple(f"{wrapper}: {count}" for wrapper, count in lost.most_common())
    return Aspect(of=len(items), counts={"steady": steady}, failures=(*worst, *failures))


def _survives(item: GoldItem, wrapper: str, system: System) -> bool:
    (response,) = system.respond([wrapped(item.question, wrapper)])
    return correct(item, response)

"""Which of the rules of one sentence or table a question means. Knows nothing of what they come to."""

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from assistant.reading.ask import Ask
from assistant.reading.words import fold, official_words
from assistant.rules.rule import Rule, same_unit
from corpus.folding.units import base_unit
from corpus.quoting import bigrams
from corpus.target import Bound

__all__ = ["GRANTED", "alike", "asked_pairs", "meant_of"]

GRANTED = bigrams("补贴补助奖励标准发放资金给予按照比例万元执行支付")
"""What nearly every rule says."""
_SHORT = 24
_BELOW = frozenset({Bound.LE, Bound.LT})


def meant_of(group: Sequence[Rule], ask: Ask) -> list[Rule]:
    """The rules whose own words the question says most of, those graded for its amounts first; all of them where it
    tells none from the others.
    """
    asked = asked_pairs(ask)
    graded = [any(same_unit(bound, one) for bound in rule.bounds for one in ask.case.amounts) for rule in group]
    group = _highest([rule for rule, fits in zip(group, graded, strict=True) if fits]) if any(graded) else group
    labels = [bigrams(fold(f"{one.label} {one.tail}")) - GRANTED for one in group]
    common = Counter(pair for one in labels for pair in one)
    count = len(group)
    worth = [
        sum(math.log((count + 1) / (common[pair] + 0.5)) for pair in one & asked if common[pair] < count)
        for one in labels
    ]
    best = max(worth)
    return [one for one, value in zip(group, worth, strict=True) if value >= best - 1e-9]


def _highest(group: Sequence[Rule]) -> Sequence[Rule]:
    """Of grades that only begin (10亿元以上, 50亿元以上) the highest reached, of those that only end the lowest."""
    first = [one.bounds[0] for one in group if len(one.bounds) == 1 and one.bounds[0].high is None]
    if len(first) < len(group) or len({(base_unit(one.unit), one.bound in _BELOW) for one in first}) > 1:
        return group
    best = (min if first[0].bound in _BELOW else max)(one.in_base for one in first)
    return [rule for rule, bound in zip(group, first, strict=True) if bound.in_base == best]


def asked_pairs(ask: Ask) -> set[str]:
    """Neighbouring characters of what is asked, as people and as documents say it."""
    return _pairs(ask.said or ask.where.words)


@lru_cache(maxsize=64)
def _pairs(text: str) -> set[str]:
    said = fold(text)
    return {pair for pair in bigrams(" ".join((said, *official_words(said)))) if "元" not in pair}


def alike(rule: Rule, beside: Sequence[Rule]) -> str:
    """What one of several rules is called beside the others."""
    if rule.name and len({one.name for one in beside}) == len(beside):
        return rule.name
    return rule.label.rpartition(" ")[2].strip("，,、：:；;")[-_SHORT:]

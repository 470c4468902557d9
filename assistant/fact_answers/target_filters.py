"""Areas by their numbers: above, below or equal to what the question says. Knows no documents."""

import re
from collections.abc import Sequence

from assistant.draft import Statement
from assistant.fact_answers.conditions import number_condition
from assistant.fact_answers.target_choice import is_whole
from assistant.fact_answers.target_words import value_words, year_words
from assistant.facts.evidence import targets_evidence
from assistant.query import Query
from corpus.facts import Library
from corpus.target import Target

__all__ = ["filtered_by_value", "has_condition"]

_WHICH = re.compile(r"哪|几个(?:地|区|镇|县|市|板块)|多少个(?:地|区|镇|县|市|板块)")


def filtered_by_value(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The areas whose number is as the question says; None where it sets no condition or areas are not asked for."""
    parts = [one for one in targets if not is_whole(one)]
    holds = number_condition(query.text)
    if len(parts) < 2 or holds is None or not _WHICH.search(query.text) or len({one.year for one in parts}) > 1:
        return None
    found = [one for one in parts if holds(one.quantity.value, one.quantity.unit)]
    head = f"{year_words(parts[0])}{parts[0].indicator}"
    evidence = targets_evidence(found or parts, library)
    if not found:
        return Statement(f"没有这样的地区（{head}）。", evidence)
    listed = "、".join(f"{one.scope}{value_words(one)}" for one in found)
    count = f"共{len(found)}个" if len(found) > 1 else "只有一个"
    return Statement(f"{head}符合条件的{count}：{listed}。", evidence)


def has_condition(query: Query) -> bool:
    """Whether a question asks which areas have a number as it says."""
    return bool(_WHICH.search(query.text)) and number_condition(query.text) is not None

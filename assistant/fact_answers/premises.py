"""Questions that take a number for granted which the facts contradict. Knows no passages."""

import re
from typing import TYPE_CHECKING

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer
from assistant.fact_answers.target_choice import chosen_targets
from assistant.fact_answers.target_words import target_sentence
from assistant.fact_answers.targets import measured_figures
from assistant.facts.evidence import targets_evidence
from assistant.query import Query
from corpus.folding.units import in_base_units

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["refuse_false_number"]

_GRANTED = re.compile(r"为什么|为何|怎么会|凭什么|怎么就|何以")


def refuse_false_number(query: Query, index: "Index") -> NoAnswer | None:
    """A false premise: why so many of an indicator in a year for which the document says another number."""
    if not _GRANTED.search(query.text) or len(query.documents) != 1 or len(query.years) != 1 or not query.indicators:
        return None
    document = query.documents[0]
    choice = chosen_targets(query, document, index.library)
    named = measured_figures(query.text, choice.targets)
    every = [one for one in index.library.targets([document]) if one.indicator in query.indicators]
    stated = {in_base_units(one.quantity.value, one.quantity.unit) for one in every}
    stated |= {one.quantity.value for one in every}
    if not choice.targets or not named or named & stated:
        return None
    evidence = targets_evidence(choice.targets, index.library)
    message = f"前提有误：{target_sentence(choice.targets, index.library)}"
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, evidence)

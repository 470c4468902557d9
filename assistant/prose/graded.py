"""What a graded rule gives for the amount that a question names: the one tier that it falls in. Chooses nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.folding import Term
from assistant.facts.rates import for_each, product, times_over
from assistant.prose.answering import windows_to_candidate
from assistant.prose.choosing import SEEN
from assistant.prose.ranking import Ranked
from assistant.reading.ask import Ask
from assistant.reading.lasting import case_of
from assistant.reading.tiers import Tier, tier_of
from assistant.sentences import text_to_sentences
from corpus.folding.amounts import find_amounts
from corpus.target import Quantity
from indexing.index import Index

_SHOWN = 2
"""So many sentences are offered."""


def answer_graded(ask: Ask, found: Sequence[Ranked], index: Index) -> list[Candidate]:
    """The first sentences of the windows found that grade by an amount like one asked, each with the tier meant."""
    amounts = [one for one in ask.amounts if one.high is None]
    return [*islice(_graded(ask, amounts, found, index), _SHOWN)] if amounts else []


def _graded(ask: Ask, amounts: Sequence[Quantity], found: Sequence[Ranked], index: Index) -> Iterator[Candidate]:
    seen: set[str] = set()
    for one in found[:SEEN]:
        for sentence in text_to_sentences(one.window.text):
            fitting = ((asked, tier_of(sentence, asked.value, asked.unit)) for asked in amounts)
            told = [_told(tier, asked, ask) for asked, tier in fitting if tier]
            if told and not any(sentence in other for other in seen):
                seen.add(sentence)
                said = Statement("；".join([sentence.rstrip("。；"), *told]) + "。", one.window.evidence)
                made = windows_to_candidate([one], found, ask, index)
                yield replace(made, outcome=Draft(AnswerKind.FACT, (said,)))


def _told(tier: Tier, asked: Quantity, ask: Ask) -> str:
    """What the tier gives, and what that comes to where it is so much for each."""
    given = [one.quantity for one in find_amounts(tier.gives, spelled=False) if one.quantity.high is None][-1:]
    rates = (Term.of(one, unit=for_each(one.unit, tier.gives)) for one in given)
    times = times_over(tier.gives, ask.hints, case_of(ask))
    came_to = [folded.text for rate in rates if "/" in rate.unit and (folded := product(rate, Term.of(asked), times))]
    return f"适用“{tier.said}”这一档：{tier.gives}" + "".join(f"，即{one}" for one in came_to)

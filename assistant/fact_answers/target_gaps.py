"""Near misses: another year, area or document than the targets are for. Says what there is instead."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.target_choice import Choice, Gap, is_whole
from assistant.fact_answers.target_words import area_words, value_words, year_words, years_of
from assistant.facts.evidence import targets_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from assistant.understanding.indicators import match_indicators
from corpus.facts import Library
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_missing_indicator", "gap_refusal", "outcome_refusal"]

_ELSEWHERE = 0.75
_HERE = 0.35
_MOST = 4
_OUTCOME = re.compile(
    r"实际上?(?:完成|做到|达到|实现|新增|建成|引进|招引|只?有|是)|(?:完成|做到|实现|达到|建成|达成)了(?:多少|几|百分之|没有|吗)"
    r"|(?:有没有|是否)(?:真的)?(?:做到|完成|达成)|完成(?:率|得怎么样|得如何)"
)
_ONLY = 0.7


def gap_refusal(query: Query, document: str, choice: Choice, library: Library) -> NoAnswer | None:
    """The refusal for a year or an area that the indicator has no number for, offering those it has."""
    if choice.gap is None or not choice.instead:
        return None
    label = document_label(library, document)
    offered = _offered(query, choice)
    there = "；".join(
        f"{area_words(one, library)}{year_words(one)}{one.indicator}为{value_words(one)}" for one in offered
    )
    if choice.gap is Gap.YEAR:
        asked = "、".join(f"{year}年" for year in query.years)
        years = "、".join(f"{year}年" for year in years_of(one for one in choice.instead if not one.is_baseline))
        message = f"{label}的文件没有{asked}的“{offered[0].indicator}”目标，只有{years}的：{there}。"
    else:
        message = f"{label}的文件没有{'、'.join(query.scopes)}的“{offered[0].indicator}”分项数字，只有：{there}。"
    evidence = targets_evidence(offered, library)
    return NoAnswer(
        RefusalReason.NOT_IN_CORPUS,
        message,
        evidence,
        firm=choice.gap is Gap.YEAR and _says_nothing_else(query, library),
    )


def outcome_refusal(query: Query, targets: Sequence[Target], library: Library) -> NoAnswer | None:
    """The refusal to say how a goal turned out: the documents set it, and only their baselines tell of what was."""
    goals = [one for one in targets if not one.is_baseline]
    if not _OUTCOME.search(query.text) or not goals or len(goals) < len(targets):
        return None
    told = "；".join(f"{year_words(one)}{one.indicator}{value_words(one)}" for one in goals[:_MOST])
    message = f"{document_label(library, goals[0].document_id)}的文件只定了目标（{told}），没有写实际完成的数字。"
    evidence = targets_evidence(goals[:_MOST], library)
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, evidence, firm=True)


def _says_nothing_else(query: Query, library: Library) -> bool:
    """Whether the question is for the indicator and for nothing beyond it."""
    matches = match_indicators([query.topic], query.text, library, query.documents)
    return bool(matches) and matches[0].explained >= _ONLY


def answer_missing_indicator(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """Says that a document sets no goal for an indicator that other documents do set goals for."""
    library = index.library
    asked = query.operation in {Operation.VALUE, Operation.YES_NO} or (
        query.operation is Operation.TEXT and re.search(r"目标|指标", query.text)
    )
    if not asked or len(query.documents) != 1 or query.indicators:
        return None
    document = query.documents[0]
    everywhere = match_indicators([query.topic], query.text, library)
    here = match_indicators([query.topic], query.text, library, query.documents)
    if not everywhere or everywhere[0].score < _ELSEWHERE or (here and here[0].score > _HERE):
        return None
    return _without_goal(query, document, everywhere[0].indicator, library)


def _without_goal(query: Query, document: str, indicator: str, library: Library) -> Draft | NoAnswer:
    own = [one for one in library.targets([document]) if is_whole(one) and one.place.row is None][:_MOST]
    label = document_label(library, document)
    message = f"没有。{label}的文件未提出“{indicator}”目标"
    evidence = targets_evidence(own, library)
    listed = "、".join(f"{one.indicator}{value_words(one)}" for one in own)
    text = f"{message}，其量化目标为{listed}等。" if listed else f"{message}。"
    if query.operation is Operation.YES_NO:
        return Draft(AnswerKind.YES_NO, (Statement(text, evidence),))
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, text.removeprefix("没有。"), evidence)


def _offered(query: Query, choice: Choice) -> Sequence[Target]:
    """What comes closest: the named area in other years, the whole for another area."""
    goals = [one for one in choice.instead if not one.is_baseline] or list(choice.instead)
    wanted = (
        [one for one in goals if one.scope in query.scopes] if query.scopes else [one for one in goals if is_whole(one)]
    )
    distinct_values: dict[tuple[int, str | None], Target] = {}
    for one in wanted or [one for one in goals if is_whole(one)] or goals:
        year = one.year if one.year is not None else one.period and one.period[1]
        distinct_values.setdefault((year or 0, one.scope if not is_whole(one) else None), one)
    return sorted(distinct_values.values(), key=lambda one: one.year or 0)[:_MOST]

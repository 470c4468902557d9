"""How much: answers that state targets. Decides which statement is asked for; choice and words are elsewhere."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.indicator_ranks import ranked_kinds
from assistant.fact_answers.target_arithmetic import calculated, checked, is_sum_of_parts
from assistant.fact_answers.target_choice import Choice, Gap, chosen_targets, is_whole
from assistant.fact_answers.target_filters import filtered_by_value, has_condition
from assistant.fact_answers.target_gaps import gap_refusal, outcome_refusal
from assistant.fact_answers.target_words import target_sentence
from assistant.fact_answers.unknown_measures import asks_something_else
from assistant.facts.evidence import distinct, header_evidence, table_of, targets_evidence
from assistant.figures import figures, folded
from assistant.passages.amounts import several_asked
from assistant.query import Operation, Query
from assistant.understanding.indicators import match_indicators
from assistant.understanding.units_of_measure import unit_measure
from corpus.facts import Evidence, FindingKind, Library
from corpus.folding.units import in_base_units
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_from_targets", "disagreements", "distinct_targets", "measured_figures", "target_statement"]

_ASKED = frozenset(
    {
        Operation.VALUE, Operation.SUM, Operation.SHARE, Operation.DIFFERENCE, Operation.EXTREME, Operation.YES_NO,
        Operation.COUNT, Operation.LIST, Operation.TEXT,
    }
)  # fmt: skip
_LOOSE = frozenset({Operation.COUNT, Operation.LIST, Operation.TEXT})
"""Operations that more often ask for prose: here the indicator must be nearly all that the question says."""
_SURE = 0.6
_CERTAIN = 0.9
_NEAR = 0.5
_SIDED = 0.4
"""Where text and table are set against each other, so much of an indicator is enough."""
_CONDITION = re.compile(
    r"没有?|未|无|任务|目标|安排|计划|属地|[为是]零|超过?|不?[低少]于|\d[\d.]{0,8}[万亿]?(?:平方米|[幢栋座个家场%])?"
)
_HOW = re.compile(r"怎|如何|为什么|为何|原因|措施|办法|举措|抓手|条件|门槛|要求|谁|途径|方式|什么(?!时候)")
_QUANTITY = re.compile(r"目标|指标|多少|几|数量|率|规模|总[量额]|最|\d(?:年|幢|栋|座|个|家|场|%)")
_YEARS = re.compile(r"\d{2,4}年")
_UNIT = re.compile(r"%|[幢栋座家场次]|平方米|万方|方|亩|亿?元|个(?=$|[?吗,。])")
_WHICH_YEAR = re.compile(r"哪一?年|哪个年[份度]|何年")
_SIDES = re.compile(r"(?:正文|文中).{0,40}(?:附件|表|清单)|(?:附件|表|清单).{0,40}(?:正文|文中)")
_EACH = re.compile(r"[和、与及][^，,。]{1,14}?(?:各|分别)")
"""Asks for each of several."""
_WHETHER = re.compile(r"有没有|有无|是否|设没设|提没提|吗")


def answer_from_targets(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """The value, all values, or arithmetic over values of the indicators asked for, of one document."""
    library = index.library
    if query.operation not in _ASKED or not query.indicators or not _is_sure(query, library):
        return None
    if asks_something_else(query, library):
        return None
    document = _document(query, library)
    if document is None:
        return None
    choice = _choice(query, document, library)
    if not choice.targets:
        return gap_refusal(query, document, choice, library)
    told = outcome_refusal(query, choice.targets, library) or _worked_out(query, document, choice.targets, library)
    if told is not None:
        return told
    filtered = filtered_by_value(query, choice.targets, library)
    if filtered is not None:
        return Draft(AnswerKind.LIST, (filtered,))
    targets = distinct_targets(choice.targets)
    if len(targets) < several_asked(query.text) or (len(targets) == 1 and _EACH.search(query.text)):
        return None
    verdict = _verdict(query, targets)
    kind = AnswerKind.YES_NO if verdict else AnswerKind.FACT if len(targets) == 1 else AnswerKind.LIST
    return Draft(kind, _opened(_with_doubts(query, targets, library), verdict))


def _worked_out(query: Query, document: str, targets: Sequence[Target], library: Library) -> Draft | None:
    """The check of text against annex or the arithmetic that the question asks for."""
    doubts = disagreements(query, targets, library)
    agreement = checked(query, targets, library)
    if agreement is not None and not doubts:
        return Draft(AnswerKind.YES_NO, (agreement,))
    statement = calculated(query, targets, library) or ranked_kinds(query, targets, library)
    if statement is not None:
        return Draft(AnswerKind.CALCULATION, (statement, *doubts))
    if not is_sum_of_parts(query) or doubts:
        return None
    added = calculated(query, chosen_targets(query, document, library, each_area=True).targets, library)
    return Draft(AnswerKind.CALCULATION, (added,)) if added is not None else None


def _choice(query: Query, document: str, library: Library) -> Choice:
    """The targets asked for; where the best indicator has none for the year, those of one nearly as good that has."""
    each_area = query.operation is Operation.EXTREME and not _WHICH_YEAR.search(query.text)
    choice = chosen_targets(query, document, library, each_area=each_area)
    if choice.gap is not Gap.YEAR:
        return choice
    near = match_indicators([query.topic], query.text, library, [document])
    others = tuple(match.indicator for match in near if match.score >= _NEAR * near[0].score)
    wider = chosen_targets(replace(query, indicators=others), document, library, each_area=each_area)
    return wider if wider.targets else choice


def _with_doubts(query: Query, targets: Sequence[Target], library: Library) -> tuple[Statement, ...]:
    """The statements, and what text and annex say differently; where that says it all, only that."""
    doubts = disagreements(query, targets, library)
    if not doubts:
        return target_statements(targets, library)
    doubted = {one for finding in library.facts[targets[0].document_id].findings for one in finding.targets}
    rest = [target for target in targets if query.years and target.place.row is not None and target.id in doubted]
    cells = [target for target in library.targets([targets[0].document_id]) if target.id in doubted]
    partial = len({cell.year for cell in cells if cell.place.row is not None}) > 1
    return (*(target_statements(rest, library) if rest and partial else ()), *doubts)


def target_statements(targets: Sequence[Target], library: Library) -> tuple[Statement, ...]:
    """One statement for each indicator, in the order in which they are first met."""
    by_indicator: dict[str, list[Target]] = {}
    for target in targets:
        by_indicator.setdefault(target.indicator, []).append(target)
    return tuple(target_statement(group, library) for group in by_indicator.values())


def target_statement(targets: Sequence[Target], library: Library) -> Statement:
    """What the targets of one indicator say, with the words they rest on."""
    evidence = targets_evidence(targets, library)
    return Statement(target_sentence(targets, library), evidence)


def disagreements(query: Query, targets: Sequence[Target], library: Library) -> tuple[Statement, ...]:
    """What text and annex say differently of these targets, both sides; nothing for parts of area or time."""
    if query.scopes or not targets or not all(map(is_whole, targets)):
        return ()
    ids = {target.id for target in targets if target.place.row is None}
    return tuple(
        Statement(finding.message, _with_headers(finding.evidence, library))
        for finding in library.facts[targets[0].document_id].findings
        if finding.kind is FindingKind.PROSE_ANNEX and ids & set(finding.targets)
    )


def _with_headers(evidence: Sequence[Evidence], library: Library) -> tuple[Evidence, ...]:
    tables = [table_of(item.place, library) for item in evidence]
    return distinct((*evidence, *(header_evidence(table) for table in tables if table is not None)))


def _is_sure(query: Query, library: Library) -> bool:
    """Whether the question asks for little more than the indicator, for operations that may as well ask for prose."""
    if query.operation not in _LOOSE:
        return True
    topic = _CONDITION.sub(" ", query.topic) if has_condition(query) else query.topic
    matches = match_indicators([topic], query.text, library, query.documents)
    if not matches or _HOW.search(query.text):
        return False
    if _SIDES.search(query.text) and matches[0].score >= _SIDED:
        return True
    return matches[0].explained >= _SURE if _QUANTITY.search(query.text) else matches[0].score >= _CERTAIN


def _document(query: Query, library: Library) -> str | None:
    """The one document asked, or the only one that knows the indicator; None where there are several."""
    if len(query.documents) == 1:
        return query.documents[0]
    holders = {
        target.document_id for target in library.targets(query.documents) if target.indicator in query.indicators
    }
    return holders.pop() if len(holders) == 1 else None


def distinct_targets(targets: Sequence[Target]) -> list[Target]:
    """The targets without those that say the same again: a goal of the text wins over the same number of a table."""
    found: dict[tuple[str | None, int | None, Decimal], Target] = {}
    for target in sorted(targets, key=lambda one: one.place.row is not None):
        year = target.year if target.year is not None else target.period and target.period[1]
        value = in_base_units(target.quantity.value, target.quantity.unit)
        found.setdefault((None if is_whole(target) else target.scope, year, value), target)
    return sorted(found.values(), key=lambda one: (one.year or 0, targets.index(one)))


def _verdict(query: Query, targets: Sequence[Target]) -> str:
    """是 or 不是 where a yes-or-no question names a number; 有 where it asks whether there is a goal at all."""
    if query.operation is not Operation.YES_NO:
        return ""
    text = folded(_YEARS.sub("", query.text))
    named = measured_figures(query.text, targets)
    stated = {in_base_units(one.quantity.value, one.quantity.unit) for one in targets}
    stated |= {one.quantity.value for one in targets}
    if not named:
        return "有。" if not figures(text) and _WHETHER.search(query.text) else ""
    if named & stated:
        return "是。" if len(targets) == 1 else ""
    return "不是。"


def measured_figures(text: str, targets: Sequence[Target]) -> set[Decimal]:
    """The numbers of a question, years aside, that count what the targets count."""
    bare = folded(_YEARS.sub("", text))
    measures = frozenset().union(*(unit_measure(one.quantity.unit) for one in targets))
    return {figure.value for figure in figures(bare) if measures & _measure_behind(bare, figure.end)}


def _measure_behind(text: str, at: int) -> frozenset[str]:
    """What the unit behind a number measures; 个 only where nothing is counted with it (10个板块)."""
    unit = _UNIT.match(text, at)
    return unit_measure(unit[0]) if unit else frozenset()


def _opened(statements: tuple[Statement, ...], verdict: str) -> tuple[Statement, ...]:
    return (replace(statements[0], text=verdict + statements[0].text), *statements[1:]) if verdict else statements

"""The quantities of one sentence, each with the words it counts. Knows word order, not sections or years.
Both orders are read: 特色楼宇累计不少于5个 and 打造100幢特色楼宇; shared subjects (A率、B率均达90%) and shared
numbers (分别达到65%和55%) are dealt out; 累计达87幢 and 其中市本级60幢 take up the noun before them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.extraction.counted_words import counted_words, drives, ends_work, names_nothing
from corpus.extraction.goal_clauses import clause_to_segments, sentence_to_clauses, shared_noun, unconditional
from corpus.extraction.goal_naming import (
    Context,
    Reading,
    names_before,
    names_nothing_itself,
    note_subject,
    to_description,
    to_reading,
)
from corpus.extraction.goal_sharing import listed, share_of_another, with_measure_before, with_shared_names
from corpus.extraction.indicators import (
    begins_with_work,
    is_work_alone,
    words_to_indicator,
    works_on_number,
)
from corpus.extraction.periods import NO_TIME, Time, text_to_time, without_time, years_after
from corpus.extraction.subjects import (
    counted_amounts,
    is_change,
    shared_subjects,
    split_subjects,
    with_shared_bound,
    without_comparison,
)
from corpus.folding.amounts import Amount
from corpus.folding.units import base_unit, is_counter
from corpus.folding.years import find_years
from corpus.target import Bound

__all__ = ["Reading", "sentence_to_readings"]

_PART = re.compile(r"^(其中[，,]?)(.+)", re.DOTALL)
_AND = frozenset("、和及并")
_BY_MONTH = re.compile(
    r"^(?:(?:力争|争取|确保|计划)?(?:于|在|到)?\d{1,2}月(?:\d{1,2}日|[上中下]旬)?[底末初]?|(?:第?[一二三四]季度|[上下]半年)[底末]?)(?:之前|以前|前|内)"
)
"""10月底前改造: by when within the year, and no name."""
_OF_ALL = re.compile(r"^(?:均|都|各)((?:同比|年均)?(?:增长|下降|提高|减少|增加))$")
_AGE = re.compile(r"寿命|年龄")
_ALL_OF_THEM = re.compile(r"^的?(?:[^，。\d]{1,10}(?:全部|均|都)[^，。\d]{1,}|[^，。\d]{2,30}全覆盖)$")
_DURATIONS = frozenset(("个月", "天", "小时", "分钟", "个工作日"))
_SHORTENED = re.compile(
    r"(?:时间|时长|时效|提前量|天数|时数|寿命)[^，。、]{0,16}(?:提高|提升|延长|增加)[至到]$|(?:压缩|缩短|压减|控制|降|减少|不超过)[至到在为]?$|(?:能力|天数|时长|时效|小时数|(?:到达|响应|等待|救援|平均)时间|周期|住院日)[^，。、\d]{0,6}$"
)


def sentence_to_readings(
    sentence: str, areas: tuple[str, ...] = (), this_year: int | None = None, plan: Time = NO_TIME
) -> list[Reading]:
    """All quantities of the sentence that are goals, in order; brackets that only explain are passed over.

    `this_year` is what 今年 means, `plan` the time that the document plans for.
    """
    context, readings = Context(areas=areas, this_year=this_year, plan=plan), list[Reading]()
    for clauses in sentence_to_clauses(sentence):
        context.working = False
        before = context.time
        for clause, holds in zip(clauses, unconditional(clauses), strict=True):
            found = _clause_to_readings(clause, context)
            readings.extend(found if holds else (replace(reading, conditional=True) for reading in found))
        if len(clauses) > 1 and not counted_amounts(clauses[-1]) and text_to_time(clauses[-1]):
            context.time = before
    return readings


def _clause_to_readings(clause: str, context: Context) -> Iterator[Reading]:
    same = context.time.year if "当年" in clause else None
    time = text_to_time(clause, same or context.this_year, context.plan) or years_after(clause, context.time)
    context.time = time or context.time
    years = _named_years(without_comparison(clause))
    context.years = years or context.years
    words = _PART.sub(lambda part: part[1] + without_time(part[2]), without_time(clause))
    if not counted_amounts(words):
        note_subject(words, context)
        return
    context.working = context.working or begins_with_work(_BY_MONTH.sub("", words)) or works_on_number(words)
    context.here = ""
    segments = _around_dealt(words, len(years)) if _dealt(words, context) else clause_to_segments(words, len(years))
    own = [Time(year=one) for one in years] if len(years) == len(segments) else [NO_TIME] * len(segments)
    noun = shared_noun(segments)
    readings: list[Reading] = []
    for segment, dealt in zip(segments, own if len(segments) > 1 else [NO_TIME], strict=True):
        time = dealt or (text_to_time(segment) if segment != words and without_time(segment) != segment else NO_TIME)
        whole = segment + noun if any(one.end == len(segment) for one in counted_amounts(segment)) else segment
        found = _segment_to_readings(without_time(whole) if time else whole, words, context)
        readings.extend(replace(reading, time=time) if time else reading for reading in found)
    counting = with_shared_names([one for one in readings if not one.described])
    named = [_measured(one, words, context) for one in counting]
    context.names.extend((reading.indicator, reading.quantity.unit) for reading in named)
    context.beside = len(named)
    context.subject = "" if named else context.subject
    yield from named
    yield from (one for one in readings if one.described)


def _around_dealt(words: str, years: int) -> list[str]:
    """What a clause lists before it deals out its last numbers, and these (A增长6%、C、D分别增长5%和7%)."""
    dealt = words.find("分别")
    cut = max((one.end for one in counted_amounts(words) if one.end <= dealt and words[one.end] in _AND), default=0)
    return [*clause_to_segments(words[:cut], years), words[cut + 1 :]] if cut else [words]


def _measured(reading: Reading, words: str, context: Context) -> Reading:
    """A reading that leaves out what is measured, as the one before does not (奶类达到4100万吨)."""
    if not words.startswith(f"{reading.indicator}达到"):
        return reading
    name = with_measure_before(reading.indicator, reading.quantity.unit, context.names)
    return replace(reading, indicator=name)


def _named_years(clause: str) -> tuple[int, ...]:
    """The years that a clause lists, those of a span one by one where its numbers are dealt out
    (2024—2026年分别盘活4000亩、5000亩、6000亩).
    """
    found = find_years(clause, short=False)
    if len(found) == 1 and "分别" in clause and not found[0].plan:
        return tuple(range(found[0].first, found[0].last + 1))
    return tuple(one.last for one in found)


def _segment_to_readings(segment: str, clause: str, context: Context) -> Iterator[Reading]:
    segment = _BY_MONTH.sub("", segment)
    sizes = [one for one in counted_amounts(segment) if not _is_grade(one, segment)]
    if not (amounts := [one for one in sizes if _is_size(one, segment)]):
        for one in sizes[-1:]:
            yield to_description(one, segment, clause, context)
            context.noun = _described(segment[one.end :]) or context.noun
        return
    if dealt := _dealt(segment, context):
        yield from _dealt_out(segment, clause, dealt, context)
        return
    if _counts_twice(segment, amounts):
        for other in reversed(amounts):
            yield from _segment_to_readings(segment[: other.start] + segment[other.end :], clause, context)
        return
    amount = _counting(amounts, segment, context)
    words = counted_words(segment, _BY_MONTH.sub("", clause), amount, working=context.working)
    if words is None:
        yield to_description(amount, segment, clause, context)
        context.noun = _described(segment[amount.end :]) or context.noun
        return
    raw = (segment[: amount.start] + segment[amount.end :]).strip()
    words, amount = share_of_another(words, _at_least(amount, segment))
    both = _OF_ALL.match(words)
    subjects = _told_of_all(both[1], context) if both and context.beside > 1 else shared_subjects(words)
    yield from (to_reading(subject, raw, amount, clause, context) for subject in subjects)


def _told_of_all(change: str, context: Context) -> list[str]:
    """What the clause before told of, each with the change (接待游客800万人次、旅游收入50亿元，均增长12%)."""
    return [f"{name}{change}" for name, _ in context.names[-context.beside :]]


def _counts_twice(segment: str, amounts: Sequence[Amount]) -> bool:
    """Whether two numbers behind one noun both count it (老旧小区12个1260户)."""
    if len(amounts) != 2 or not amounts[0].start or amounts[0].quantity.bound != Bound.EQ:
        return False
    return amounts[0].end == amounts[1].start and names_nothing(segment[amounts[1].end :])


def _described(behind: str) -> str:
    """The thing that a number describes (总投资12.6亿元的抽水蓄能电站项目), which the next clauses are about."""
    return behind[1:] if behind.startswith("的") else ""


def _counting(amounts: list[Amount], segment: str, context: Context) -> Amount:
    """The number that counts: the last, or the first of things that another describes (30个产值超50亿元的集群)."""
    first, last = amounts[0], amounts[-1]
    verb = segment[: first.start]
    alone = not verb or drives(verb) or is_work_alone(words_to_indicator(verb) or verb)
    counts = is_counter(first.quantity.unit) and alone
    behind = segment[last.end :]
    described = (last.quantity.bound != Bound.EQ or behind.startswith("的")) and not names_nothing(behind)
    described = described or (last.quantity.bound == Bound.GT and not is_counter(last.quantity.unit))
    return first if first is not last and counts and described and (verb or context.working) else last


def _at_least(amount: Amount, segment: str) -> Amount:
    """The number bounded by a 至少 before its verb or an 以上 behind its noun (至少建成1所, 覆盖5500个村以上)."""
    bounded = "至少" in segment[: amount.start] or (segment.endswith("以上") and is_counter(amount.quantity.unit))
    if amount.quantity.bound != Bound.EQ or not bounded:
        return amount
    return replace(amount, quantity=amount.quantity.model_copy(update={"bound": Bound.GE}))


def _is_grade(amount: Amount, segment: str) -> bool:
    """Whether a measure says which things are meant (20兆瓦级以上整机, 3岁幼儿, 30户以上自然村全部通硬化路)."""
    if amount.quantity.unit == "岁":
        return _AGE.search(segment) is None
    behind = segment[amount.end :]
    whole = amount.quantity.bound in (Bound.GE, Bound.LE) and _ALL_OF_THEM.match(behind) is not None
    return whole or (behind[:1] == "级" and not is_counter(amount.quantity.unit))


def _is_size(amount: Amount, segment: str) -> bool:
    """Durations count only where they are to be shortened to or end what is done; 15分钟办事圈 and 3天内 are no
    sizes.
    """
    if amount.quantity.unit not in _DURATIONS or _SHORTENED.search(segment[: amount.number]):
        return True
    return ends_work(segment[amount.end :])


def _dealt_out(segment: str, clause: str, amounts: list[Amount], context: Context) -> Iterator[Reading]:
    """花生种植、收获机械化率分别达到65%和55%: the n-th number belongs to the n-th subject; else none can be told."""
    head, _, change = segment[: amounts[0].start].replace("年均分别", "分别年均").partition("分别")
    change = without_comparison(change)
    if names_nothing_itself(words_to_indicator(head)):
        named = "" if is_change(change) or names_nothing_itself(words_to_indicator(change)) else change
        head = named or words_to_indicator(context.subject)
    yearly = len(context.years) == len(amounts) > 1
    subjects = [head] if yearly and head else split_subjects(head, len(amounts))
    subjects = subjects if len(subjects) == len(amounts) else listed(context.subject, head, len(amounts)) or subjects
    subjects = subjects or names_before(amounts, change, context)
    subjects = subjects or [name for name, _ in context.names[-1:] if yearly]
    amounts = with_shared_bound(amounts)
    times = [context.time] * len(amounts)
    if yearly and len(subjects) == 1:
        subjects, times = subjects * len(amounts), [Time(year=year) for year in context.years]
    if len(subjects) == len(amounts):
        for subject, amount, time in zip(subjects, amounts, times, strict=True):
            told = f"{subject}{change}" if is_change(change) else subject
            yield replace(to_reading(told, head, amount, clause, context), time=time)


def _dealt(segment: str, context: Context) -> list[Amount]:
    """The numbers that belong to one subject each (分别), or one to each of the years named before
    (2025年、2030年…达到2.1亿元和2.3亿元); none where no several do.
    """
    amounts = counted_amounts(segment)
    if "分别" in segment:
        amounts = [one for one in amounts if one.start >= segment.index("分别")]
        return amounts if len(amounts) > 1 else []
    amounts = amounts[-len(context.years) :]
    between = {segment[one.end : two.start] for one, two in pairwise(amounts)}
    alike = len({base_unit(one.quantity.unit) for one in amounts}) == 1
    return amounts if alike and 1 < len(amounts) == len(context.years) and between <= _AND else []

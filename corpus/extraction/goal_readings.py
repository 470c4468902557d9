"""The quantities of one goal sentence, each with the words it counts. Knows word order, not sections or years.
Both orders are read: 特色楼宇累计不少于5个 and 打造100幢特色楼宇; shared subjects (A率、B率均达90%) and shared
numbers (分别达到65%和55%) are dealt out; 累计达87幢 and 其中市本级60幢 take up the noun before them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.extraction.brackets import bracket_groups
from corpus.extraction.counted_words import counted_words, names_nothing
from corpus.extraction.goal_words import is_refused_clause
from corpus.extraction.indicators import (
    begins_with_work,
    is_whole,
    is_work_alone,
    split_scope,
    without_work,
    words_to_indicator,
    works_on_number,
)
from corpus.extraction.periods import NO_TIME, Time, text_to_time, without_time
from corpus.extraction.subjects import counted_amounts, shared_subjects, split_subjects, with_shared_bound
from corpus.folding.amounts import Amount
from corpus.folding.years import find_years
from corpus.target import Bound, Quantity

__all__ = ["Reading", "sentence_to_readings"]

_PARTS = re.compile(r"[；;。]|[：:](?!1(?!\d))")
_CLAUSES = re.compile(r"(?<!\d)[，,]|[，,](?!\d{3})")
_ANAPHOR = re.compile(
    r"^(?:总数|总量|总规模|总计|合计|数量|总额|规模|(?:年均|同比|每年)?(?:增长|增速|下降|提高)|占.{1,16}(?:比重|比例))?$"
)
_RUNNING = re.compile(r"^(?:累计(?:新增)?|新增)$")
_MEASURED = re.compile(r"[率比重例度幅速量数值额积]$|增长|下降|提高")
_PREDICATED = re.compile(r"(?:倍增|翻番|翻一番|翻两番)$")
_GENERIC = frozenset(
    ("建筑面积", "总建筑面积", "面积", "总面积", "总投资", "投资", "投资额", "产值", "年产值", "税收", "营业收入")
)
_CHANGES = re.compile(r"(?:同比|年均|每年)?(?:增长|下降|提高|降低|减少|增加|上升|提升)")
_LEVEL = re.compile(r"^(?:(?:国家|省|市|区|县|省部|地市)级(?:以上)?|[345]A级(?:以上)?)$")
_COUNT = re.compile(r"(?:总数|数量|总量)$")
_GRADE = re.compile(r"^.{1,8}[级型](?=.{2})")
_OWN_GRADE = re.compile(r"^\dA级|^A级")
_AND = frozenset("、和及并")
_DURATIONS = frozenset(("个月", "天", "小时", "分钟", "个工作日"))
_SHORTENED = re.compile(r"(?:压缩|缩短|压减|控制|降|减少|不超过)[至到在为]?$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity and what it is a quantity of."""

    indicator: str
    """Cleaned, without scope."""
    raw: str
    """As printed around the number, the number taken out."""
    quantity: Quantity
    scope: str | None
    time: Time
    clause: str


@dataclass(slots=True)
class _Context:
    """What later clauses of a sentence take up from earlier ones."""

    noun: str = ""
    subject: str = ""
    """The words of the clause before, where it gives no number."""
    scope: str | None = None
    time: Time = NO_TIME
    years: tuple[int, ...] = ()
    """The years that the clause last naming any lists: 2025年、2026年、2027年分别达到60%、70%、80%."""
    working: bool = False
    """A clause before began with a verb of doing, whose work goes on (培育5个以上大模型，20个以上应用场景)."""
    areas: tuple[str, ...] = ()
    this_year: int | None = None


def sentence_to_readings(sentence: str, areas: tuple[str, ...] = (), this_year: int | None = None) -> list[Reading]:
    """All quantities of the sentence that are goals, in order; brackets that only explain are passed over.

    `this_year` is what 今年 means.
    """
    context, readings = _Context(areas=areas, this_year=this_year), list[Reading]()
    for part in _PARTS.split(_unbracketed(sentence)):
        context.working = False
        for clause in filter(None, map(str.strip, _CLAUSES.split(part))):
            readings.extend(_clause_to_readings(clause, context))
    return readings


def _unbracketed(sentence: str) -> str:
    """The sentence without explaining brackets; short ones that belong to a name (规（限）上) stay."""
    pieces: list[str] = []
    last = 0
    for group in bracket_groups(sentence):
        if sentence[group.start] in "《<〈" or (len(group.inner) <= 6 and not counted_amounts(group.inner)):
            continue
        aside = f"，{group.inner}，" if group.inner.startswith("其中") else ""
        pieces.append(sentence[last : group.start] + aside)
        last = group.end
    return "".join(pieces) + sentence[last:]


def _clause_to_readings(clause: str, context: _Context) -> Iterator[Reading]:
    time = text_to_time(clause, context.this_year)
    context.time = time or context.time
    context.years = tuple(one.last for one in find_years(clause, short=False)) or context.years
    words = without_time(clause)
    if not counted_amounts(words):
        _note(words, context)
        return
    if is_refused_clause(words):
        return
    context.working = context.working or begins_with_work(words) or works_on_number(words)
    segments = _segments(words)
    noun = _shared_noun(segments)
    readings: list[Reading] = []
    for segment in segments:
        ends = any(amount.end == len(segment) for amount in counted_amounts(segment))
        readings.extend(_segment_to_readings(segment + noun if ends else segment, words, context))
    yield from _with_shared_names(readings)


def _with_shared_names(readings: list[Reading]) -> Iterator[Reading]:
    """The readings, a grade alone with the name behind the next grade (3个千亿级、5个五百亿级产业集群)."""
    for reading, following in zip(readings, (*readings, None)[1:], strict=True):
        grade = _GRADE.match(following.indicator) if following else None
        alone = reading.indicator.endswith(("级", "型")) and _GRADE.match(f"{reading.indicator}一二") is not None
        name = following.indicator[grade.end() :] if following and grade and alone else ""
        yield replace(reading, indicator=f"{reading.indicator}{name}")


def _note(words: str, context: _Context) -> None:
    """Remember the subject of a clause without a number (楼宇建筑面积倍增，突破600万平方米) and its scope."""
    context.subject = words
    scope, rest = split_scope(words_to_indicator(words), context.areas)
    context.scope = scope if is_whole(scope) else context.scope
    if _PREDICATED.search(words):
        context.noun = rest


def _segments(clause: str) -> list[str]:
    """The clause cut at each 、 or 和 next to an amount (千万楼宇150幢、亿元楼宇12幢); with 分别 it is not cut."""
    if "分别" in clause:
        return [clause]
    pieces: list[str] = []
    last = 0
    for amount in counted_amounts(clause):
        if clause[amount.end : amount.end + 1] in _AND:
            pieces.append(clause[last : amount.end])
            last = amount.end + 1
        elif (
            last < amount.start - 1
            and clause[amount.start - 1] in _AND
            and counted_amounts(clause[last : amount.start])
        ):
            pieces.append(clause[last : amount.start - 1])
            last = amount.start
    return [*pieces, clause[last:]] if clause[last:].strip() else pieces


def _shared_noun(segments: list[str]) -> str:
    """The noun behind the last number that belongs to all (打造城市内1ms、全省5ms低时延圈); empty for none."""
    amounts = counted_amounts(segments[-1])
    if len(segments) < 2 or not amounts or not begins_with_work(segments[0]) or amounts[-1].quantity.bound != Bound.EQ:
        return ""
    behind = segments[-1][amounts[-1].end :]
    return "" if names_nothing(behind) else behind


def _segment_to_readings(segment: str, clause: str, context: _Context) -> Iterator[Reading]:
    amounts = [amount for amount in counted_amounts(segment) if _is_size(amount, segment)]
    if not amounts:
        return
    if "分别" in segment and len(amounts) > 1:
        yield from _dealt_out(segment, clause, amounts, context)
        return
    amount = amounts[-1]
    words = counted_words(segment, clause, amount, working=context.working)
    if words is None:
        return
    raw = (segment[: amount.start] + segment[amount.end :]).strip()
    amount = _at_least(amount, segment)
    for subject in shared_subjects(words):
        yield _reading(subject, raw, amount, clause, context)


def _at_least(amount: Amount, segment: str) -> Amount:
    """The number with the bound that a 至少 before its verb gives it (至少建成1所)."""
    if amount.quantity.bound != Bound.EQ or "至少" not in segment[: amount.start]:
        return amount
    return replace(amount, quantity=amount.quantity.model_copy(update={"bound": Bound.GE}))


def _is_size(amount: Amount, segment: str) -> bool:
    """Durations count only where they are to be shortened to; 15分钟办事圈 and 3天内 are no sizes."""
    return amount.quantity.unit not in _DURATIONS or _SHORTENED.search(segment[: amount.start]) is not None


def _dealt_out(segment: str, clause: str, amounts: list[Amount], context: _Context) -> Iterator[Reading]:
    """花生种植、收获机械化率分别达到65%和55%: the n-th number belongs to the n-th subject; else none can be told."""
    at = segment.index("分别")
    head = segment[:at] or words_to_indicator(context.subject)
    change = segment[at + len("分别") : amounts[0].start]
    subjects = split_subjects(head, len(amounts))
    amounts = with_shared_bound(amounts)
    times = [context.time] * len(amounts)
    if len(context.years) == len(amounts) > len(subjects) == 1:
        subjects, times = subjects * len(amounts), [Time(year=year) for year in context.years]
    if len(subjects) == len(amounts):
        for subject, amount, time in zip(subjects, amounts, times, strict=True):
            told = f"{subject}{change}" if _CHANGES.fullmatch(change) else subject
            yield replace(_reading(told, head, amount, clause, context), time=time)


def _reading(words: str, raw: str, amount: Amount, clause: str, context: _Context) -> Reading:
    name = words_to_indicator(words)
    scope, rest = split_scope(name, context.areas)
    if scope is None and split_scope(f"{name}一二", context.areas)[0] == name:
        scope, rest = name, ""
    own = words_to_indicator(rest)
    indicator = _with_noun(own, context, part=raw.startswith("其中") and amount.quantity.unit == "%")
    if is_whole(scope):
        context.scope = scope
    context.noun = indicator if indicator == own else context.noun
    return Reading(indicator, raw or indicator, amount.quantity, scope or context.scope, context.time, clause)


def _object(context: _Context) -> str:
    """What the clause before works on (加快建设起降点，到2026年底建成200个)."""
    return split_scope(without_work(context.subject))[1] if begins_with_work(context.subject) else ""


def _with_noun(indicator: str, context: _Context, *, part: bool) -> str:
    """The indicator with the noun it leaves out: 累计, 建筑面积, or a `part` (其中县级以上城市) alone say nothing."""
    if not context.noun:
        return _object(context) if context.subject and is_work_alone(indicator) else indicator
    if _RUNNING.match(indicator):
        return f"{indicator}{context.noun.removeprefix('新增')}"
    if _ANAPHOR.match(indicator):
        return f"{context.noun.removeprefix('新增') if indicator else context.noun}{indicator}"
    if _LEVEL.match(indicator):
        return f"{indicator}{_OWN_GRADE.sub('', _COUNT.sub('', context.noun))}"
    if part and _MEASURED.search(context.noun) and not _MEASURED.search(indicator):
        return f"{indicator}{context.noun}"
    return f"{context.noun}{indicator}" if indicator in _GENERIC else indicator

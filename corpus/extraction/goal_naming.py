"""What the numbers of a sentence are numbers of: the words beside them, and what they take up from clauses before.

累计达87幢, 其中市本级60幢, 到2030年达到12% and 分别增长12%和15% leave their noun out. Knows no word order in a clause.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.extraction.indicators import (
    before_work,
    begins_with_work,
    brought_about,
    is_whole,
    is_work_alone,
    predicated,
    split_scope,
    without_work,
    words_to_indicator,
)
from corpus.extraction.left_out import is_holding, is_measured, kind_of, of_doer, of_thing, rest_of, with_thing_before
from corpus.extraction.periods import NO_TIME, Time
from corpus.extraction.subjects import is_change, without_comparison
from corpus.folding.amounts import Amount
from corpus.folding.units import base_unit
from corpus.folding.years import YEAR
from corpus.target import Quantity

_ANAPHOR = re.compile(
    r"^(?:其余|[这此该]一?(?:比例|数字|指标)|总数|总量|总规模|总计|合计|数量|总额|规模|强度|密度|占比|比重|首[期批]|剩余|(?:[一二三四五]年)?(?:年均|同比|每年|累计)?(?:增长|增速|增幅|增加|净增|下降|降低|提高|提升|上升|减少|缩短|[消削压]减)|占.{1,16}(?:比重|比例))$"
)
_RUNNING = re.compile(r"^(?:累计(?:新增)?|新增|年均(?:新增)?|平均每年|每年)$")
_YEARLY = re.compile(r"^(?:平均)?每年$")
_PART_OF_YEAR = re.compile(
    r"(?:[一二三四]季度[末底]?|前三季度|[上下]半年|\d{1,2}月(?:底|末|份)?|(?:到|至)?(?<!\d)年[底末])(?:前)?(?=$|[达累要实完保总]|.{2,4}率$)"
)
"""新开工项目开工率一季度达40%、上半年达70%: when in the year, and no name."""
_BY_WHEN = re.compile(
    rf"(?<=.{{2}})(?:(?<![比较与])|(?<=占比))(?:到|至|在)?(?:{YEAR})年(?:底|末)?(?:之?前)?(?=$|[达提增降减控稳])"
)
"""救援飞机到2025年达到15架: by when, and no name."""
_SHARE = re.compile(r".{3}(?:率|比例|比重|占比)$")
"""检测率：疫区不低于30%: what a clause without a number goes on to tell of."""
_PREDICATED = re.compile(r"(?:倍增|翻番|翻一番|翻两番)$")
_BASE = re.compile(r"^以(?:20\d\d年)?(.{2,20})为基[值数准期]$")
_GROUP = re.compile(r"(?:地区|区域|流域|[中下上]游|城市|[东西南北中]部|[南北]方|[省市县区]|乡镇|农村|城镇|县城|城区)$")
"""Places and groups, of which a share is one of what was said before."""
_OF_GROUP = re.compile(rf"(.{{2,30}}[率比重例度])(?:.{{0,4}}{_GROUP.pattern})")
_GENERIC = re.compile(
    r"(?:总?建筑面积|总?面积|总长度?|总?里程|(?:总|年度)?投资额?|年?产值|税收|营业收入|成交额|交易额|销售额)$"
)
"""Sizes that anything has."""
_REACHED = re.compile(r"^(?:累计|总数|总量)?达到?(?:每[人户亩](?:每[年月]|次)?)?$")
"""新增能力300万吨，达到1200万吨: what there is then, not what comes to it."""
_SAID = re.compile(r"(.{2,20}?)(?:跨越|突破|迈[上入过]|跃上|站上|实现|保持)")
"""规上工业总产值跨越万亿大关，年均增长8.5%: what the clause before is about."""
_GAINED = re.compile(r"(?:净增|新增)$")
_RATE_RISES = re.compile(r"(?:率|比例|比重|占比)(?:每年|年均)?(?:提高|提升|上升|降低|下降)$")
_CHANGE_AT_END = re.compile(r"(?:同比|年均|每年)?(?:增长率?|增速|增幅|下降|提高|提升|降低|减少|增加|上升)$")
_PUSHED = re.compile(r"(?:加快|大力|全面|深入|持续|扎实)?(?:推进|推动|推行|推广|强化|深化|抓好)([^，、\d]{2,16})$")
"""What a clause says is to go on, which the next one measures."""
_BUILT_AT = re.compile(r"[在依利][^，\d]{2,24}?(?:新建|改建|扩建|建设|设立|打造|建成)([^，、\d]{2,20})$")
"""在原校址改建县养老中心: what is made where."""
_NO_NAME = re.compile(
    r"^(?:其中)?(?:[一二两三四五]年内?)?(?:(?:[上前]述|以上)?[两二三四五六]项(?:指标|比例)?)?(?:力争|争取|努力|确保|要|将|应|再|总体|基本|稳步)*(?:(?:达|突破|超过?|实现|[迈跨登站跃][上入过]|跨越|站稳|"
    r"(?:保持|稳定|维持|控制|提高|提升|增加|增长|增|扩大|下降|降低|降|上升|跃升|升|减少|压减|缩短|缩小)(?=[到至在为]))(?:到|至|在|为)?)?(?:每[人户亩](?:每[年月]|次)?)?$"
)
"""What predicates and names nothing: 力争达到, 提高到."""


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
    conditional: bool = False
    """Its clause, or one beside it, says in which case it holds."""
    described: bool = False
    """It says how large something else is, or how long it lasts."""


@dataclass(slots=True)
class Context:
    """What later clauses of a sentence take up from earlier ones."""

    noun: str = ""
    subject: str = ""
    """The words of the clause before, where it gives no number."""
    scope: str | None = None
    time: Time = NO_TIME
    years: tuple[int, ...] = ()
    """The years that the clause last naming any lists: 2025年、2026年、2027年分别达到60%、70%、80%."""
    names: list[tuple[str, str]] = field(default_factory=list)
    """The indicators read so far, each with its unit."""
    beside: int = 0
    """How many of them the clause before told of."""
    here: str = ""
    """The indicator read last in the clause itself."""
    working: bool = False
    """A clause before began with a verb of doing, whose work goes on (培育5个以上大模型，20个以上应用场景)."""
    areas: tuple[str, ...] = ()
    this_year: int | None = None
    plan: Time = NO_TIME


def note_subject(words: str, context: Context) -> None:
    """Remember the subject of a clause without a number (楼宇建筑面积倍增，突破600万平方米) and its scope."""
    context.subject = words
    scope, rest = split_scope(words_to_indicator(words), context.areas)
    context.scope = scope if is_whole(scope) else context.scope
    if base := _BASE.match(words):
        context.noun = base[1]
    elif _SHARE.search(rest) and not begins_with_work(words):
        context.noun = rest
    elif _PREDICATED.search(words):
        context.noun = rest
        context.names.clear()


def to_reading(words: str, raw: str, amount: Amount, clause: str, context: Context) -> Reading:
    """The number as one of what the words name, or of what was named before where they name nothing."""
    name = words_to_indicator(_BY_WHEN.sub("", _PART_OF_YEAR.sub("", without_comparison(words))))
    scope, rest = split_scope(name, context.areas)
    if scope is None and split_scope(f"{name}一二", context.areas)[0] == name:
        scope, rest = name, ""
    own = words_to_indicator(rest)
    if grouped := _OF_GROUP.match(own):
        context.noun = grouped[1]
    group = _GROUP.search(own) is not None and grouped is None
    share = amount.quantity.unit.startswith(("%", ":")) or is_holding(own)
    part = (raw.startswith("其中") or group) and share
    indicator = (
        _taken_up(raw, amount, context)
        if names_nothing_itself(own)
        else _with_noun(own, amount.quantity.unit, context, part=part)
    )
    if is_whole(scope):
        context.scope = scope
    context.noun = indicator if indicator == own and not grouped else context.noun
    context.here = indicator
    return Reading(indicator, raw or indicator, amount.quantity, scope or context.scope, context.time, clause)


def to_description(amount: Amount, segment: str, clause: str, context: Context) -> Reading:
    """A number that describes what stands beside it (5000平方米以上的楼宇), as one of that."""
    before, behind = segment[: amount.start], segment[amount.end :]
    scope, name = split_scope(words_to_indicator(f"{before}{behind.removeprefix('的')}"), context.areas)
    raw, area = (before + behind).strip() or name, scope or context.scope
    return Reading(name, raw, amount.quantity, area, context.time, clause, described=True)


def names_nothing_itself(words: str) -> bool:
    """Whether words only predicate (力争达到), so that their number is one of what was named before."""
    return _NO_NAME.match(words) is not None


def is_generic(words: str) -> bool:
    """Whether words name a size that anything has (投资, 面积), and so nothing by themselves."""
    return _GENERIC.match(words) is not None


def names_before(amounts: Sequence[Amount], change: str, context: Context) -> list[str]:
    """The indicators that a clause of numbers alone goes on about: as many as it has numbers, of the same units where
    it tells no change (A达到5万元、B3万元，到2030年分别达到6万元和4万元).
    """
    last = context.names[-len(amounts) :]
    same = [base_unit(unit) for _, unit in last] == [base_unit(amount.quantity.unit) for amount in amounts]
    return [name for name, _ in last] if same or is_change(change) else []


def _taken_up(raw: str, amount: Amount, context: Context) -> str:
    """What a number without a noun is one of: what its clause named already, the subject of the clause before, else
    what was counted last in its unit, else the noun before, whose growth no number of another unit is
    (年均增长8%，达到3000亿元).
    """
    subject = context.here or split_scope(predicated(context.subject))[1]
    name, unit = context.names[-1] if context.names else ("", "")
    reached = _REACHED.match(raw) is not None
    if name and not subject and base_unit(unit) == base_unit(amount.quantity.unit):
        return _CHANGE_AT_END.sub("", name.removeprefix("新增")) if reached else name
    noun = subject or context.noun or _object(context) or words_to_indicator(context.subject)
    if reached and (base_unit(unit) == "个百分点" or _RATE_RISES.search(noun)):
        return _CHANGE_AT_END.sub("", noun)
    noun = noun.removeprefix("新增") if reached else noun
    return noun if amount.quantity.unit == "%" else _CHANGE_AT_END.sub("", noun)


def _object(context: Context) -> str:
    """What the clause before works on (加快建设起降点，到2026年底建成200个; 推进管网整治，累计完成300公里)."""
    if begins_with_work(context.subject):
        return split_scope(without_work(context.subject))[1]
    pushed = _PUSHED.match(context.subject) or _BUILT_AT.match(context.subject)
    return brought_about(context.subject) or (pushed[1] if pushed else "")


def _of_object(indicator: str, context: Context) -> str:
    """An indicator that says nothing by itself with what the clause before works on (启动通道建设，完成投资4亿元)."""
    thing = _object(context)
    if is_work_alone(indicator):
        return thing or indicator
    if _GENERIC.match(indicator):
        return f"{thing}{indicator}"
    if (rest := rest_of(thing or words_to_indicator(context.subject), indicator)) != indicator:
        return rest
    counted = next((name for name, _ in context.names[-1:]), "")
    return of_thing(indicator, thing or without_work(counted)) or of_doer(indicator, thing) or indicator


def _with_noun(indicator: str, unit: str, context: Context, *, part: bool) -> str:
    """The indicator with the noun it leaves out: 累计, 建筑面积, or a `part` (其中县级以上城市) alone say nothing."""
    if not context.noun and _CHANGE_AT_END.fullmatch(indicator) and (said := _SAID.match(context.subject)):
        return f"{said[1]}{indicator}"
    running = _YEARLY.match(indicator) is not None
    if not context.noun or (context.subject and (running or of_thing(indicator, "")) and _object(context)):
        return f"{indicator}{_object(context)}" if running else _of_object(indicator, context)
    if is_work_alone(indicator) and not _RUNNING.match(indicator):
        if is_measured(context.noun):
            return indicator
        noun = next((name for name, of in reversed(context.names) if of == unit), context.noun)
        thing = before_work(noun) or without_work(noun)
        return context.noun if thing.startswith("、") else f"{indicator}{thing}"
    if _RUNNING.match(indicator) or _ANAPHOR.match(indicator):
        noun = _GAINED.sub("", _size_told(context).removeprefix("新增").removeprefix("新建"))
        return f"{indicator}{noun}" if _RUNNING.match(indicator) else f"{_CHANGE_AT_END.sub('', noun)}{indicator}"
    if told := kind_of(indicator, context.noun, part=part) or with_thing_before(indicator, context.noun, context.names):
        return told
    bare = not _GENERIC.match(indicator) or is_measured(context.noun)
    return indicator if bare else f"{context.noun}{indicator}"


def _size_told(context: Context) -> str:
    """What a change is one of: the noun, or what of it was measured last (入园企业20户，年产值15亿元，增长2.5倍)."""
    last = context.names[-1][0] if context.names else ""
    measured = last.startswith(context.noun) and _GENERIC.match(last.removeprefix(context.noun)) is not None
    return last if measured else context.noun

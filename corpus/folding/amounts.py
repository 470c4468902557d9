"""Numbers with their unit and bound, wherever they stand. Knows how amounts are written, not what they mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from corpus.folding.bounds import BOUNDS_BEHIND, bound_before, bound_word
from corpus.folding.characters import UNREADABLE, fold
from corpus.folding.numerals import SPELLED, numeral_to_int
from corpus.folding.units import SCALE, UNIT, base_unit, in_base_units
from corpus.quoting import compact
from corpus.target import Bound, Quantity

_NUMBER = r"\d{1,3}(?:[,，]\d{3}){1,5}(?:\.\d+)?|\d{1,15}(?:\.\d{1,6})?"
_TOO_LONG = re.compile(r"\d{1,3}(?:[,，]\d{3}){6,}")
"""No number that anybody prints: it is none, and neither is its end."""
_TO = r"\s?(?:[-—~]{1,2}|至|到)\s?"
_SUFFIX = "|".join(BOUNDS_BEHIND)
_INCLUDED = r"[（(]含[^（()）]{0,6}[)）]"
"""6人（含）以下, 10个以上（含10个）: the bound counts too."""
_NO_NUMBER_BEFORE = rf"(?<![\dA-Za-z.\-/第{UNREADABLE}])(?<![\d%][-~至])"
_AMOUNT = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:(?P<low>{_NUMBER})(?P<lowunit>{UNIT}|{SCALE})?{_TO})?"
    rf"(?P<value>{_NUMBER})(?P<more>[多余])?\s?(?P<unit>{UNIT})(?:(?![\da-zA-Z])|(?<=[个家座条项所处户栋幢套张名辆台部人支艘架间件批场口眼棵株只头盏])(?=[\dA-Z]))"
    rf"(?:{_INCLUDED}(?={_SUFFIX}))?(?:(?P<behind>{_SUFFIX})(?:{_INCLUDED})?)?"
)
_SPELLED_AMOUNT = re.compile(
    rf"(?<![第\d一二两三四五六七八九十百千万亿零〇{UNREADABLE}])(?:(?P<low>{SPELLED})(?P<lowunit>{UNIT})?{_TO})?"
    rf"(?P<value>{SPELLED})(?P<more>[多余])?(?P<unit>{UNIT})(?P<behind>{_SUFFIX})?"
)
_PER_CENT = re.compile(
    rf"(?P<unit>百分之)(?:(?P<low>{_NUMBER}|{SPELLED}){_TO}(?:百分之)?)?"
    rf"(?P<value>{_NUMBER}|{SPELLED}(?:点[一二三四五六七八九零〇]{{1,4}})?)(?P<more>[多余])?(?P<behind>{_SUFFIX})?"
)
_RATIO = re.compile(rf"(?P<value>\d{{1,3}}(?:\.\d{{1,3}})?)(?P<unit>[:：∶]1)(?![\d.])(?P<behind>{_SUFFIX})?")
"""2.2∶1"""
_RATIO_OF_ONE = re.compile(
    rf"(?:^(?=1[:：∶][\d.]{{1,6}}$)|比例?(?:[^，,。；;、\d比]{{0,8}}))(?P<value>1)(?P<unit>[:：∶]\d{{1,3}}(?:\.\d{{1,3}})?)(?![\d.:：∶%])(?P<behind>{_SUFFIX})?"
)
"""床护比达到1∶0.6: said only of what is called a ratio, or as all of a cell."""
_YEARS_LONG = re.compile(
    rf"(?:年限[^，,。；;\d]{{0,6}}(?:(?<=[由从])\d{{1,2}}(?:\.\d{{1,2}})?年[^，,。；;\d]{{0,6}})?|(?:时间|周期)(?:不超过|控制在|(?:缩短|压缩)[到至]))(?P<value>\d{{1,2}}(?:\.\d{{1,2}})?)(?P<unit>年)(?P<behind>{_SUFFIX})?"
)
"""受教育年限达到11.5年, 轮候时间不超过5年: years that measure."""
_PEOPLE = re.compile(
    rf"(?:人数|人口|人次)(?:[^，,。；;、\d]{{0,8}})(?P<value>\d{{1,5}}(?:\.\d{{1,4}})?)(?P<unit>[百千]?万)(?P<behind>{_SUFFIX})?(?=$|[，,。；;、])"
)
"""就业人数24万以上: people, whose unit is not printed again."""
_POINTS = re.compile(
    rf"(?:满意度|得分|评分|成绩)(?:[^，,。；;、\d]{{0,8}})(?:(?<=[由从])\d{{1,3}}(?:\.\d{{1,2}})?分[^，,。；;、\d]{{1,8}})?(?P<value>\d{{1,3}}(?:\.\d{{1,2}})?)(?P<unit>分)(?![之类钟])(?P<behind>{_SUFFIX})?"
)
"""满意度达90分以上, 由84.6分提高到88分: points that measure."""
_BETWEEN_TWO = r"[\u4e00-\u9fff]{2}比(?=(?:缩小|控制|降低?|下降|提高|提升|稳定|保持|达|不[高低超大])[^\d]{0,4}\d)"
"""收入比缩小到1.65以内, but not 比2020年下降5."""
_INDEX = re.compile(
    rf"(?:系数|指数|容积率|PUE值?|倍差|之比|比值|(?:死亡|生育|发生)率|死亡人数|{_BETWEEN_TWO})(?:[^，,。；;、\d]{{0,8}})(?P<value>\d{{1,3}}(?:\.\d{{1,4}})?)(?P<unit>)"
    rf"(?![\d.:：∶]|\s?{UNIT}|年|[-—~至到]\d)(?P<behind>{_SUFFIX})?"
)
"""灌溉水有效利用系数提高到0.63: what is measured without a unit."""
_SECOND_INDEX = re.compile(
    rf"(?:系数|指数|容积率|倍差|比值|死亡率)(?:[^，,。；;、\d]{{0,8}})\d{{1,3}}(?:\.\d{{1,4}})?(?:{_SUFFIX})?[、和]"
    rf"(?P<value>\d{{1,3}}\.\d{{1,4}})(?P<unit>)(?![\d.:：∶]|\s?{UNIT})(?P<behind>{_SUFFIX})?"
)
"""系数分别不超过0.5、0.45: the second of two."""
_ROUND = re.compile(
    rf"(?:破|超过?|突破|达到?|过)(?=[百千万])(?P<value>[百千]?)"
    rf"(?P<unit>[万亿](?:元|平方米|亩|吨)|亩|亿|万|万?[家人件户辆])(?P<behind>{_SUFFIX})?$"
)
_ROUND_VALUES = {"": Decimal(1), "百": Decimal(100), "千": Decimal(1000)}
_BARE = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?P<value>{_NUMBER}|(?:{SPELLED})(?=个|[万亿](?:{_SUFFIX})))个?(?P<unit>[百千]?万|[百千万]?亿)(?P<behind>{_SUFFIX})?"
    r"(?=$|[\s，,。；;、？?！!（(]|的(?!人)|吗|呢|么|是|有|和|到|[能可应该补奖报按](?![万亿]))"
)
"""5000万, 1个亿: what is said without a unit is money."""
_ROUND_ASKED = re.compile(
    r"(?:上(?=[百千]?亿|[百千]万)|(?:过|超过?|突破|破)(?=[百千]))(?P<value>[百千]?)(?P<unit>[万亿])元?(?P<behind>以上)?(?=$|[\s，,。；;、？?！!（(]|[的吗呢么了])"
)
"""上亿的项目, 过百亿的地方, 上千万的: at least so much money, as people ask."""
_WRITTEN_AS = {"百分之": "%", "万": "万人", "百万": "百万人", "千万": "千万人"}
_FROM = ("由", "从")
_CELL = re.compile(
    rf"^(?P<before>[^\d]{{0,6}}?)(?:(?P<low>{_NUMBER})(?P<lowunit>{UNIT}|{SCALE})?{_TO})?"
    rf"(?P<value>-?(?:{_NUMBER}))(?P<unit>{UNIT})?(?:{_INCLUDED}(?={_SUFFIX}))?(?P<behind>{_SUFFIX})?(?:[(（][^()（）]{{0,20}}[)）])?$"
)
_WRAPPED = re.compile(r"^[〔\[【]([^〔\[【〕\]】]{1,20})[〕\]】]$")
"""Brackets around a number of several years together ([500])."""
_THAN_YEAR = re.compile(r"^(?:比|较)20\d\d年(?:底|末)?(?=[下降减提增上])")
_RISING = re.compile(r"^(?:累计|平均|年均|每年)?(?:提高|增加|增长|上升|提升)(?P<bound>.{0,3})$")
_RISES = re.compile(r"^(?P<word>(?:累计|平均|年均|每年)?(?:提高|增加|增长|上升|提升))(?![到至])[^\d]{0,3}\d")
_REACHING = re.compile(r"^(?:力争)?(?:达到?|实现|(?:稳定|保持|维持|控制|提高|提升|增加|扩大|下降|降低|降|升)[在到至])")
"""稳定在24.8, 降至9: how much there is to be."""
_FALLING = re.compile(r"^(?:累计|平均|年均|每年)?(?:下降|降低|减少|压减|缩减)(?P<bound>.{0,3})$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity and where it stands: [start, end) covers bound words before, number, unit and bound words behind."""

    start: int
    number: int
    """Offset of the number itself."""
    end: int
    quantity: Quantity
    spelled: bool = False
    """The number is printed in words (十二个), which may also be a manner of speaking (一个, 三个方面)."""


def find_amounts(text: str, *, spelled: bool = True, bare: bool = False) -> list[Amount]:
    """Every number with a unit of measure, and 破百亿元 at the end, in printed order. Years, dates, ordinals, bare
    numbers and numbers with an unreadable character in them are none. Without `spelled`, 十二个 is none either; with
    `bare`, 5000万 and 1个亿, as people ask, are so many 元.

    >>> [(str(one.quantity.value), one.quantity.unit) for one in find_amounts("１.２万亿元，百分之八十五，十二家")]
    [('1.2', '万亿元'), ('85', '%'), ('12', '家')]
    """
    folded = _TOO_LONG.sub(lambda match: UNREADABLE[0] * len(match[0]), fold(text))
    found = [_amount(match, folded) for match in _matches(folded)]
    if bare:
        money = [_amount(match, folded, unit=f"{match['unit']}元") for match in _BARE.finditer(folded)]
        money += [_round_asked(match, folded) for match in _free(_ROUND_ASKED, folded, [*money, *found])]
        taken = _characters(money)
        found = money + [one for one in found if one.number not in taken]
    if spelled:
        found += [_amount(match, folded, spelled=True) for match in _free(_SPELLED_AMOUNT, folded, found)]
    return sorted(found, key=lambda amount: amount.number)


@lru_cache(maxsize=8192)
def cell_to_quantity(text: str, unit: str = "") -> Quantity | None:
    """What a table cell says: 85以上, ≥90, 1,200, 60%, 5-8, 下降15% (-15). `unit` is used where the cell prints none;
    None for words.
    """
    printed = _THAN_YEAR.sub("", _WRAPPED.sub(r"\1", compact(text)))
    printed = printed.replace("年", "", 1) if unit == "年" else printed
    match = _CELL.match(fold(printed))
    if match is None:
        return _spelled_cell(printed)
    falling = _FALLING.match(match["before"])
    change = falling or _RISING.match(match["before"])
    before = change["bound"] if change else _REACHING.sub("", match["before"])
    bound = bound_before(before)
    if before and bound is None:
        return None
    quantity = _quantity(match, match["unit"] or unit, BOUNDS_BEHIND.get(match["behind"] or "", bound or Bound.EQ))
    return _fallen(quantity) if falling else quantity


def rise_of_cell(text: str) -> str:
    """The word by which a cell says that something is to rise by so much (提高1岁); empty where it says how much there
    is.
    """
    printed = _THAN_YEAR.sub("", fold(compact(text)))
    match = _RISES.match(printed)
    return match["word"] if match else ""


def _fallen(quantity: Quantity) -> Quantity:
    """What something falls by, as a change: 下降3%—5% is from -5 to -3."""
    if quantity.high is None:
        return quantity.model_copy(update={"value": -quantity.value})
    return quantity.model_copy(update={"value": -quantity.high, "high": -quantity.value})


def _spelled_cell(printed: str) -> Quantity | None:
    """A cell that is one amount and nothing else, in words: 百分之八十五, 十二家."""
    amounts = find_amounts(printed)
    whole = len(amounts) == 1 and (amounts[0].start, amounts[0].end) == (0, len(printed))
    return amounts[0].quantity if whole else None


def _matches(text: str) -> Iterator[re.Match[str]]:
    yield from _AMOUNT.finditer(text)
    yield from _PER_CENT.finditer(text)
    yield from _RATIO.finditer(text)
    yield from _RATIO_OF_ONE.finditer(text)
    yield from _YEARS_LONG.finditer(text)
    yield from _PEOPLE.finditer(text)
    yield from _INDEX.finditer(text)
    yield from _SECOND_INDEX.finditer(text)
    yield from _POINTS.finditer(text)
    if match := _ROUND.search(text, max(0, len(text) - 12)):
        yield match


def _free(pattern: re.Pattern[str], text: str, found: list[Amount]) -> list[re.Match[str]]:
    """The matches that share no character with what was found."""
    taken = _characters(found)
    return [match for match in pattern.finditer(text) if taken.isdisjoint(range(*match.span()))]


def _characters(found: list[Amount]) -> set[int]:
    """The offsets of all characters of what was found: looked up, they take no time that grows with the text."""
    return {at for amount in found for at in range(amount.start, amount.end)}


def _amount(match: re.Match[str], text: str, *, spelled: bool = False, unit: str = "") -> Amount:
    number = match.start("low") if match.groupdict().get("low") else match.start("value")
    at = min(number, match.start("unit")) if match["unit"] == "百分之" else number
    words = text[max(0, at - 4) : at].rstrip()
    before = bound_word(words)
    bound = bound_before(before) or Bound.EQ
    if match.groupdict().get("more"):
        bound = Bound.GT
    unit = unit or _WRITTEN_AS.get(match["unit"], match["unit"].strip().replace("：", ":").replace("∶", ":"))
    quantity = _quantity(match, unit, BOUNDS_BEHIND.get(match["behind"] or "", bound), came_from=words.endswith(_FROM))
    return Amount(at - len(before), number, match.end(), quantity, spelled)


def _round_asked(match: re.Match[str], text: str) -> Amount:
    one = _amount(match, text, unit=f"{match['unit']}元")
    return replace(one, start=match.start(), quantity=one.quantity.model_copy(update={"bound": Bound.GE}))


def _quantity(match: re.Match[str], unit: str, bound: Bound, *, came_from: bool = False) -> Quantity:
    value = _value(match["value"], unit)
    low = _low(match, unit)
    if low is None or came_from or not 0 <= low < value:
        return Quantity(value=value, unit=unit, bound=bound)
    return Quantity(value=low, high=value, unit=unit, bound=bound)


def _low(match: re.Match[str], unit: str) -> Decimal | None:
    """The lower end of a range, in the unit of the upper one (5000万—1亿元 is from 0.5 亿元)."""
    if not match.groupdict().get("low"):
        return None
    low, own = _value(match["low"], unit), match.groupdict().get("lowunit") or ""
    if not own or own == unit:
        return low
    own += base_unit(unit) if re.fullmatch(SCALE, own) else ""
    if base_unit(own) != base_unit(unit):
        return None
    return in_base_units(low, own) / in_base_units(Decimal(1), unit)


def _value(number: str, unit: str) -> Decimal:
    """The number before a unit, in that unit: 一亿五千(万元) are 15000."""
    digits = number.replace(",", "").replace("，", "")
    if digits in _ROUND_VALUES:
        return _ROUND_VALUES[digits]
    if not digits.lstrip("-")[:1].isdecimal():
        whole, _, decimals = digits.partition("点")
        part = f".{numeral_to_int(decimals):0{len(decimals)}d}" if decimals else ""
        if "亿" in whole and unit.startswith("万"):
            return Decimal(numeral_to_int(f"{whole}万") or 0) / 10**4
        return Decimal(f"{numeral_to_int(whole)}{part}")
    return Decimal(digits)

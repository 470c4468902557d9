"""The number that a printed one is set against and that no sentence prints: 480万人次，增长12% was 428.6万人次."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from assistant.calculating import alike, exact_amounts, printed
from assistant.reading.ask import Ask
from assistant.reading.words import official_words
from corpus.folding.amounts import Amount
from corpus.folding.characters import fold
from corpus.folding.numerals import number_text, numeral_to_int
from corpus.quoting import bigrams
from corpus.target import Bound, Quantity
from indexing.words import normalised

__all__ = ["set_against"]

_UP, _DOWN = "增长|增加|提高|提升|上升|增|升|高|多", "下降|降低|减少|缩小|降|减|低|少"
_OVER, _UNDER = "高于|高出|超出|多于", "低于|少于"
_CHANGE = re.compile(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|约)?$")
_BASE = re.compile(
    r"同比(?:分别)?$|(?:比|较(?![快大多好高]))[^\d]{0,3}(?:\d{4}年)?[^\d]{0,10}$|[一两二三四五六七八九十]年(?:累计|来|内|间|共)$"
)
_THAN = re.compile(rf"(?:(?P<up>{_OVER})|(?P<down>{_UNDER}))(?P<base>[^\d]{{2,14}})$")
_TIMES = re.compile(r"(?:是|为|相当于)(?P<base>.{2,16})的约?$")
_NO_WORDS = re.compile(r"[比较与同跟和]|相比|平均|水平|累计|(?:19|20)\d\d年[底末]?")
_LAST_YEAR = re.compile(r"同比|(?:上|去)一?年|^$")
_OVER_YEARS = re.compile(r"([一两二三四五六七八九十])年(?:累计|来|内|间|共)")
_EACH_YEAR = re.compile(r"年均|平均(?!水平|值|数)|每年")
_ADDED = re.compile(r"(?:新增|净增|增加)[^，,。；;\d]{0,16}$")
_IN_ALL = re.compile(r"^[^，,、。；;\d]{0,8}[，,、](?:使|累计|总[数量]|保有量|规模|总规模)[^，,。；;\d]{0,6}$")
_REACHED = re.compile(
    r"^[，,]?(?:总[数量])?(?:达到?|增至|升至|降至|降到|(?:增加|增长|提高|提升|上升|下降|降低)[到至])$"
)
_YEAR = re.compile(r"((?:19|20)\d\d)年")
_BORDER = re.compile(r"[，,。；;：:、]")
_SENTENCE = re.compile(r"[。；;]")
_POINTS = frozenset({"个百分点", "百分点"})
_AND = frozenset({"和", "、"})
_TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class _Step:
    """How a printed value came about: from what it is set against (`base`, in words), by how much."""

    value: Amount
    size: Quantity
    rise: bool
    times: bool
    base: str
    label: str
    """What the value is of."""
    year: int
    """The last year named before the value; 0 where none is."""

    def base_year(self, years: Sequence[int]) -> tuple[int, str]:
        """The year of what the value is set against, where it is told or follows from a year asked about, and how the
        text calls it; 0 where there is none.
        """
        if named := _YEAR.findall(self.base):
            return int(named[-1]), f"{named[-1]}年"
        if span := _OVER_YEARS.search(self.base):
            return self.year - (numeral_to_int(span[1]) or 0), f"{span[1]}年前"
        own = self.year or max(years, default=0)
        return (own - 1, "上年") if _LAST_YEAR.search(self.base) else (0, "")


def set_against(text: str, ask: Ask) -> Iterator[str]:
    """What the values of a text (folded) are set against, spelled out, where the ask is for that: for its year, or for
    what it is called; of several values those of what is called most as in the question.
    """
    said = normalised(ask.where.words)
    words = bigrams(fold(" ".join((said, *official_words(said)))))
    steps = [(one, told) for one in _steps(text) if (told := _asked(one, ask, words))]
    held = [len(bigrams(step.label) & words) for step, _ in steps]
    for (step, told), count in zip(steps, held, strict=True):
        if count and count == max(held) and (result := _before(step)):
            yield f"推算{told}{result}"


def _asked(step: _Step, ask: Ask, words: set[str]) -> str:
    """What is asked for as the text calls it: a year, or a name; empty where it is not asked for. Of a text that tells
    no year the year before is meant only where the question says so: 全年 may be this year or last year.
    """
    year, called = step.base_year(ask.where.years)
    worked_out = "earlier" in ask.hints or any(one.value == step.size.value for one in ask.where.amounts)
    if year in ask.where.years and (called != "上年" or step.year or worked_out):
        return called
    name = _NO_WORDS.sub("", step.base)
    if bigrams(name) & words - bigrams(step.label):
        return step.base.strip("比较与同跟和")
    return "此前" if "earlier" in ask.hints else ""


def _steps(text: str) -> Iterator[_Step]:
    amounts = exact_amounts(text, spelled=False)
    changes = {at: told for at, one in enumerate(amounts) if (told := _change(text, amounts, at))}
    for at, (base, rise, times) in changes.items():
        value = _value(text, amounts, changes, at)
        if value is not None:
            size = amounts[at].quantity
            first = min(value, amounts[at], key=lambda one: one.start)
            yield _Step(value, size, rise, times, base, _label(text, amounts, first), _year_before(text, value))
    yield from _added(text, amounts)


def _change(text: str, amounts: Sequence[Amount], at: int) -> tuple[str, bool, bool] | None:
    """What an amount is a change against, whether it is a rise, and whether it is so many times that; None where it is
    no change. The second of two (分别增长12%和15%) is what the first is.
    """
    head = _head(text, amounts, at)
    if at and head in {"和", ""} and text[amounts[at - 1].end : amounts[at].start] in _AND:
        return _change(text, amounts, at - 1)
    if _EACH_YEAR.search(head):
        return None
    if amounts[at].quantity.unit == "倍" and (match := _TIMES.search(head)):
        return match["base"], True, True
    if match := _THAN.search(head):
        return match["base"], bool(match["up"]), False
    match = _CHANGE.search(head)
    base = _BASE.search(head[: match.start()]) if match else None
    return (base[0].removesuffix("分别") if base else "", bool(match["up"]), False) if match else None


def _head(text: str, amounts: Sequence[Amount], at: int) -> str:
    """The words before an amount, in its clause, behind the amount before it."""
    start = amounts[at - 1].end if at else 0
    return _BORDER.split(text[start : amounts[at].number])[-1]


def _value(text: str, amounts: Sequence[Amount], changes: Collection[int], at: int) -> Amount | None:
    """The value that changed so: the one it reached, else the nearest in its sentence that can have, of several changes
    told together the one of the same rank.
    """
    behind = amounts[at + 1 : at + 2]
    if behind and _REACHED.match(text[amounts[at].end : behind[0].start]) and _fits(behind[0], amounts[at]):
        return behind[0]
    first = at
    while first - 1 in changes and text[amounts[first - 1].end : amounts[first].start] in _AND:
        first -= 1
    together = sum(one >= first and _joined(text, amounts, first, one) for one in changes)
    before = [
        one
        for place, one in enumerate(amounts[:first])
        if place not in changes and not _SENTENCE.search(text[one.end : amounts[first].start])
        if _fits(one, amounts[at])
    ]
    return before[len(before) - together + at - first] if len(before) >= together else None


def _joined(text: str, amounts: Sequence[Amount], first: int, one: int) -> bool:
    gaps = (text[amounts[at].end : amounts[at + 1].start] for at in range(first, one))
    return all(gap in _AND for gap in gaps)


def _fits(value: Amount, change: Amount) -> bool:
    """Whether a value can have changed by so much, and bounds nothing."""
    rate, exact = value.quantity.unit == "%", value.quantity.bound in {Bound.EQ, Bound.APPROX}
    if change.quantity.unit in _POINTS:
        return rate and exact
    return exact and (not rate if change.quantity.unit in {"%", "倍"} else alike(value, change))


def _added(text: str, amounts: Sequence[Amount]) -> Iterator[_Step]:
    """新增60家、总数达到450家: there were 390家."""
    for at, (new, whole) in enumerate(pairwise(amounts)):
        told = _ADDED.search(_head(text, amounts, at)) and _IN_ALL.search(text[new.end : whole.number])
        if told and alike(new, whole) and {new.quantity.bound, whole.quantity.bound} == {Bound.EQ}:
            year = _year_before(text, new)
            yield _Step(whole, new.quantity, True, False, "", _label(text, amounts, new), year)


def _label(text: str, amounts: Sequence[Amount], one: Amount) -> str:
    """What an amount is of, in the words before it; of those told one behind the other the words before the first."""
    at = amounts.index(one)
    while at and text[amounts[at - 1].end : amounts[at].start] in _AND:
        at -= 1
    one = amounts[at]
    return _SENTENCE.split(text[amounts[at - 1].end if at else 0 : one.start])[-1]


def _year_before(text: str, one: Amount) -> int:
    named = _YEAR.findall(text[: one.start])
    return int(named[-1]) if named else 0


def _before(step: _Step) -> str:
    """What there was before a change, with the arithmetic; empty where that is nothing."""
    value, size = step.value.quantity, step.size
    if size.unit == "%" or step.times or size.unit == "倍":
        return _divided(step)
    return _less(value, size, rise=step.rise)


def _divided(step: _Step) -> str:
    value, size = step.value.quantity, step.size
    part = size.value if size.unit == "倍" else size.value / 100
    by = part if step.times else 1 + part if step.rise else 1 - part
    if by <= 0:
        return ""
    said = number_text(size.value) + ("%" if size.unit == "%" else "")
    divisor = said if step.times else f"（1{'+' if step.rise else '-'}{said}）"
    result = (value.value / by).quantize(_TENTH, ROUND_HALF_UP)
    sign = "=" if result * by == value.value else "≈"
    told = f"{number_text(result)}{value.unit}"
    return f"{'约' if sign == '≈' else '为'}{told}（{printed(value)}÷{divisor}{sign}{told}）"


def _less(value: Quantity, size: Quantity, *, rise: bool) -> str:
    """The value before a rise or a fall of one unit."""
    scale = size.in_base / size.value if size.value else Decimal(1)
    own = value.in_base / value.value if value.value and size.unit not in _POINTS else scale
    change = size.value * scale / own
    result = value.value - change if rise else value.value + change
    plus, rate = "-" if rise else "+", value.unit == "%"
    unit = "" if rate else value.unit
    told = f"{number_text(value.value)}{unit}{plus}{number_text(change)}{unit}={number_text(result)}{unit}"
    return f"为{number_text(result)}{value.unit}（{told}）" if result >= 0 else ""

"""What counted things share (3个千亿级、5个五百亿级产业集群), and shares of something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.extraction.goal_naming import Reading
from corpus.folding.amounts import Amount
from corpus.folding.units import base_unit, is_counter
from corpus.target import Bound

_GRADE = re.compile(r"^.{1,8}[级型](?=.{2})")
_MEASURE = re.compile(r"(?:产量|面积|产能|保有量)$")
_LONGEST_THING = 4
_WORKED_ON = re.compile(r"(?:改造|建设|整治|提升|修缮|治理|改建|扩建|迁建|安装)$")
_OF_ANOTHER = re.compile(
    r"^(?P<name>[^\d]{2,40}?)(?P<bound>不低于|不少于|不超过|不高于)(?P<other>[^\d，不]{2,40}?)的?$"
)
"""土地供应量不低于供应总量的70%: a share of something else, bounded before it is named."""
_LISTED = re.compile(
    r"^(?:[做建培打推][强优大好设育造进]|壮大|发展|聚焦|突出|围绕)?(?P<things>[^、，\d]{2,10}(?:、[^、，\d]{2,10}?)+)"
    r"等?[两二三四五六七八\d](?:个|大|类|项|条)[^，、\d]{2,8}$"
)


def listed(words: str, measured: str, count: int) -> list[str]:
    """What is measured of each of so many things that the clause before lists and counts
    (做强食品、建材两个产业，产值分别达到90亿元和30亿元).
    """
    match = _LISTED.match(words)
    things = match["things"].split("、") if match else []
    return [f"{thing}{measured}" for thing in things] if len(things) == count else []


def with_shared_names(readings: list[Reading]) -> Iterator[Reading]:
    """The readings, a grade alone with the name behind the next grade (3个千亿级、5个五百亿级产业集群)."""
    named = list[Reading]()
    for reading in reversed(readings):
        following = named[-1] if named else None
        grade = _GRADE.match(following.indicator) if following else None
        alone = reading.indicator.endswith(("级", "型")) and _GRADE.match(f"{reading.indicator}一二") is not None
        name = following.indicator[grade.end() :] if following and grade and alone else _work_behind(reading, following)
        named.append(replace(reading, indicator=f"{reading.indicator}{name}"))
    yield from reversed(named)


def with_measure_before(name: str, unit: str, names: Sequence[tuple[str, str]]) -> str:
    """A name with the measure that one before it was given and that it leaves out (牛羊肉产量达到1300万吨，奶类达到
    4100万吨).
    """
    before, of = names[-1] if names else ("", "")
    measure = _MEASURE.search(before)
    if measure is None or _MEASURE.search(name) or base_unit(of) != base_unit(unit) or is_counter(unit):
        return name
    if len(name) > _LONGEST_THING:
        return name
    return f"{name}{measure[0]}"


def _work_behind(reading: Reading, following: Reading | None) -> str:
    """The work behind the next of two counted things that is done to both (2家钢铁企业、5家水泥企业超低排放改造)."""
    if following is None or not reading.indicator or following.quantity.unit != reading.quantity.unit:
        return ""
    thing, _, work = following.indicator.partition(reading.indicator[-2:])
    return work if thing and _WORKED_ON.search(work) else ""


def share_of_another(words: str, amount: Amount) -> tuple[str, Amount]:
    """A share named with what it is a share of, and the bound that stands between the two."""
    match = _OF_ANOTHER.match(words) if amount.quantity.unit == "%" and amount.quantity.bound == Bound.EQ else None
    if match is None:
        return words, amount
    bound = Bound.GE if match["bound"] in ("不低于", "不少于") else Bound.LE
    quantity = amount.quantity.model_copy(update={"bound": bound})
    return f"{match['name']}占{match['other']}的比例", replace(amount, quantity=quantity)

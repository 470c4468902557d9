"""Changes of targets: how much, for when and for where, field by field."""

import re
from collections.abc import Hashable, Mapping, Sequence

from assistant.differing.change import Change, Subject
from assistant.differing.facts import Telling, fact_changes
from assistant.differing.pairing import Known, Ways
from assistant.differing.words import likeness, plain
from corpus.target import Bound, Target

_NAMES: Mapping[str, str] = {
    "indicator": "指标",
    "value": "数值",
    "year": "年份",
    "scope": "范围",
    "baseline": "基期",
}
_PERIOD = re.compile(r"^\d{4}—(?=\d{4}年$)")
_UNIT = re.compile(r"(?<=\d)\D{1,20}$")
_BOUNDS: Mapping[Bound, str] = {
    Bound.EQ: "",
    Bound.GE: "不低于",
    Bound.GT: "超过",
    Bound.LE: "不超过",
    Bound.LT: "低于",
    Bound.APPROX: "约",
}


def target_changes(old: Sequence[Target], new: Sequence[Target], known: Known) -> list[Change]:
    """The targets that were added, removed or changed."""
    return fact_changes(old, new, _WAYS, _TELLING, known)


def _when(target: Target) -> str:
    if target.period:
        return f"{target.period[0]}—{target.period[1]}年"
    return f"{target.year}年" if target.year else ""


def _amount(target: Target) -> str:
    quantity = target.quantity
    return f"{_BOUNDS[quantity.bound]}{quantity.number}{quantity.unit}"


def _name(target: Target) -> str:
    return plain(target.indicator)


def _meant(target: Target) -> tuple[Hashable, ...]:
    """What the number is of: everything but the number."""
    return (_name(target), plain(target.scope or ""), _when(target), target.is_baseline, target.is_total)


def _score(one: Target, other: Target) -> float:
    """The indicator counts most; then unit, time, place and the number itself."""
    same = (
        one.quantity.unit == other.quantity.unit,
        _when(one) == _when(other),
        plain(one.scope or "") == plain(other.scope or ""),
        one.quantity.number == other.quantity.number,
    )
    return 0.6 * likeness(_name(one), _name(other)) + 0.1 * sum(same)


_WAYS: Ways[Target] = Ways(
    keys=(
        lambda target: (*_meant(target), _amount(target)),
        lambda target: (*_meant(target), target.quantity.unit),
        _meant,
    ),
    words=lambda target: plain(f"{target.scope or ''}{target.indicator}"),
    score=_score,
)


def _values(target: Target) -> dict[str, str]:
    baseline = target.baseline
    return {
        "indicator": target.indicator,
        "value": _amount(target),
        "year": _when(target),
        "scope": target.scope or "",
        "baseline": f"{baseline.year}年{baseline.value:f}" if baseline else "",
    }


def _title(target: Target) -> str:
    return "·".join(part for part in (target.scope, _when(target), target.indicator) if part)


def _told(target: Target) -> str:
    return f"{_title(target)}：{_amount(target)}"


def _same(key: str, old: str, new: str, alike: bool) -> bool:
    """Where a target's own words are the same, only what stands around tells two fields apart: the end of a period (到
    2025年, a plan of 2021—2025), the unit of a number without one, taken from a total of the text.
    """
    if not alike:
        return plain(old) == plain(new)
    numbers = [_UNIT.sub("", words) for words in (old, new)]
    if key == "value" and numbers[0] == numbers[1] and (old in numbers or new in numbers):
        return True
    return plain(_PERIOD.sub("", old)) == plain(_PERIOD.sub("", new))


_TELLING: Telling[Target] = Telling(Subject.TARGET, _NAMES, _values, _same, _title, _told)

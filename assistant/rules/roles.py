"""What each number of a piece of a rule is: a rate, a share, a sum, a limit, or whom the rule is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.rules.rule import is_graded
from corpus.folding.amounts import Amount
from corpus.folding.tiers import tier_amounts
from corpus.folding.units import UNIT, unit_family

__all__ = ["EACH", "EVERY_STEP", "LIMIT", "TIMES_A_YEAR", "UNTIL", "Number", "numbers_of"]

EACH = re.compile(rf"(?:每|/)(?:个|成功|新)?(?:增加|新增|招用|吸纳|引进)?(?P<each>{UNIT}|月|年|季度)")
EVERY_STEP = re.compile(r"每(?:成功)?(?:增加|新增|超过|满|引进|引荐|招用|吸纳|培育|培养|输送|介绍|认定|通过|建成)?$")
TIMES_A_YEAR = frozenset({"月", "季度", "年"})
LIMIT = re.compile(r"最高|不超过|不高于|上限|封顶|限额|至多|以内")
UNTIL = 10
"""So many characters before a number say whether it is a limit."""
_BORDER = re.compile(r"[，,；;。：:]")
_GRANTS = re.compile(r"补[助贴偿]|奖[励补]|资助|给予|发放|支付|拨付|兑付|贴息|减免|优惠|扣[减除]|报销|补")
_CASE_END = re.compile(r"^[^，,。；;]{0,14}的")
_MEASURED = re.compile(r"(?:率|占|占比|比重|比例|面|覆盖|增长|下降|降低|增幅|降幅|强度|增速|达标)[^，,。；;\d]{0,8}$")
"""Words before a percentage that measures something and gives nothing."""
_FORMER, _CHANGED = re.compile(r"[由从](?!.*[由从])"), re.compile(r"^(?:提高|上调|增加|调整|降低|下调|降)[到至为]")
"""Words around a number that a rule gave up."""
_ON_TOP = "加收"
_OF_ONE = frozenset({"家", "户", "人", "名", "个", "项", "月", "年"})
"""What a limit may be for each of: the one that the rule is applied to."""


@dataclass(frozen=True, slots=True)
class Number:
    """An amount of a piece of a rule, with the words around it in its clause."""

    one: Amount
    clause: str
    behind: str
    role: str = ""
    """rate, factor, sum, limit or bound; empty where it is none of these."""

    @property
    def is_money(self) -> bool:
        """Whether it is a sum of money."""
        return unit_family(self.one.quantity.unit) == "money"


def numbers_of(text: str) -> list[Number]:
    """The amounts of a piece of a rule (folded), each with its role."""
    amounts = tier_amounts(text)
    found: list[Number] = []
    for at, one in enumerate(amounts):
        start = max((border.end() for border in _BORDER.finditer(text, 0, one.start)), default=0)
        stop = next((border.start() for border in _BORDER.finditer(text, one.end)), len(text))
        number = Number(one, text[start : one.start], text[one.end : stop])
        before = amounts[at - 1].end if at else 0
        found.append(replace(number, role=_role(number, text, before, amounts[at + 1 :], stop)))
    return found


def _role(number: Number, text: str, before: int, rest: Sequence[Amount], stop: int) -> str:
    one, unit = number.one, number.one.quantity.unit
    if EVERY_STEP.search(text[: one.start]) or _is_former(number):
        return ""
    near = text[max(before, one.start - UNTIL) : one.number]
    each = EACH.findall(text[before : one.number])
    limits = bool(LIMIT.search(near))
    if number.is_money and (each or "/" in unit) and not (limits and _OF_ONE.issuperset(each)):
        return "rate"
    if _is_condition(number, rest, stop):
        return "bound"
    if number.is_money:
        return "limit" if limits else "" if one.quantity.high is not None else "sum"
    if unit != "%" or one.quantity.high is not None:
        return ""
    return "" if _MEASURED.search(number.clause) and not _GRANTS.search(number.clause) else "factor"


def _is_former(number: Number) -> bool:
    """Whether a number is none that is granted: what a rule gave up, or what is paid on top of another."""
    changed = _FORMER.search(number.clause) and _CHANGED.match(number.behind)
    return bool(changed) or _ON_TOP in number.clause


def _is_condition(number: Number, rest: Sequence[Amount], stop: int) -> bool:
    """Whether an amount says whom the grant behind it is for; money does so in the clause of that grant alone, or where
    its own clause ends with 的.
    """
    pays = number.is_money or number.one.quantity.unit == "%"
    later = [one for one in rest if one.start < stop]
    cased = bool(_CASE_END.match(number.behind))
    granting = [one for one in (later if pays else rest) if unit_family(one.quantity.unit) in {"money", "rate"}]
    if not granting and not (pays and rest and cased):
        return False
    if _GRANTS.search(number.clause) or (pays and LIMIT.search(number.clause[-4:])):
        return False
    return cased or (is_graded(number.one.quantity) and (not pays or bool(later)))

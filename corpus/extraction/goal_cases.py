"""Which clauses of a sentence hold in any case, and which only where another one sets the case (awards, rules)."""

import re
from collections.abc import Sequence

from corpus.extraction.indicators import begins_with_work, works_on_number

__all__ = ["RAISED", "SETS", "unconditional"]

_CASE = re.compile(
    r"的$|、\d{1,9}[万亿]元的|(?:建成|达产|投产|投用|竣工)后(?=[^，。]{0,24}(?:给予|奖|补|按|拨付|支付|兑付|申请|享受))|凡|符合.{0,20}条件(?!总|人|的?比例)|可(?:以)?(?:申请|享受|申领)"
    r"|^(?!对|为|按(?!项目|投资|实际)|由|择优|并?优先)[^，。]{0,24}(?:(?<![供补自])给予?[^，。]{0,16}(?:\d|奖励|补助|补贴|支持)|一次性(?:奖励|补助))"
)
"""A clause that says in which case the others of its part hold; an award that names nobody is theirs."""
_DESCRIBED = re.compile(
    r"(?:建成|达产|投产|投用|竣工)后|\d[\u4e00-\u9fff]{1,4}(?:以上|以下|以内)的(?![^，,。；;]{0,20}(?:\d|[一二三四五六七八九]成))|视为|是指|指的是|按.{0,10}(?:标准|比例)|上限"
    r"|(?:低于|不足|未达到?|超过|达到|突破|高于|满)\d{1,9}(?:\.\d{1,4})?[\u4e00-\u9fff%]{1,4}的"
    r"|(?<!提高[到至])(?<!调整[为到])(?<!达到)每(?:户|人|生|亩|村|家|台|平方米|吨)[^，。]{0,8}\d"
)
"""A clause whose own number describes or sets a rate."""
RAISED = re.compile(r"[由从].{0,12}\d.{0,8}(?:提高|增加|上调|调整)[到至为].{0,8}\d")
"""由每人每年550元提高到580元: how a rate is to change."""
_DEMANDS = re.compile(r"应当|(?<![相对响供反])应(?=按|在|安排|设|建|配|达到|\d)|须(?!知)|不得|可按")
_LEAST = re.compile(r"不低于|不少于|不超过|不高于|不大于|不小于")
"""Behind what a rule demands, a bound is one of its own (应当安排配套资金，配套比例不低于30%)."""
_COUNTED = re.compile(r"^[^\d]{2,8}\d{1,5}万?[个家所座项名]以上的[^，。\d]{2,24}$")
SETS = re.compile(r"(?:稳定|保持|控制|提高|提升|降低|下降|压缩|缩短|缩小|扩大|增加|发展|降)[到至在]")
"""What says of something how it is to be."""
_FREE = re.compile(rf"{SETS.pattern}|(?<!连续)[两三五]年(?:内|累计)")
"""What says of something how it is to be, or over how many years, and cannot be the first half of a case."""
_YEARS = re.compile(r"^[两三四五]年")
_THINGS = re.compile(r"[^，。\d]{2,16}\d{1,5}[个家所座处项名]$")
"""Things counted exactly, of which the next clause says what each is given."""


def unconditional(clauses: Sequence[str]) -> list[bool]:
    """Of the clauses between two semicolons, which hold in any case: none behind a clause that sets a case
    (年营业收入首次突破10亿元的), and before it only what cannot belong to it (签约率保持在100%).
    """
    case = next((at for at, clause in enumerate(clauses) if _CASE.search(clause)), len(clauses))
    rule = next((at for at, clause in enumerate(clauses) if _DEMANDS.search(clause)), len(clauses))
    free = [case == len(clauses) or _is_free(clause) for clause in clauses[:case]]
    if 0 < case < len(clauses) and clauses[case].startswith("每"):
        free[-1] = free[-1] or _THINGS.search(clauses[case - 1]) is not None
    free = [holds and not (at > rule and _LEAST.search(clauses[at])) for at, holds in enumerate(free)]
    held = [holds and not _describes(clause) for holds, clause in zip(free, clauses, strict=False)]
    return held + _free_behind(clauses[case:])


def _is_free(clause: str) -> bool:
    """Whether a clause cannot be the first half of a case: it says how something is to be, or what is to be done in
    so many years.
    """
    return _FREE.search(clause) is not None or _does_in_years(clause)


def _does_in_years(clause: str) -> bool:
    return _YEARS.match(clause) is not None and begins_with_work(_YEARS.sub("", clause))


def _free_behind(clauses: Sequence[str]) -> list[bool]:
    """Of the clauses from a case on, which hold in any: work of so many years, and what belongs to it
    (…的企业纳入整治范围，三年盘活9000亩，其中2024年2500亩).
    """
    free = list[bool]()
    for clause in clauses:
        part = bool(free) and free[-1] and clause.startswith("其中")
        free.append(part or (_does_in_years(clause) and not _CASE.search(clause)))
    return free


def _describes(clause: str) -> bool:
    """Whether the number of a clause only describes or sets a rate; 开发2万个以上的岗位 counts what it makes."""
    if _DESCRIBED.search(clause) is None or RAISED.search(clause):
        return False
    return not (works_on_number(clause) and _COUNTED.search(clause))

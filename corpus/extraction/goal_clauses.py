"""A goal sentence cut into parts and clauses, without what stands for other words in it; which of the clauses hold in
any case (not in awards and rules); and a clause cut where its numbers part (千万楼宇150幢、亿元楼宇12幢).
"""

import re
from collections.abc import Sequence

from corpus.extraction.brackets import bracket_groups
from corpus.extraction.counted_words import names_nothing, shared_verb
from corpus.extraction.goal_naming import is_generic
from corpus.extraction.indicators import begins_with_work, is_work_alone, works_on_number
from corpus.extraction.subjects import counted_amounts
from corpus.folding.units import UNIT
from corpus.target import Bound

_CASE = re.compile(
    r"的$|\d[\u4e00-\u9fff%]{1,4}以[上下内](?:的?或|的?且)[^，。]{2,24}的(?:一律|应|不|予|可|须)|、\d{1,9}[万亿]元的|(?:建成|达产|投产|投用|竣工)后(?=[^，。]{0,24}(?:给予|奖|补|按|拨付|支付|兑付|申请|享受))|凡|符合.{0,20}条件(?!总|人|的?比例)|可(?:以)?(?:申请|享受|申领)"
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
_PARTS = re.compile(r"[；;。…]|[：:](?!1(?!\d))(?!(?<=(?<!\d)1[：:])\d)")
"""1:2 and 2:1 are numbers."""
_ITEM = re.compile(r"(?:^|(?<=[：:；;，,。]))\s?(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d))")
"""1.新增托位；2.建设食堂: numbers of a list within its line."""
_CLAUSES = re.compile(r"(?<!\d)[，,]|[，,](?!\d{3})")
_EITHER_UNIT = re.compile(rf"(?<=\d)({UNIT})[（(](?:{UNIT})[)）]")
"""4.5万套（间）: one unit and another for the same."""
_WITHIN = re.compile(r"(?<=小时|分钟)内(?=$|[，,。；;、])")
"""控制在24小时内 is 24小时以内."""
_SLOGAN = re.compile(r"[“\"][^“”\"\d]{0,20}\d{1,3}[个大条项件户次日天][^“”\"]{0,40}[”\"]")
"""“1个中心、3大基地”: numbers of a name."""
_CLAUSES_QUOTED = re.compile(r"(?<=实现|达到|完成)“([^“”]{8,300}[，,；;][^“”]{1,300})”(?=的)")
"""实现“引进2000名，贡献率达到40%”的目标: clauses like any other."""
_AND = frozenset("、和及并")
_KINDS = re.compile(r"\d大")
"""5大片区: counted by no unit."""
_EACH_YEAR = re.compile(r"^各(?!类|地|级|县|市|区|镇|单位|部门)")
"""2025年、2026年各新增25个: the same number for each of them."""
_TWO = re.compile(r"^[\u4e00-\u9fff]{2}$")
"""Two characters between: some verb (建设30所学校、改善60所学校办学条件)."""
_SHARE_ALONE = re.compile(r"^\d[\d.]{0,5}%(?:以上)?的")


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


def sentence_to_clauses(sentence: str) -> list[list[str]]:
    """The clauses of each part of a sentence (parts end with ； or ：); brackets that only explain are left out."""
    parts = _PARTS.split(_unbracketed(_plain(sentence)))
    return [[clause for clause in map(str.strip, _CLAUSES.split(part)) if clause] for part in parts]


def _plain(sentence: str) -> str:
    """The sentence without what stands for other words in it: a second unit, numbers of a name, marks of quotation."""
    return _EITHER_UNIT.sub(
        r"\1", _SLOGAN.sub("", _CLAUSES_QUOTED.sub(r"\1", _ITEM.sub("", _WITHIN.sub("以内", sentence))))
    )


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


def clause_to_segments(clause: str, years: int) -> list[str]:
    """The pieces of a clause that lists `years`, one for each number or each year, with the verb they share."""
    segments = _with_shared_verb(_segments(clause))
    if len(segments) == 1 < years and _EACH_YEAR.match(clause):
        return [clause.replace("各", "", 1)] * years
    return segments


def shared_noun(segments: list[str]) -> str:
    """The noun behind the last number that belongs to all (打造城市内1ms、全省5ms低时延圈); empty for none."""
    amounts = counted_amounts(segments[-1])
    if len(segments) < 2 or not amounts or not begins_with_work(segments[0]) or amounts[-1].quantity.bound != Bound.EQ:
        return ""
    behind = segments[-1][amounts[-1].end :]
    return "" if names_nothing(behind) else behind


def _segments(clause: str) -> list[str]:
    """The clause cut at each 、 or 和 next to an amount (千万楼宇150幢、亿元楼宇12幢)."""
    pieces: list[str] = []
    last = 0
    for amount in counted_amounts(clause):
        if clause[amount.end : amount.end + 1] in _AND:
            pieces.append(clause[last : amount.end])
            last = amount.end + 1
        elif (at := _parted_at(clause, last, amount.start)) and (
            counted_amounts(clause[last:at]) or _KINDS.search(clause[last:at])
        ):
            pieces.append(clause[last:at])
            last = at + 1
    return [*pieces, clause[last:]] if clause[last:].strip() else pieces


def _parted_at(clause: str, start: int, end: int) -> int:
    """Where a 、 or 和 parts what stands before a number at `end` from it, a verb of doing between them aside
    (创建60家企业、推出50家领跑者); 0 where none does.
    """
    at = max((clause.rfind(mark, start, end) for mark in _AND), default=-1)
    words = clause[at + 1 : end]
    parted = not words or is_work_alone(words) or is_generic(words) or _TWO.match(words)
    return at if at > start and parted else 0


def _with_shared_verb(segments: list[str]) -> list[str]:
    """Shares that have one verb (95%的中心和80%的卫生院达到标准), each with it."""
    verb = shared_verb(segments[-1])
    alone = verb and len(segments) > 1 and all(map(_SHARE_ALONE.match, segments))
    return [*(f"{segment}{verb}" for segment in segments[:-1]), segments[-1]] if alone else segments

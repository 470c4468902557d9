"""Subjects that share a number or have theirs dealt out (A率、B率均达90%; 种植、收获率分别…), and counted numbers.

Knows word order inside a clause, not what a goal is.
"""

import re
from dataclasses import replace

from corpus.extraction.indicators import split_scope
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.units import is_counter
from corpus.target import Bound

_SHARED = re.compile(r"(?:(?<![平年人月日户亩])均|都|分别|各)(?P<told>[^均都分别各]{0,6})$")
_MEASURED = re.compile(r"[率比重例度幅速量数值额积次费]$|增长|下降|提高")
_CHANGES = re.compile(r"再?(?:同比|年均|每年)?(?:增长|下降|提高|降低|减少|增加|上升|提升)")
_BASE = (
    r"基[数期准](?:年|值)?|现状|(?:上年|去年|20\d\d年)(?:底|末|同期)?"
    r"|[“\"]?十[一二三四五六]五[”\"]?(?:规划)?(?:时期|期间|同期|期末|末)?"
)
_COMPARED = re.compile(rf"^(?:比|较|与)(?:{_BASE})(?:相比)?|(?:比|较)(?:{_BASE})$")
_BETWEEN = re.compile(r"[、和与及]")
_LISTED, _JOINED = re.compile("、"), re.compile("[和与及]")
_TAIL = re.compile(
    r"(?:(?:排放|消费|消耗|使用|供应)(?:总?量|强度)|产量|产值|增加值|销售额|交易额|收入|投资额?|总额|总量|规模|数量|人口|面积|价格|能力)$"
)
_RATE = re.compile(r"(?<=.{3})(?:[^化]{2}|.{2}化)率$")
"""绿色防控、统防统治覆盖率: the rate of both, where more than a verb stands before it."""
_AREAS = frozenset("省市县区州")
_LONGEST_TAIL = 6
"""Behind a verb of the last subject: 机械化率. More is a name of its own."""
_COUNTED_PLACES = re.compile(
    r"等?(?:\d{1,2}|[两三四五六七八九十])[个大家]"
    r"(?:(?:县|市|区|州|镇|乡|街道|片区|园区|开发区|城市|地区|产业|行业|领域|集群)(?:[（(][^（()）]{1,8}[)）])?){1,3}的?"
)
"""甲、乙、丙3个县（市、区）产值: places counted behind their list, before what each of them has."""
_INDUSTRIES = re.compile(r"(?P<nth>第?)(?P<run>[一二三](?:[、和]?[一二三]){1,2})(?=次?产)")
"""一二三产 and 第一、二、三产业: industries that share their noun."""
_LAST_MILE = re.compile(r"最[后先初前][“\"]?$")
"""打通最后一公里, “最后100米”: a manner of speaking."""
_BOTH = re.compile(r"^(?:全[国省市区县])?城、?乡(?=居民|最低|低保|特困|养老|医)")


def counted_amounts(text: str) -> list[Amount]:
    """The numbers, those in words (一个, 两大) where they are no manner of speaking: 三千五百万元, 公园十二处."""
    sizes = (one for one in find_amounts(text) if not _LAST_MILE.search(text[: one.number]))
    return [one for one in sizes if not one.spelled or (_counts(one, text) and not _is_phase(one, text))]


def shared_subjects(words: str) -> list[str]:
    """The subjects that share one number: 企业入驻率、属地注册率均达 gives both; a list without 均 is one subject."""
    match = _SHARED.search(words)
    if match is None:
        return [words]
    head, change = words[: match.start()], match["told"] if is_change(match["told"]) else ""
    subjects = _industries(head) or _completed([part for part in _BETWEEN.split(head) if part])
    return [f"{subject}{change}" for subject in subjects] if len(subjects) > 1 else [words]


def without_comparison(words: str) -> str:
    """The words without the year they compare with (比2020年降低, 总量比2020年)."""
    return _COMPARED.sub("", words)


def is_change(words: str) -> bool:
    """Whether words say that something grows or falls, and nothing else."""
    return _CHANGES.fullmatch(words) is not None


def split_subjects(head: str, count: int) -> list[str]:
    """The subjects before 分别, made whole; 及 parts them only where that gives as many as there are numbers."""
    if len(listed := _counted_list(head)) == count:
        return listed
    if len(industries := _industries(head)) == count:
        return industries
    words = _BOTH.sub("城镇、农村", without_comparison(head.lstrip("—-·•")))
    splits = [[part for part in between.split(words) if part] for between in (_BETWEEN, _LISTED, _JOINED)]
    return _completed(next((parts for parts in splits if len(parts) == count), splits[0]))


def _counted_list(words: str) -> list[str]:
    """What a list that is counted names, each with the noun behind (甲、乙、丙3个县产值); empty for other words."""
    match = _COUNTED_PLACES.search(words)
    noun = words[match.end() :] if match else ""
    return [f"{one}{noun}" for one in _BETWEEN.split(words[: match.start()])] if match and len(noun) > 1 else []


def _industries(words: str) -> list[str]:
    """The industries that words run together, each with their noun; empty where they name none so."""
    words = words.replace("三次产业", "第一二三产业")
    run = _INDUSTRIES.search(words)
    if run is None:
        return []
    return [f"{words[: run.start()]}{run['nth']}{one}{words[run.end() :]}" for one in run["run"] if one not in "、和"]


def _completed(subjects: list[str]) -> list[str]:
    """Subjects made whole: 马铃薯种植、收获机械化率 are 马铃薯种植机械化率 and 马铃薯收获机械化率."""
    if not subjects:
        return []
    last = subjects[-1]
    alike = len({subject[-2:] for subject in subjects}) == 1
    if alike or all(_MEASURED.search(one) or _TAIL.search(one) for one in subjects) or len(last) < 4:
        return subjects
    if behind := _behind_shared(subjects[0], last):
        return [*(subject + behind for subject in subjects[:-1]), last]
    shared = _TAIL.search(last)
    if shared and shared.start() and not any(map(_TAIL.search, subjects[:-1])) and "居民" not in last:
        return [*(subject + shared[0] for subject in subjects[:-1]), last]
    if (etc := last.find("等")) > 0:
        return [*(subject + last[etc:] for subject in subjects[:-1]), last]
    if rate := _RATE.search(last):
        return [*(subject + rate[0] for subject in subjects[:-1]), last]
    word, tail = last[:2], last[2:]
    if len(split_scope(subjects[0])[1]) > len(word) and (
        len(tail) > _LONGEST_TAIL or not (_MEASURED.search(tail) or _TAIL.search(tail))
    ):
        return subjects
    stem = subjects[0][:-2]
    return [subjects[0] + tail, *(stem + subject[-2:] + tail for subject in subjects[1:-1]), stem + word + tail]


def _behind_shared(first: str, last: str) -> str:
    """What follows in the last subject the words that the first ends with (文化及相关产业、旅游及相关产业增加值); empty
    for none.
    """
    ends = (first[at:] for at in range(len(first) - (first[-1:] not in _AREAS)))
    shared = next((end for end in ends if end in last[:-1]), "")
    return last.partition(shared)[2] if shared else ""


def with_shared_bound(amounts: list[Amount]) -> list[Amount]:
    """The numbers, each with the bound that is printed before the first or behind the last of them alone
    (分别突破2万家、3万家, 分别控制在4‰、5.5‰以下).
    """
    bounds = [amount.quantity.bound for amount in amounts]
    if bounds[-1] in (Bound.GE, Bound.LE) and set(bounds[:-1]) == {Bound.EQ}:
        return [_bounded(one, bounds[-1]) for one in amounts]
    bound = bounds[0] if amounts[0].start < amounts[0].number else Bound.EQ
    if any(other != Bound.EQ for other in bounds[1:]):
        return amounts
    return [amounts[0], *(_bounded(one, bound) for one in amounts[1:])]


def _bounded(amount: Amount, bound: Bound) -> Amount:
    return replace(amount, quantity=amount.quantity.model_copy(update={"bound": bound}))


def _is_phase(amount: Amount, text: str) -> bool:
    """Whether a number in words tells which phase of a work it is (三期工程, 十二届) or who takes part (三方专家), not
    how many there are.
    """
    if amount.quantity.unit == "方":
        return True
    return amount.quantity.unit in ("期", "届") and not text[: amount.number].endswith(("举办", "开办", "组织"))


def _counts(amount: Amount, text: str) -> bool:
    """Whether a number in words says how many: it measures something, or is more than a figure, or ends its clause."""
    figures = amount.end - amount.number - len(amount.quantity.unit)
    measures = not is_counter(amount.quantity.unit) or amount.quantity.unit == "倍"
    return measures or (amount.quantity.value > 1 and (figures > 1 or text[amount.end : amount.end + 1] in ("", "、")))

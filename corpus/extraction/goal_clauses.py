"""A goal sentence cut into parts and clauses, without what stands for other words in it, and a clause cut where its
numbers part (千万楼宇150幢、亿元楼宇12幢), with what the pieces share. Knows marks and counted words, not goals.
"""

import re

from corpus.extraction.brackets import bracket_groups
from corpus.extraction.counted_words import names_nothing, shared_verb
from corpus.extraction.goal_naming import is_generic
from corpus.extraction.indicators import begins_with_work, is_work_alone
from corpus.extraction.subjects import counted_amounts
from corpus.folding.units import UNIT
from corpus.target import Bound

__all__ = ["clause_to_segments", "sentence_to_clauses", "shared_noun"]

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

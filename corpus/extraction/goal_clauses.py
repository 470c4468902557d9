"""A goal sentence cut into its parts and clauses, without what stands for other words in it. Knows marks, not goals."""

import re

from corpus.extraction.brackets import bracket_groups
from corpus.extraction.subjects import counted_amounts
from corpus.folding.units import UNIT

__all__ = ["sentence_to_clauses"]

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

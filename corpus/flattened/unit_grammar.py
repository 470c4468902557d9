"""Unit names: a small grammar of how they are built, and the names that the rest of a document spells out.

Judges whether a text is a list of whole unit names. Knows no table and no particular unit.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_ENDING = (
    "局|委|办|厅|部|院|会|处|站|所|队|社|署|室|县|区|镇|乡|市|州|园|单位|部门|中心|公司|政府|街道|集团|银行|学校|大学|机构|企业|"
    "团委|妇联|工商联|协会|商会|专班|小组|指挥部|办事处|组织|社区|开发区|园区|地区|属地|团队|平台"
)
_PREFIX = "区市县省各州"
_NAME = re.compile(rf"\A\*?[一-鿿<>＜＞（）()〈〉·]{{1,24}}(?:{_ENDING})(?:等|等部门|等单位)?")
_SPELLED = re.compile(rf"[{_PREFIX}][一-鿿]{{1,10}}?(?:{_ENDING})$")
_ORPHAN = re.compile(r"[局委办厅部院会处站所队署室]")
_GLUED = re.compile(rf"(?:局|委|办|厅|镇|街道|公司|中心|政府|集团|管委会)(?=[{_PREFIX}][一-鿿])")
_REMARK = re.compile(r"(?<=.)[（(][^（）()]{1,20}[)）]$")
_SEPARATOR = re.compile(r"[、，,；;\s]+")
_CLAUSE = re.compile(r"(?:责任|牵头|配合|承办|主办)(?:单位|部门)[:：]([^。（）()〔〕]{2,400})")
_ITEM = re.compile(r"(?<=[、，。；：\n])([一-鿿]{2,6})(?=、)")


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Names of units: `known` are spelled out as units, `listed` only stand in some list of the document.

    Compared by identity, so that what was found out about a name can be kept.
    """

    known: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()

    def with_known(self, names: Iterable[str]) -> "Lexicon":
        """The lexicon with more known names."""
        return Lexicon(self.known | frozenset(names), self.listed)


def lines_to_lexicon(texts: Sequence[str]) -> Lexicon:
    """The unit names that running text (lines of a document outside its tables) spells out."""
    text = "".join(texts)
    known = {name for clause in _CLAUSE.findall(text) for name in text_to_names(clause) if _NAME.fullmatch(name)}
    for item in _SEPARATOR.split(re.sub(r"[。：（）()〔〕“”《》]", "、", text)):
        if match := _SPELLED.search(item[-14:]):
            known.add(match.group())
    return Lexicon(frozenset(known), frozenset(_ITEM.findall("。" + text)))


def text_to_names(text: str) -> list[str]:
    """The items of a list of names, in order, without the star that marks a lead."""
    return [item.lstrip("*") for item in _SEPARATOR.split(text) if item]


def names_cost(text: str, lexicon: Lexicon) -> float:
    """How unlike a list of whole unit names `text` is: 0 or less for names, several for anything else."""
    if not text or text[0] in "、，；。）》”" or text[-1] in "、，；（《“":
        return 12.0
    broken = 6.0 if re.search(r"[。！？“”]", text) else 0.0
    broken += 4.0 if text[0] in "（(" else 0.0
    return broken + sum(name_cost(name, lexicon) for name in text_to_names(text))


@lru_cache(maxsize=16384)
def name_cost(name: str, lexicon: Lexicon) -> float:
    """How unlike one whole unit name `name` is: -0.5 for a known one, 0 for a well-formed one, up to 4."""
    name = _REMARK.sub("", name).removesuffix("等")
    if name in lexicon.known:
        return -0.5
    if len(name) == 1 or len(name) > 24 or re.search(r"[\d。：“”]", name):
        return 4.0
    glued = 3.0 * len(_GLUED.findall(name))
    if _ORPHAN.match(name):
        return 2.0 + glued
    if _NAME.fullmatch(name):
        return glued
    if name in lexicon.listed:
        return 0.3 + glued
    return (1.2 if len(name) <= 6 else 2.5) + glued


def ends_whole_name(text: str, lexicon: Lexicon) -> bool:
    """Whether `text` ends in a whole unit name."""
    names = text_to_names(text)
    return bool(names) and text[-1] not in "、，" and name_cost(names[-1], lexicon) <= 0


def starts_new_name(left: str, right: str, lexicon: Lexicon) -> bool:
    """Whether `left` ends in a whole name and `right` begins another, with no comma between them."""
    if not left or not right or right[0] not in _PREFIX or not ends_whole_name(left, lexicon):
        return False
    last, first = text_to_names(left)[-1], text_to_names(right)[0]
    return last + first not in lexicon.known and name_cost(first, lexicon) <= 0

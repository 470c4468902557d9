"""Indicators in a normal form: the words that say what is measured, not what is done about it. Knows no documents."""

import re
import unicodedata

from corpus.quoting import compact

__all__ = ["core_words", "normal_form"]

_BRACKETS = re.compile(r"\([^()]{0,12}\)$|[“”\"'《》]")
_SCOPE = re.compile(r"^(?:全国|全省|全市|全区|全县|全域|本市|本区|市域)(?=.{2})的?")
_DOING = (
    r"累计|新增|新认定|新引进|新招引|新培育|新建设|新建|新创建|认定|引进|招引|培育|引育|打造|创建|创成|建成(?!区)|实现|形成|"
    r"力争|争取|完成|举办|开展|计划(?=改造|新|建|完成|引进|培育|打造|举办|盘活)"
)
_LEADING = re.compile(rf"^(?:{_DOING})(?=.{{2}})")
_TRAILING = re.compile(
    rf"(?<=.{{2}})(?:{_DOING}|达到|达|数量|总数|个数|家数|幢数|(?<=楼宇)数|(?<=企业)数|(?<=项目)数|(?<=机构)数)$"
)
_INSIDE = re.compile(r"(?<=.)累计(?=.)")
_MONEY_TOTAL = re.compile(r"(?<=税收|收入|产值|资金|投资|营收)(?:总量|总额|规模|总规模)$")
_BUILDING = re.compile(r"商务楼宇|办公楼宇|商务楼|写字楼|办公楼|楼宇项目$|(?<=[亿万]元)楼$|(?<=[亿万])楼$")
_TAXED = re.compile(
    r"(?<!月)(?:年?(?:税收|纳税))?(?:总额|额)?(?:超过|超|突破|达)?(\d{0,6}(?:\.\d{1,4})?(?:千万|百万|亿|万))元?(?:以上)?的?(?:税收)?(?:的)?楼宇"
)
_SHARE = re.compile(r"(?:所占)?(?:比例|比重|占比)$")
_MIXED_USE = re.compile(r"特色产业楼宇|产业特色楼宇")
_ABOVE_SIZE = (
    (re.compile(r"规\(限\)上|规模\(限额\)以上|规上限上"), "规限上"),
    (re.compile(r"规模以上"), "规上"),
)
_CARRIER = re.compile(r"^楼宇内的?(?=.{2})")
_CHANGED_LATE = re.compile(r"^(改造|盘活|消化)(.{3,20})$")
_CHANGED = re.compile(r"更新改造|改造提升|提升改造")
_BUILDING_FIRST = re.compile(r"^楼宇([^楼率额]{4,20}达标)$")
_BARE = frozenset(
    ("楼宇", "企业", "项目", "面积", "资源", "平台", "机构", "人才", "活动", "空间", "地块", "税收", "资金", "园区")
)


def normal_form(indicator: str) -> str:
    """What is measured, in one form for all ways to write it; equal forms are the same words up to a known variant.

    What is done (新增, 累计, 打造) is left out, since it is no part of what is measured. Where that would leave a word
    that says next to nothing (新建商务楼宇 -> 楼宇), it is kept: alone is better than in false company.

    >>> normal_form("累计新增税收亿元楼宇项目"), normal_form("超亿元税收楼宇"), normal_form("5亿元以上楼宇")
    ('亿元楼宇', '亿元楼宇', '5亿元楼宇')
    """
    text = _carriers_alike(_folded(indicator))
    core = core_words(text)
    return text if core in _BARE else core


def core_words(text: str) -> str:
    """`text` without the words for what is done, however bare that leaves it."""
    core = _INSIDE.sub("", text)
    for pattern in (_LEADING, _TRAILING):
        for _ in range(4):
            core = pattern.sub("", core, count=1)
    core = _MONEY_TOTAL.sub("", _CARRIER.sub("", core))
    core = _BUILDING_FIRST.sub(r"\1楼宇", core)
    return _CHANGED_LATE.sub(r"\2\1", core)


def _folded(indicator: str) -> str:
    text = compact(unicodedata.normalize("NFKC", indicator))
    return _SCOPE.sub("", _BRACKETS.sub("", text), count=1)


def _carriers_alike(text: str) -> str:
    """One word for each carrier: 写字楼 and 商务楼宇 are 楼宇, 税收超过亿元的楼宇 is 亿元楼宇, 规（限）上 is 规限上."""
    for pattern, word in _ABOVE_SIZE:
        text = pattern.sub(word, text)
    text = _BUILDING.sub("楼宇", text)
    text = _TAXED.sub(lambda match: f"{match[1].removeprefix('1') if match[1] == '1亿' else match[1]}元楼宇", text)
    text = _MIXED_USE.sub("特色楼宇", text)
    return _SHARE.sub("占比", _CHANGED.sub("改造", text))

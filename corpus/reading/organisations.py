"""Names of issuing bodies and the places they stand for. Knows single names, no document."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from corpus.quoting import compact, squeeze
from corpus.simplified import simplified

_SUFFIX = re.compile(
    r"(?:政府|办公室|办公厅|委员会|管委会|领导小组|指挥部|中心|公司|[银分支]行|集团|大学|法院|检察院|[支总大]队|[局厅部委办院署会处站社])$"
)
_BARE = 4
_NOT_A_NAME = re.compile(r"[。，；：:！？《》|>\d]|关于|[（(][^（()）]*$")
_SECOND_NAME = re.compile(r"(?<=[局委办厅院部])[（(][\u4e00-\u9fff]{2,16}[局办委院室厅][）)]$")
"""Of a body that is another as well: 某县科技局（知识产权局）."""
_ABOUT = re.compile(r"(.{4,40}?)(?:关于|印发|转发)")
_LONGEST = 60
_NATIONAL = re.compile(
    r"国务院|中共中央|国家|全国|中华人民共和国|(?!.{0,4}(?:宣传|组织|统战|武装)部)[^省市区县州]{2,40}部(?:等|$)"
)
_BODY = re.compile(
    r"外交部|国防部|教育部|科学技术部|科技部|工业和信息化部|公安部|民政部|司法部|财政部|人力资源和?社会保障部|自然资源部|生态环境部"
    r"|住房和?城乡建设部|交通运输部|铁道部|水利部|农业农村部|农业部|商务部|文化和旅游部|文化部|国土资源部|环境保护部|卫生部|人事部"
    r"|退役军人事务部|应急管理部|审计署|海关总署|中国人民银行|(?:国家)?税务总局|国家发展改革委(?!员)|国务院(?:[^部国]|国有){2,24}?委员会|国家[^部国]{2,16}?(?:委员会|总局|局|部)"
)
"""Departments of the State Council, which are printed one behind the other without anything between them."""
_STATE = "国家"
"""What the names of national bodies share that stand for no place."""
_YEAR = re.compile(r"(?:\d{4}|[二〇零○]{1}[〇零○一二三四五六七八九]{3})年(?:度)?")
_NO_PLACE = re.compile(
    r"全(?:[省市区县]|州(?!县))|(?:部分|各|有关|相关)[省市区县地州]|(?:进一步|全面|深入|加快|大力|推进|推动|促进|支持|深化|建设|实施|印发|下达|做好|规范|开展|完善|强化|优化)"
)
_PARTY = re.compile("^(?:中共|中国共产党)")
_KIND_ALONE = re.compile(r"自治[区州县]|开发区|园区|新区|地区")
"""What kind of place is meant, not which: 自治区人民政府."""
_HAN = r"[\u4e00-\u9fff]"
_CITIZENS = "民(?!政|生(?!活)|办[学教]|营|宿(?!舍)|族|宗|间|兵|用|警)"
"""Behind 市 this speaks of people (全体市民), not of the city (南浦市民政局)."""
_PLACE = re.compile(
    rf"(?:中共|中国共产党)?(?P<province>(?:北京|上海|天津|重庆)市|(?:(?![市县区旗]){_HAN}){{2,3}}省(?!级)|{_HAN}{{2,8}}?自治区)?"
    rf"(?P<city>(?:(?![区县旗]){_HAN}){{2,6}}?(?:自治州|地区|市(?![场容]|化(?!工)|{_CITIZENS})|盟|州(?={_HAN}{{0,14}}(?:政府|委员会|局|办公[室厅]))))?"
    rf"(?P<county>{_HAN}{{1,8}}?(?:自治县|开发区|园区|新区|[区县旗]))?"
)
_TOWN = re.compile(
    rf"(?!.{{0,4}}乡村){_HAN}{{1,6}}?(?:[镇乡](?=人民政府|政府|党委|党政|20\d\d年|关于|[“\"])|街道(?=办事处|党工委|办公室))"
)
"""A town that is named alone, without the county it lies in."""


class Region(NamedTuple):
    """A place as printed and its level: 国家 (no place), 省, 市, 区县 or 乡镇."""

    name: str | None
    level: str


def is_organisation(text: str) -> bool:
    """Whether `text` reads as the full name of one body."""
    name = _SECOND_NAME.sub("", compact(text))
    plain = simplified(name)
    return 1 < len(name) <= _LONGEST and not _NOT_A_NAME.search(name) and _SUFFIX.search(plain) is not None


def join_names(lines: Iterable[str]) -> list[str]:
    """The bodies that sign, from the lines of a signature: several on a line apart by spaces, long ones wrapped."""
    names: list[str] = []
    wrapped = False
    for fragment in (piece for line in lines for piece in line.split()):
        name = compact(fragment)
        if names and (wrapped or len(name) < _BARE):
            names[-1] += name
        else:
            names.append(name)
        wrapped = not _SUFFIX.search(simplified(name))
    return [name for joined in names for name in split_names(joined)]


def split_names(text: str) -> list[str]:
    """The bodies of one place that are printed without anything between them; the text itself where it is one body.

    >>> split_names("甲乙省财政厅甲乙省教育厅")
    ['甲乙省财政厅', '甲乙省教育厅']
    """
    name = compact(text)
    national = _BODY.findall(name)
    if len(national) > 1 and "".join(national) == name:
        return national
    region = name_to_region(name)
    shared = region.name or _STATE if region else None
    if shared is None or name.count(shared) < 2:
        return [name]
    names = re.split(rf"(?<!^)(?<!中共)(?=(?:中共)?{re.escape(shared)})", name)
    return names if all(map(is_organisation, names)) else [name]


def name_to_region(name: str) -> Region | None:
    """The place that the name of a body or the title of a document begins with, a year before it aside, in simplified
    characters; None where it begins otherwise.
    """
    name = name.removeprefix("关于").removeprefix("關於")
    name = simplified(_YEAR.sub("", name, count=1) if _YEAR.match(name) else name)
    if _NATIONAL.match(name):
        return Region(None, "国家")
    if _NO_PLACE.match(name):
        return None
    match = _PLACE.match(name)
    place = _PARTY.sub("", match[0]) if match else ""
    if not match or not place or _KIND_ALONE.fullmatch(place):
        town = _TOWN.match(_PARTY.sub("", name))
        return Region(town[0], "乡镇") if town else None
    levels = (("county", "区县"), ("city", "市"), ("province", "省"))
    level = next(level for group, level in levels if match[group])
    return Region(place, level)


def with_bodies_apart(words: str) -> str:
    """The words of a title as one, bodies that share it apart as they are printed (甲市财政局 甲市教育局关于)."""
    pieces = words.split()
    count = next((at for at, piece in enumerate(pieces) if not _is_body_of_place(piece)), 0)
    last = _ABOUT.match(pieces[count]) if count else None
    if last is None or not _is_body_of_place(last[1]):
        return squeeze(words)
    return " ".join([*pieces[:count], squeeze(" ".join(pieces[count:]))])


def _is_body_of_place(words: str) -> bool:
    return is_organisation(words) and name_to_region(words) is not None


def names_to_region(names: Iterable[str]) -> Region | None:
    """The first place that names of bodies or a title tell; of a zone its short name where another tells it
    (天枢高新技术产业开发区, 天枢高新区).
    """
    regions = [region for name in names if (region := name_to_region(name))]
    first = next(iter(regions), None)
    zone = first.name if first and first.name and first.name.endswith("开发区") else ""
    short = (one for one in regions if zone and one.name and one.name.endswith("区") and one.name[:2] == zone[:2])
    return min(short, key=lambda one: len(one.name or ""), default=first)

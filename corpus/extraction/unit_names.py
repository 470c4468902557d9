"""Names of units: splitting printed lists into names, and the form under which two printings of a name are equal.

Knows how names are written, not which organisations exist.
"""

import re
import unicodedata
from dataclasses import dataclass

from corpus.extraction.brackets import split_outside
from corpus.quoting import compact

_SEPARATORS = frozenset("、，,；; \t\n")
_ENDING = (
    "部门|部|委员会|委|局|办公室|[督研信处科股][查察究息]?室|办|厅|院|行|会|社|署|政府|府|中心|公司|集团|街道|街镇|镇|乡|区|县|市|省|单位|地区|各地|"
    "联|校|所|站|队|处|科|股|组|专班|[科消作]协|工委|党委|法院|检察院|团|台|馆|企业|机构|协会|属地|公安|园|医[共联]体|联合体|共同体|中央|海关|海事|税务"
)
_UNIT = re.compile(rf"(?:{_ENDING})$")
_GROUP = re.compile(
    r"^(?:各|相关|有关|属地|全市|全区|全县|全省|所有|其他|其它|行业|区属|市属|县属|省属|市级|区级|县级|省级|国务院相关|国务院有关)"
    r"|(?:主管部门|相关部门|有关部门|相关单位|有关单位|责任单位|属地|街镇)$"
)
_AND = re.compile(
    r"(?<=部门)(?:以及|和|及|与)(?!单位)(?=.{3})|(?<=等)(?:以及|和|及|与)(?=.{2})|"
    r"(?<=[部委局办厅府镇区县市省院行位])(?:以及|和|及|与)(?=[各市区县省相有属])|(?<=.)(?:以及|和|及|与)(?=各(?![类项方]))|"
    r"(?<=[局委办厅府院])(?:和|及|与)(?=[\u4e00-\u9fff]{2,4}[省市区县旗州镇乡](?:人民)?(?:政府|管委会|党委))"
)
_BOTH = re.compile("[和与]")
_SHORTEST_OF_BOTH = 3
_LEVEL = "(?:设区市|自治区|直辖市|自治州|省|市|州|盟|区|县|旗)"
_IN_BRACKETS = r"(?:[（(〔\[][^（()）〔〕\[\]]{1,16}[）)〕\]])?"
_LEVELS = re.compile(
    rf"(?<![^、，,；;。和及与])(?:各|有关|相关)?{_LEVEL}{_IN_BRACKETS}(?:、{_LEVEL}{_IN_BRACKETS}){{1,5}}"
    r"(?:(?:人民)?政府|党委和政府|党委|(?=[、，,；;。等及和与按分负落配参]|$))"
)
"""A group that is named by its levels (各市、县〔市、区〕政府): one name, though it has the sign of a list in it."""
_KEPT = "\x00"
_OPEN_END = re.compile(
    r"等(?:(?:国务院|市级|区级|县级|省级)?(?:相关|有关|各)?(?:部门[和及]单位|部门|单位|部委|地区|机构|企业|地))?$"
)
_GLUED = re.compile(r"(?<=[局委办厅])(?=[省市区县旗][\u4e00-\u9fff]{2,8}(?:局|委|办|厅|中心)(?:$|[、，,；;（(]))")
"""Where the space between two names was lost (县生态环境局县住建局)."""
_BRACKETS = str.maketrans("<〈《[〔【>〉》]〕】", "(((((())))))")
MARKS = "*＊★☆▲△●◆#"
"""Signs that mark a name in a list; what they mean, the document says."""


@dataclass(frozen=True, slots=True)
class UnitList:
    """The names of a printed list in printed order, each once, and whether the list ends in 等."""

    names: tuple[str, ...]
    open_ended: bool


def split_units(text: str) -> UnitList:
    """The names of a printed list: 区财政局（区国资办）、各镇，区属公司等部门. Brackets inside names are kept."""
    names: list[str] = []
    open_ended = False
    for piece in split_outside(with_groups_kept(text), _SEPARATORS):
        for part in (name for joined in _parts(piece) for name in _GLUED.split(joined)):
            printed = compact(part.replace(_KEPT, "、")).strip("。：:.")
            name = _OPEN_END.sub("", printed)
            open_ended = open_ended or name != printed
            if name and not set(name) <= set("/-—－无"):
                names.append(name)
    return UnitList(tuple(dict.fromkeys(names)), open_ended)


def _parts(piece: str) -> list[str]:
    """The names that a word for and joins (市财政局和各区), also where nothing but their ends tells that both are
    whole (管委会和燃气企业, not 城镇和住房局).
    """
    return [name for part in _AND.split(piece) for name in _both(part)]


def _both(part: str) -> list[str]:
    names = _BOTH.split(part)
    whole = len(names) == 2 and all(len(one) >= _SHORTEST_OF_BOTH and looks_like_unit(one) for one in names)
    return names if whole else [part]


def with_groups_kept(text: str) -> str:
    """The words with the signs of a list inside a group's name (各市、县政府) made ones at which nothing is cut;
    `split_units` makes them what they were.
    """
    return _LEVELS.sub(lambda match: match[0].replace("、", _KEPT), text)


def unit_key(name: str) -> str:
    """The form that two certain printings of one name share: brackets, width and white space made equal."""
    return unicodedata.normalize("NFKC", compact(name).strip(MARKS)).translate(_BRACKETS)


def is_group(name: str) -> bool:
    """Whether the name stands for several units (各镇, 属地街镇, 行业主管部门) rather than for one."""
    return _GROUP.search(name) is not None


def looks_like_unit(name: str) -> bool:
    """Whether a name ends as names of units end, its own brackets aside."""
    bare = re.sub(r"[（(<〈〔\[][^（(<〈〔\[]{0,40}[）)>〉〕\]]$", "", name)
    return len(name) <= 30 and (_UNIT.search(bare) is not None or is_group(name))

"""Units of measure: which words behind a number are one, what they measure and how big they are. Data and look-ups.

The family says what a unit is a unit of (幢, 栋 and 座 count buildings); the base is what equal numbers are counted in
(40 万平方米 are 400000 平方米). Every unit is a power of ten of its base, so that conversion is exact.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_COUNTERS: dict[str, str] = {
    "buildings": "幢 栋=幢 座=幢 棟=幢",
    "firms": "家 户 户次=户 家次=家",
    "events": "场 场次=场 次 期 届 班 航次 班次 车次 架次 批次",
    "people": "人 名 位 人次 人年 人日 人天=人日",
    "rate": "百分点 个百分点",
    "days": "个工作日 个月",
    "items": "个 项 件 条 处 所 张 辆 架 艘 套 台 支 只 头 株 棵 种 类 部 册 批 间 片 例 门 倍 份 宗 单 床 款 组 起 笔 "
    "枚 块 列 颗 根 口 眼 匹 幅 篇 卷 标段 床位 学位 工位 车位 岗位 泊位 停车位 机架 标准机架 "
    "项次=项 个泊位=泊位 站点 盏 羽 尾 针 剂 剂次 亩次 学时 课时=学时 枝 台套=台 "
    "台次 人份 点位 展位 餐位 摊位 机位 标台 瓶 箱 单位",
}
"""Units that count things, by family; 栋=幢 says that both count the same."""
_MEASURES: dict[str, str] = {
    "area": "平方米 平米=平方米 ㎡=平方米 m2=平方米 m²=平方米 方=平方米 平=平方米 平方公里=平方米:6 平方千米=平方米:6",
    "volume": "立方米 标准立方米 空方",
    "land": "亩 公顷=平方米:4",
    "money": "元 美元 欧元 港元",
    "rate": "% ％=% ‰ 成=%:1 /10万 /十万=/10万 /万",
    "days": "天 小时 分钟 秒 毫秒 ms=毫秒",
    "years": "岁",
    "length": "公里 千米=公里 米 毫米 厘米 微米 纳米",
    "weight": "吨 吨标准煤 吨二氧化碳 吨二氧化碳当量 公斤 千克=公斤 斤 克 克标准煤 千克标准煤 公斤标准煤=千克标准煤",
    "power": "千瓦 兆瓦=千瓦:3 吉瓦=千瓦:6 千瓦时 兆瓦时=千瓦时:3 吉瓦时=千瓦时:6 GWh MW=千瓦:3 GW=千瓦:6 kW=千瓦 "
    "kWh=千瓦时 千伏安 兆伏安=千伏安:3",
    "boxes": "标准箱 标箱=标准箱 TEU=标准箱",
    "computing": "P EFLOPS Eflops=EFLOPS PFLOPS Pflops=PFLOPS Gbps Mbps Tbps 比特 兆比特 吉比特 太比特 TB PB EB",
    "density": "微克/立方米 毫克/立方米",
    "noise": "分贝",
}
"""Units that measure, by family; 公顷=平方米:4 says that one is ten thousand 平方米."""
_NOT_BEHIND = {
    "方": "(?![面案式便向位法针])",
    "平": "(?![方米台均衡稳安等时行面整])",
    "成": "(?![立本果为员功效就交长都年分品])",
    "米": "(?![粮面])",
    "亩": "(?!次)",
    "期": "(?![间末内])",
    "班": "(?![级子车列])",
    "口": "(?![岸])",
    "块": "(?![链])",
    "组": "(?![织建成])",
    "起": "(?![步来])",
    "列": "(?![入为])",
    "单": "(?![位元个])",
    "人": "(?![均才大员工力口])",
    "名": "(?![单录])",
    "位": "(?![置居列])",
    "个": "(?![人体别性])",
    "针": "(?![对灸织])",
    "剂": "(?![量型])",
    "尾": "(?![款水矿])",
    "箱": "(?![体变涵])",
}
"""What must not follow a unit of one character: 3方 is an area, 3方面 is none."""
_ONLY_BEHIND = {"单位": "(?<=[万亿])"}
"""6亿单位 are counted so; 3单位 is no number of anything."""
_DENOMINATORS = (
    "[百千万]{0,2}平方公里|平方米|立方米|[百千万]?公里|公顷|工作日|标准箱|人次|"
    "千瓦时|千人|万人|人·年|年·生|生·年|生|万元|亿元|人|户|家|亩|年|月|日|天|次|吨|小时|秒|头|只|张|台|辆|个|件|床|套|公斤|千克|斤"
)

SCALE = "(?:[百千万]?亿|[百千]?万|百|千)"
"""万, 亿 and what stands before a unit (a pattern without groups)."""


@dataclass(frozen=True, slots=True)
class _Unit:
    family: str
    base: str
    power: int
    counter: bool


def _known() -> dict[str, _Unit]:
    units = {}
    for families in (_COUNTERS, _MEASURES):
        for family, entries in families.items():
            for entry in entries.split():
                name, _, same = entry.partition("=")
                base, _, power = same.partition(":")
                units[name] = _Unit(family, base or name, int(power or 0), families is _COUNTERS)
    return units


_UNITS = _known()


def _alternatives(counter: bool) -> str:
    names = sorted((name for name, unit in _UNITS.items() if unit.counter is counter), key=len, reverse=True)
    written = (name for name in names if name not in ("%", "％", "‰"))
    return "|".join(f"{_ONLY_BEHIND.get(name, '')}{re.escape(name)}{_NOT_BEHIND.get(name, '')}" for name in written)


UNIT = (
    rf"(?:[%％‰]|{SCALE}?(?:{_alternatives(False)})(?:/(?:{_DENOMINATORS}))?"
    rf"|{SCALE}?(?:{_alternatives(True)})(?:/(?:{_DENOMINATORS}))?)"
)
"""A unit of measure as printed, with its 万 or 亿 (a pattern without groups)."""

_PARTS = re.compile(rf"({SCALE})?(.*)", re.DOTALL)
_POWERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
_FITS = (
    (re.compile(r"率|占比|比重|比例|增长|增速|增幅"), ("%",)),
    (re.compile(r"活动|会议|推介|培训|路演|赛"), ("场", "次", "期")),
    (re.compile(r"面积"), ("平方米", "亩", "公顷", "平方公里")),
    (re.compile(r"税|营收|收入|产值|投资|资金|总额|贷款|规模|增加值"), ("元",)),
    (re.compile(r"企业|总部|主体|机构"), ("家", "户", "个")),
    (re.compile(r"人才|人员|团队"), ("人", "名", "支", "个")),
    (re.compile(r"楼|厦|建筑"), ("幢", "栋", "座", "个")),
    (re.compile(r"项目|园区|平台|基地"), ("个", "项", "家")),
)

_SHARE = re.compile(r"(?:率|占比|比重|增速|增幅)$")


def base_unit(unit: str) -> str:
    """A unit without its 万 or 亿, one name per thing: 万方 and 平方米 both measure 平方米, 栋 and 座 count as 幢."""
    _, known, rest = _parsed(unit)
    return known.base + rest


def in_base_units(value: Decimal, unit: str) -> Decimal:
    """The value counted in `base_unit(unit)`: 40 万平方米 is 400000 平方米."""
    power, known, _ = _parsed(unit)
    return value * Decimal(10) ** (power + known.power) if power + known.power else value


def unit_family(unit: str) -> str | None:
    """What a unit measures or counts: buildings, firms, events, people, items, area, land, money, rate, days or more.

    None for words that are no unit of ours. 个 and 项 are items and may count anything.

    >>> unit_family("万平方米"), unit_family("座"), unit_family("万元/人"), unit_family("第")
    ('area', 'buildings', 'money', None)
    """
    return _parsed(unit)[1].family or None


def is_counter(unit: str) -> bool:
    """Whether the unit counts things (个, 家, 万人) rather than measures them (万元, 平方米, %)."""
    return _parsed(unit)[1].counter


def units_in_note(note: str) -> tuple[str, ...]:
    """The units that stand behind 单位： (幢、场), each with what it is said of where that is told (集装箱:万标箱)."""
    words = re.sub(r"^单位[:：]", "", note.strip())
    return tuple(part for part in re.split(r"[、，,；;/\s]+", words) if part)


def unit_for_words(words: str, units: tuple[str, ...]) -> str:
    """Which of the units fits what is counted: 场 for 推介活动, 幢 for 楼宇. Empty where none can be told, as for a
    share among amounts.
    """
    said = dict(one.replace("：", ":").split(":", 1) for one in units if re.search("[:：]", one))
    if named := next((unit for label, unit in said.items() if label in words), ""):
        return named
    units = tuple(one for one in units if not re.search("[:：]", one))
    if len(units) == 1:
        return "" if _SHARE.search(words) and base_unit(units[0]) not in ("%", "‰") else units[0]
    for pattern, fitting in _FITS:
        if pattern.search(words):
            for unit in units:
                if base_unit(unit) in fitting or unit in fitting:
                    return unit
    return ""


@lru_cache(maxsize=4096)
def _parsed(unit: str) -> tuple[int, _Unit, str]:
    """The power of ten of its 万 or 亿, the unit itself, and what stands behind a stroke (/人), as printed."""
    name, stroke, rest = (unit, "", "") if unit in _UNITS else unit.partition("/")
    if name in _UNITS:
        return 0, _UNITS[name], stroke + rest
    match = _PARTS.match(name)
    scale, bare = (match[1] or "", match[2]) if match else ("", name)
    if scale and f"{bare}{stroke}{rest}" in _UNITS:
        bare, stroke, rest = f"{bare}{stroke}{rest}", "", ""
    if not bare:
        return 0, _Unit("", unit, 0, counter=False), ""
    return _POWERS.get(scale, 0), _UNITS.get(bare, _Unit("", bare, 0, counter=False)), stroke + rest

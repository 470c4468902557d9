"""Units of measure: which words behind a number are one, how big it is, and what it measures. Data and look-ups."""

import re
from decimal import Decimal

__all__ = ["UNIT", "base_unit", "in_base_units", "is_counter", "unit_for_words", "units_in_note"]

_COUNTERS = (
    "个百分点|百分点|个工作日|个月|个|家|户|人次|人|名|位|幢|栋|座|棟|场次|场|次|项|件|条|处|所|张|辆|架|艘|套|台|支|只|头|株|种|类|部|册|批|"
    "间|片|例|门|期|届|倍|份|班|宗|单|床"
)
_MEASURES = (
    "微克/立方米|毫克/立方米|平方公里|平方千米|平方米|平米|㎡|m2|m²|立方米|公里|千米|公顷|亩|吨标准煤|吨|千瓦时|千瓦|兆瓦|公斤|斤|岁|美元|元/平方米|"
    "元|方|标准箱|TEU|毫秒|ms|EFLOPS|Eflops|PFLOPS|Gbps|Mbps|GWh|小时|分钟|天"
)
_SCALE = "(?:[百千万]?亿|[百千]?万|百|千)"
UNIT = rf"(?:[%％‰]|{_SCALE}?(?:{_MEASURES})(?:/[\u4e00-\u9fff]{{1,3}})?|{_SCALE}?(?:{_COUNTERS}))"
"""A unit of measure as printed, with its 万 or 亿 (a pattern without groups)."""

_COUNTER = re.compile(rf"{_SCALE}?(?:{_COUNTERS})")
_PARTS = re.compile(rf"({_SCALE})?(.*)", re.DOTALL)
_POWERS = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
_SAME = {
    "方": "平方米",
    "平米": "平方米",
    "㎡": "平方米",
    "m2": "平方米",
    "m²": "平方米",
    "％": "%",
    "栋": "幢",
    "座": "幢",
}
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


def base_unit(unit: str) -> str:
    """A unit without its 万 or 亿, one name per thing: 万方 and 平方米 both measure 平方米, 栋 and 座 count as 幢."""
    match = _PARTS.match(unit)
    bare = match.group(2) if match and match.group(2) else unit
    return _SAME.get(bare, bare)


def in_base_units(value: Decimal, unit: str) -> Decimal:
    """The value counted in `base_unit(unit)`: 40 万平方米 is 400000 平方米."""
    match = _PARTS.match(unit)
    scale = match.group(1) if match and match.group(2) else None
    return value * Decimal(10) ** _POWERS[scale] if scale else value


def is_counter(unit: str) -> bool:
    """Whether the unit counts things (个, 家, 万人) rather than measures them (万元, 平方米, %)."""
    return _COUNTER.fullmatch(unit) is not None


def units_in_note(note: str) -> tuple[str, ...]:
    """The units that stand behind 单位： (幢、场)."""
    words = re.sub(r"^单位[:：]", "", note.strip())
    return tuple(part for part in re.split(r"[、，,；;/\s]+", words) if part)


def unit_for_words(words: str, units: tuple[str, ...]) -> str:
    """Which of the units fits what is counted: 场 for 推介活动, 幢 for 楼宇. Empty where none can be told."""
    if len(units) == 1:
        return units[0]
    for pattern, fitting in _FITS:
        if pattern.search(words):
            for unit in units:
                if base_unit(unit) in fitting or unit in fitting:
                    return unit
    return ""

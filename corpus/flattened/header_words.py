"""Header words: what kind of cell stands under a column of a task table, told from the column's printed name.

Knows words only, no document: a name never seen before is a text column, which takes anything.
"""

import re
from collections.abc import Sequence
from enum import StrEnum


class Kind(StrEnum):
    """What a column's cells look like."""

    SEQUENCE = "sequence"
    LABEL = "label"
    """A name or phrase without a full stop, often merged over several rows."""
    PROSE = "prose"
    """Sentences: what is to be done."""
    DEADLINE = "deadline"
    UNITS = "units"
    VALUE = "value"
    """A figure with or without its unit."""
    NOTE = "note"
    """Anything, often nothing."""


_WHAT = "工作|重点|主要|具体|目标|任务|行动|建设|项目|推进|实施|年度|阶段|指标|总体|预期|政策|改革|服务|创新|保障"
_HEAD = (
    "任务|内容|举措|措施|事项|项目|工作|类别|领域|方面|板块|环节|目标|要求|名称|要点|方向|类型|指标|"
    "成果|成效|做法|安排|分类|分解|计划"
)
_PATTERNS = (
    (Kind.SEQUENCE, re.compile(r"序号|编号|序|项次")),
    (
        Kind.DEADLINE,
        re.compile(r".{0,4}(?:时限|时间|期限|节点|进度|日期|时序|进度安排|时间安排)(?:[（(].{1,10}[)）])?"),
    ),
    (
        Kind.UNITS,
        re.compile(
            r".{0,4}(?:单位|部门|主体|责任人|负责人|分工|处室|科室|责任领导|分管领导|机构|属地)(?:[（(].{1,10}[)）])?"
        ),
    ),
    (Kind.NOTE, re.compile(r"备注|说明|附注")),
    (
        Kind.VALUE,
        re.compile(r"(?:20\d\d年?(?:底|末)?|目标值|现状值|基期值?)(?:目标值?|指标值?|数)?(?:[（(].{1,10}[)）])?"),
    ),
    (Kind.PROSE, re.compile(r".{0,6}(?:举措|措施|做法|要求|目标|成效|成果)")),
    (Kind.LABEL, re.compile(rf"(?:{_WHAT}){{0,2}}(?:{_HEAD})")),
)
_WHEN = "完成|办理|推进|实施|计划|工作|预计|目标|落实|启动|起止|具体|整改"
_WHO = "牵头|责任|配合|主办|协办|承办|承担|实施|主管|主要|参与|参加|协同|落实|市级|区级|县级|省级|行业|监督|支持|第一"
_WELL_FORMED = re.compile(
    rf"序号|编号|备注|说明|(?:{_WHAT}){{0,2}}(?:{_HEAD})|(?:{_WHEN})?(?:时限|时间|期限|节点|进度|日期|时间节点|时间安排)|"
    rf"(?:{_WHO}){{0,2}}(?:单位|部门|主体|责任人|负责人|处室|科室|领导)|责任分工|20\d\d年目标值?|目标值"
)
_MEASURE_UNIT = re.compile(r"(?:计量)?单位")


def name_to_kind(name: str) -> Kind | None:
    """The kind of cells that a column called `name` has; None for a name that says nothing."""
    return next((kind for kind, pattern in _PATTERNS if pattern.fullmatch(name)), None)


def is_header_word(text: str) -> bool:
    """Whether `text` is one well-formed name of a column, neither a part of one nor two of them."""
    return _WELL_FORMED.fullmatch(text) is not None


def is_sequence_word(text: str) -> bool:
    """Whether `text` names the column of running numbers."""
    return name_to_kind(text) is Kind.SEQUENCE


def is_role_word(text: str) -> bool:
    """Whether `text` names a column of units or deadlines, which only task tables have."""
    return name_to_kind(text) in (Kind.UNITS, Kind.DEADLINE)


def columns_to_kinds(names: Sequence[str]) -> tuple[Kind, ...]:
    """The kind of every column; the last of the text columns is the prose, others only where their name says so.

    单位 alone, beside figures, is a unit of measure.
    """
    kinds = [name_to_kind(name) or Kind.LABEL for name in names]
    texts = [index for index, kind in enumerate(kinds) if kind in (Kind.LABEL, Kind.PROSE)]
    if Kind.VALUE in kinds:
        kinds = [Kind.LABEL if _MEASURE_UNIT.fullmatch(name) else kind for name, kind in zip(names, kinds, strict=True)]
    elif texts:
        kinds[texts[-1]] = Kind.PROSE
    return tuple(kinds)

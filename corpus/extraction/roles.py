"""What the columns of a table are for, told by the words of their header.

The words are data: a new wording is a new entry, never a new branch.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from corpus.quoting import compact
from corpus.table import Column

__all__ = ["ColumnRole", "column_roles"]


class ColumnRole(StrEnum):
    """What a column holds. TEXT is anything else that is said in words."""

    SEQ = "seq"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    DEADLINE = "deadline"
    REMARK = "remark"
    TEXT = "text"


_UNITS = "(?:单位|部门|处室|科室|主体|机构|地区|领导单位)"
_WORDS = (
    (ColumnRole.SEQ, re.compile(r"^(?:序号?|编号|项号|No\.?)$")),
    (
        ColumnRole.DEADLINE,
        re.compile(r"时限|期限|时间节点|完成时间|时间要求|时间安排|时间进度|完成日期|截止时间|节点要求"),
    ),
    (ColumnRole.LEAD, re.compile(rf"(?:牵头|主办|主责|第一责任)[^配协]{{0,4}}{_UNITS}")),
    (
        ColumnRole.RESPONSIBLE,
        re.compile(rf"(?:责任|配合|协办|协同|参与|参加|落实|承办|实施|负责|完成|协助|支持|执行)[^领]{{0,4}}{_UNITS}"),
    ),
    (ColumnRole.REMARK, re.compile(r"^备注|^说明$|责任人|责任领导|分管领导|联系人|联系电话")),
)


def column_roles(columns: Sequence[Column]) -> tuple[ColumnRole, ...]:
    """The role of each column, by the words of all levels of its header."""
    return tuple(_role(compact(column.name)) for column in columns)


def _role(name: str) -> ColumnRole:
    return next((role for role, words in _WORDS if words.search(name)), ColumnRole.TEXT)

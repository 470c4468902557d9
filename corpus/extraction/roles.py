"""What the columns of a table are for, told by the words of their header.

The words are data: a new wording is a new entry, never a new branch.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus.extraction.role_words import Part, role_of_header
from corpus.quoting import compact
from corpus.table import Column

__all__ = ["ColumnRole", "RoleColumn", "column_roles"]


class ColumnRole(StrEnum):
    """What a column holds. TEXT is anything else that is said in words; BESIDE are units or persons in another role."""

    SEQ = "seq"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    BESIDE = "beside"
    DEADLINE = "deadline"
    REMARK = "remark"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class RoleColumn:
    """What a column holds, and the role that its header names (配合, 指导, 责任领导); empty for 牵头 and 责任."""

    role: ColumnRole
    name: str = ""


_WORDS = (
    (ColumnRole.SEQ, re.compile(r"^(?:序号?|编号|项号|No\.?)$")),
    (ColumnRole.REMARK, re.compile(r"^备注|^说明$|联系电话")),
)
_PARTS = {
    Part.LEAD: ColumnRole.LEAD,
    Part.RESPONSIBLE: ColumnRole.RESPONSIBLE,
    Part.BESIDE: ColumnRole.BESIDE,
    Part.DUE: ColumnRole.DEADLINE,
}


def column_roles(columns: Sequence[Column]) -> tuple[RoleColumn, ...]:
    """The role of each column, by the words of all levels of its header."""
    return tuple(_role(compact(column.name)) for column in columns)


def _role(name: str) -> RoleColumn:
    if fixed := next((role for role, words in _WORDS if words.search(name)), None):
        return RoleColumn(fixed)
    found = role_of_header(name)
    return RoleColumn(_PARTS[found[0]], found[1]) if found else RoleColumn(ColumnRole.TEXT)

"""Where what a clause or a row of a table says holds: 适用范围：浙江自贸试验区, a column 推广范围."""

import re
from dataclasses import dataclass

_LABEL = r"(?:适用|实施|推广|试点|覆盖|执行)(?:范围|区域|地区|对象)"
_WHOLE_LABEL = re.compile(_LABEL)
_STATED = re.compile(rf"(?P<label>{_LABEL})[:：](?P<value>[^，,；;。：:（()）]{{2,40}})")


@dataclass(frozen=True, slots=True)
class StatedRange:
    """A label and what stands behind it."""

    label: str
    value: str


def is_range_label(text: str) -> bool:
    """Whether a header or label announces where something holds."""
    return _WHOLE_LABEL.fullmatch(text) is not None


def stated_range(text: str) -> StatedRange | None:
    """The last range that a text states."""
    found = list(_STATED.finditer(text))
    return StatedRange(found[-1]["label"], found[-1]["value"]) if found else None

"""The lines above a table: its caption and what stands after 单位：. Knows lines, no cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.folding.units import UNIT
from corpus.line import Line
from corpus.quoting import squeeze
from corpus.reading.marks import Style, is_note, text_to_mark

_UNIT_NOTE = re.compile(r"[（(]?\s{0,3}单\s{0,3}位\s{0,3}[:：]\s{0,3}([^）)]{1,20})[）)]?")
_UNIT_BEHIND = re.compile(
    rf"[（(]\s{{0,3}}(?:[\u4e00-\u9fff]{{0,5}}单\s{{0,3}}位\s{{0,3}}[:：]\s{{0,3}}([^（()）]{{1,30}})|((?:{UNIT})(?:[、，/](?:{UNIT})){{0,3}}))[）)][*\s]{{0,4}}$"
)
"""引才计划（单位：人）, 引才计划（人）."""
_ABOUT = re.compile(
    r"^[（(]?\s{0,3}(?:填[报表写]|编制|制表|报送|编报)(?:单位|部门|机关|机构|人|日期|时间)\s{0,3}[:：]"
    r"|^[（(][^（()）]{0,60}(?:编制|制表|填报|单位\s{0,3}[:：])[^（()）]{0,60}[）)]$"
)
"""Who filled a sheet in and when, between its title and its table."""
_UNIT_ABOUT = re.compile(r"(?<![报表制写送编任头设])单\s{0,3}位\s{0,3}[:：]\s{0,3}([^\s，,；;）)]{1,20})")
_LABEL = re.compile(r"(?:\*\*)?(?:附\s{0,3}件|表)\s{0,3}[:：]\s{0,3}")
_ATTACHED = re.compile(r"附\s{0,3}件\s{0,3}[:：]\s{0,3}[^\s\d《]")
"""附件：重点任务分解表 right above its table heads it; a numbered list of attachments heads none."""
_SENTENCE = re.compile(r"[。；！？]|[：:，,]$")
_LEADS_IN = re.compile(
    r"^[^。；！？：:]{4,40}(?:情况|任务|目标|计划|安排|数据|指标)(?:[（(][^（()）]{1,20}[)）])?(?:如下表?|见下表)?[：:]$"
)
"""各县任务完成情况（截至6月底）：, which titles the table though it ends like a sentence."""
_LONGEST = 45
_FARTHEST = 4


class Caption(NamedTuple):
    """`first` is the index of the uppermost of these lines; that of the table itself where there are none."""

    text: str
    unit_note: str | None
    first: int


def find_caption(lines: Sequence[Line], table: int) -> Caption:
    """The caption and unit note above the table that begins at index `table`; empty and None where there are none."""
    above = _nearest(lines, table)
    unit = _UNIT_NOTE.fullmatch(lines[above].text) if above is not None else None
    first = above if unit and above is not None else table
    note = squeeze(unit[1]) if unit else None
    above = _nearest(lines, first)
    if above is not None and _ABOUT.search(lines[above].text):
        about = _UNIT_ABOUT.search(lines[above].text)
        note, first = squeeze(about[1]) if about else note, above
        above = _nearest(lines, first)
    behind = _UNIT_BEHIND.search(lines[above].text) if above is not None else None
    note = squeeze(behind[1] or behind[2]) if behind and note is None else note
    if above is None or not _is_caption(lines[above]):
        return Caption("", note, first)
    return Caption(squeeze(_LABEL.sub("", lines[above].text, count=1).strip("#* ：:")), note, above)


def _nearest(lines: Sequence[Line], index: int) -> int | None:
    near = range(index - 1, max(-1, index - 1 - _FARTHEST), -1)
    return next((above for above in near if lines[above].text), None)


def _is_caption(line: Line) -> bool:
    if len(line.text) > _LONGEST or "\t" in line.text or is_note(line.text):
        return False
    if _SENTENCE.search(line.text) and not _LEADS_IN.match(line.text):
        return False
    mark = text_to_mark(line.text)
    return mark is None or mark.style is Style.HASH or bool(_ATTACHED.match(line.text))

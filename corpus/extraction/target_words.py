"""Words of the headers of target tables that several readers of them need. Data."""

import re

from corpus.folding.units import UNIT

__all__ = [
    "ASIDE",
    "BRACKET",
    "HEADS",
    "STAGE",
    "UNIT_IN_NAME",
]

BRACKET = re.compile(
    rf"[（(]\s*({UNIT}|万方|(?!实际|预计|预期|目标|现状|基期|计划|完成|累计)[\u4e00-\u9fff]{{1,2}})\s*[)）]"
)
UNIT_IN_NAME = re.compile(rf"[（(]\s*1?({UNIT}|[\u4e00-\u9fff/]{{1,6}}|%|％)\s*[)）]$")
"""平均办理时间（天）: an indicator with the unit of its numbers."""
STAGE = re.compile(
    r"^(?:第?[一二三四]季度|[上下]半年|前三季度|\d{1,2}月(?:底|末)?|1-\d{1,2}月)(?:目标|任务|进度|节点)*$"
)
"""A column of what is to be done by a part of the year."""
ASIDE = re.compile(r"[（(][^（()）]{1,20}[)）]")
HEADS = re.compile(
    r"^(?:(?:时间|年[度份]|[目指]标|规划|预期|计划|现状|基期|基准|基数|实际|完成|工作|全年|量化|考核|总体|主要|具体|任务)+"
    r"|[数量值]|(?:数|总)[值量])+$"
)
"""Headers of numbers that do not say of what."""

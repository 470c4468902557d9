"""Words of the headers of target tables that several readers of them need, and what a table gives numbers of, by its
title. Data mostly; knows no cells.
"""

import re

from corpus.folding.characters import fold
from corpus.folding.units import UNIT

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
_CAPTION_NUMBER = re.compile(
    r"^(?:附?[表件图录]|附[表件]|附(?=[:：]))?\s?(?:[\d-]{0,4}|[一二三四五六七八九十]{1,3}(?=[、.．:：\s]))[、.．:：\s]{0,2}"
)
_YEARS = re.compile(r"20\d\d年?(?:[-—–~～至]+20\d\d年?)?度?")
_PLACES = re.compile(
    r"^(?:全[省市县区州]|分?各(?:市县|县市区|区县|县区|[省市州县区镇]|乡镇街道|乡镇|街道|街镇|园区|地区?|单位)|分(?:乡镇|地区|区县|县区|街镇|[省市县区州镇](?=情况|完成)))"
)
_GOAL = re.compile(
    r"(?:、?分(?:乡镇|地区|区县|县区|街[镇道])|分?(?:年度|年|阶段|季度)|目标|任务|计划|规划|指标|分解|安排|分工)+(?:建议)?(?:总?表|方案|清单)?$"
)
_SAYS_NOTHING = re.compile(
    r"^(?:主要|重点|总体|发展|工作|具体|分项|预期|核心|建设|实施|完成|运行|进展|情况|一览|统计|表)*$"
)


def title_to_subject(title: str) -> str:
    """What a table gives numbers of, by its title; empty where that says nothing of it.

    >>> title_to_subject("附件2 标准厂房年度建设计划（万平方米）")
    '标准厂房建设'
    >>> title_to_subject("表2 2025年各县（市、区）外贸目标任务")
    '外贸'
    """
    words = _YEARS.sub("", ASIDE.sub("", fold(title)))
    words = re.sub(r"分?年度(?=[建引培改招新])", "", _PLACES.sub("", _CAPTION_NUMBER.sub("", words.strip()).strip()))
    subject = _GOAL.sub("", words).strip("的 ")
    return "" if _SAYS_NOTHING.match(subject) else subject

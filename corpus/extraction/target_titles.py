"""What a table gives numbers of, by its title. Data mostly; knows no cells."""

import re

from corpus.extraction.target_words import ASIDE
from corpus.folding.characters import fold

__all__ = ["title_to_subject"]

_NUMBER = re.compile(
    r"^(?:附?[表件图录]|附[表件])?\s?(?:[\d-]{0,4}|[一二三四五六七八九十]{1,3}(?=[、.．:：\s]))[、.．:：\s]{0,2}"
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
    words = re.sub(r"分?年度(?=[建引培改招新])", "", _PLACES.sub("", _NUMBER.sub("", words.strip()).strip()))
    subject = _GOAL.sub("", words).strip("的 ")
    return "" if _SAYS_NOTHING.match(subject) else subject

"""Whether a sentence explains a term that stands in it in quotation marks. Knows no asks."""

import re
from collections.abc import Iterable

from assistant.draft import Statement
from assistant.facts.rows import Row
from assistant.figures import numeral_value
from corpus.facts import Evidence

__all__ = ["explains", "explanation"]

_NUMERAL = re.compile(r"[一二三四五六七八九十两]")
_MOST = 2


def explanation(row: Row, label: str) -> tuple[Statement, bool]:
    """The sentence that explains a quoted term, else that it is only mentioned; and whether it is explained."""
    found = _first(row.evidence, row.name)
    if found is not None:
        return Statement(found.quote.strip(), (found,)), True
    text = f"没有解释。{label}的文件只提到“{row.name}”，未说明具体所指。"
    return Statement(text, row.evidence[:_MOST]), False


def explains(sentence: str, term: str) -> bool:
    """Whether a sentence says what a term means: behind it (“五城”即…, “三名”（…）, “一证”改革，将…) or before it
    (简称“三率”; 改厨、改厕、改客房、整理院落“三改一整”).
    """
    word = f'[“"]?{re.escape(term)}[”"]?'
    at_once = r"即|是指|指的是|分别[为是]|包括|[(（][^()（）]{2,60}[)）]"
    behind = rf"(?:{at_once}|(?:改革|模式|制度|机制|做法)?[，,](?:即|将|把|由|让|使))"
    return bool(re.search(rf"{word}{behind}|简称为?{word}", sentence)) or _is_enumerated(term, sentence)


def _first(sentences: Iterable[Evidence], term: str) -> Evidence | None:
    return next((one for one in sentences if explains(one.quote, term)), None)


def _is_enumerated(term: str, sentence: str) -> bool:
    """Whether as many things as its numerals count stand right before a term in quotation marks."""
    before = re.search(rf"([^，。；：“”]{{3,120}})[“\"]{re.escape(term)}[”\"]", sentence)
    counted = sum(map(numeral_value, _NUMERAL.findall(term)))
    return before is not None and counted > 1 and len(before[1].split("、")) == counted

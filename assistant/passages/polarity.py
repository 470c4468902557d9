"""Yes or no: whether a sentence bears out, contradicts or does not speak of what a question supposes."""

import re
from enum import StrEnum

from assistant.passages.searching import Found
from assistant.passages.terms import fold

__all__ = ["Polarity", "polarity_of", "polarity_to_words"]

_BORNE_OUT = 0.72
"""The share of the question that a sentence must hold to bear it out, …"""
_SILENT = 0.4
"""… and at which it no longer speaks of it when words of the question stand nowhere in the document."""
_ASKS_BEING = re.compile(r"是不是|是否(?:是|为)?|是[^不否]{1,30}吗|必须.{0,12}吗|对吗|对不对")
_ASKS_HAVING = re.compile(
    r"有没有|有无|有[^没无]{1,24}吗|是否(?:有|提|规|设|明确)|提没提|(?:提到|规定|明确|包括|涉及|要求)[^哪什谁]{0,24}吗"
)
_EXCEPTION = re.compile(r"除外|不包括|不包含|不含|不计入|不纳入|不属于|不得|不能|不可|不予|不再|禁止|严禁")
_KINDS = (
    re.compile(r"(?<!\d)\d+(?:\.\d+)?%"),
    re.compile(r"每(?:半|双|两|[一二三四五六\d]{0,2}个?)(?:年|季度?|月|周)|一[年季月周]一[一-鿿]"),
    re.compile(r"(?<!\d)\d+(?:\.\d+)?(?:万|亿)?(?:平方米|元|幢|个|家|座|场|项)"),
    re.compile(r"(?:19|20)\d\d"),
)


class Polarity(StrEnum):
    """BORNE_OUT: what is supposed stands there; CONTRADICTED: another value does; SILENT: nothing; OPEN: unclear."""

    BORNE_OUT = "borne_out"
    CONTRADICTED = "contradicted"
    SILENT = "silent"
    OPEN = "open"


def polarity_of(found: Found, sentence: str, surroundings: str, document: str) -> Polarity:
    """What `sentence` (with the passage around it) says of the yes-or-no question in `found`."""
    question, text = fold(found.text), fold(sentence)
    if any(_differs(kind, question, text, fold(surroundings)) for kind in _KINDS):
        return Polarity.CONTRADICTED
    held = found.terms.covered(sentence)
    if held >= _BORNE_OUT:
        return Polarity.OPEN if _excepts(question, text) else Polarity.BORNE_OUT
    if found.terms.covered(document) < 1 - _SILENT + 0.05 and held < 1 - _SILENT:
        return Polarity.SILENT
    return Polarity.OPEN


def polarity_to_words(polarity: Polarity, question: str) -> str:
    """The word that opens the answer (有。, 不是。, 没有。); empty where the question asks no yes or no."""
    having, being = _ASKS_HAVING.search(question), _ASKS_BEING.search(question)
    if not (having or being) or polarity is Polarity.OPEN:
        return ""
    if polarity is Polarity.BORNE_OUT:
        return "有。" if having else "是。"
    if polarity is Polarity.SILENT or having:
        return "没有。"
    return "不是。"


def _excepts(question: str, sentence: str) -> bool:
    """Whether a sentence forbids or leaves something out where the question does not speak of that."""
    return bool(_EXCEPTION.search(sentence)) and not _EXCEPTION.search(question)


def _differs(kind: re.Pattern[str], question: str, sentence: str, surroundings: str) -> bool:
    """Whether the question supposes a value of a kind of which the sentence, or else its surroundings, has another."""
    supposed = set(kind.findall(question))
    told = set(kind.findall(sentence)) or set(kind.findall(surroundings))
    return bool(supposed and told) and not supposed & told

"""False premises: a figure that a question takes for granted and that the documents do not know. Answers nothing."""

import re
from collections.abc import Sequence

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer
from assistant.passages.searching import Found
from assistant.passages.terms import fold
from assistant.passages.trimming import as_statement, trimmed
from corpus.document import Document

__all__ = ["false_premise"]

_FIGURE = re.compile(r"(?<!\d)\d+(?:\.\d+)?(?:%|万平方米|平方米|亿元|万元|亿|幢|栋|座|个|家|场|项)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_GRANTED = re.compile(r"为什么|为何|为啥|凭什么|请确认|既然|要求.{0,20}(?:达到|为)|规定.{0,20}(?:达到|为)|定成|定为")
_ASKS_HOW_MUCH = re.compile(r"多少|几[个幢栋座家场项成百千万]|百分之几|多大|多高")
_ASKS_WHETHER = re.compile(r"吗|是不是|是否|有没有|对不对")


def false_premise(found: Found, documents: Sequence[Document]) -> NoAnswer | None:
    """The correction of a figure that the question takes for granted; None where it takes none, or a right one."""
    question = fold(found.text)
    figures = _FIGURE.findall(question)
    if not figures or not _GRANTED.search(question) or _ASKS_WHETHER.search(question) or not found.ranked:
        return None
    if _ASKS_HOW_MUCH.search(question):
        return None
    best = found.ranked[0].candidate
    unknown = [figure for figure in figures if not any(_knows(document, figure) for document in documents)]
    if not unknown and not _is_of_another_year(question, fold(best.text)):
        return None
    words = as_statement(trimmed(best.text, found))
    said = f"文件没有“{'、'.join(unknown)}”的说法" if unknown else "文件说的不是这一年"
    return NoAnswer(RefusalReason.FALSE_PREMISE, f"前提有误：{said}，相关原文是：{words}", correction=(best.evidence,))


def _knows(document: Document, figure: str) -> bool:
    """Whether a figure's number stands in a document, whatever its unit is called (幢, 栋, 座)."""
    number = _NUMBER.match(figure)
    pattern = rf"(?<![\d.]){re.escape(number[0] if number else figure)}(?![\d.])" + (
        "%" if figure.endswith("%") else ""
    )
    return re.search(pattern, fold(document.text)) is not None


def _is_of_another_year(question: str, sentence: str) -> bool:
    asked, told = set(_YEAR.findall(question)), set(_YEAR.findall(sentence))
    return bool(asked and told) and not asked & told

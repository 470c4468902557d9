"""Sections that a question asks for by name and nothing else (…的发展目标？), and what they say. Knows no index."""

import re
from collections.abc import Iterable, Iterator

from assistant.draft import Statement
from assistant.facts.sections import Point, Section, document_to_sections, section_to_points
from assistant.passages.terms import fold, without_names
from assistant.passages.trimming import as_statement
from assistant.sentences import text_to_sentences
from corpus.document import Document
from corpus.facts import Evidence

__all__ = ["named_section", "points_to_statement", "section_to_statements"]

_ASKED = re.compile(
    r"(?:^|[，的里中》”\"]|文件|方案|规划|意见|计划)(?:[,，]|主要|具体)?((?:(?!的)[一-鿿]){4,12}?)"
    r"(?:(?:主要|具体|分别)?(?:是|有|包括|讲了?|说了?|写了?)(?:什么|哪些|啥)?(?:内容)?|如何|怎样|内容)?[?？。]?$"
)
_KIND = 2
"""Characters at the end of a title that name the kind of section: 目标 of 主要目标, 发展目标, 工作目标."""
_LONGEST_OF_KIND = 5
_BUDGET = 200
"""Characters of an answer in prose."""


def named_section(question: str, documents: Iterable[Document]) -> Section | None:
    """The section whose title is all that a question asks for; else the only one of the same kind (主要目标 where the
    question says 发展目标); None where more is asked for, or where there are several.
    """
    searched = list(documents)
    places = {name for document in searched for name in document.source.regions}
    asked = _ASKED.search(without_names(fold(question), places, "，"))
    if asked is None:
        return None
    found = [section for document in searched for section in _named(asked[1], document)]
    return found[0] if len(found) == 1 else None


def section_to_statements(section: Section) -> tuple[Statement, ...]:
    """What a section says before its sub-headings, in its order, as far as there is room; else its points."""
    statements: list[Statement] = []
    room = _BUDGET
    for text, evidence in _sentences(section):
        if statements and len(text) > room:
            break
        statements.append(Statement(text, (evidence,)))
        room -= len(text)
    points = section_to_points(section)
    if len(points) > 1 and sum(len(point.text) for point in points) < room:
        statements.append(points_to_statement(points))
    return tuple(statements)


def points_to_statement(points: Iterable[Point]) -> Statement:
    """How many points there are, and all of them."""
    listed = list(points)
    names = "；".join(point.text for point in listed)
    return Statement(f"共{len(listed)}项：{names}。", tuple(point.evidence for point in listed))


def _named(asked: str, document: Document) -> list[Section]:
    sections = [section for section in document_to_sections(document) if _says_something(section)]
    exact = [section for section in sections if fold(section.title) == asked]
    alike = [section for section in sections if _is_of_kind(fold(section.title), asked[-_KIND:])]
    return exact or (alike if len(asked) <= _LONGEST_OF_KIND else [])


def _says_something(section: Section) -> bool:
    return not section.is_announced and bool(section.paragraphs or len(section.children) > 1)


def _is_of_kind(title: str, kind: str) -> bool:
    return title.endswith(kind) and len(title) <= _LONGEST_OF_KIND


def _sentences(section: Section) -> Iterator[tuple[str, Evidence]]:
    for paragraph in section.paragraphs:
        for sentence in () if paragraph.note else text_to_sentences(paragraph.text):
            if sentence.rstrip().endswith(("：", ":")):
                continue
            yield as_statement(sentence), Evidence(quote=sentence, place=paragraph.place)

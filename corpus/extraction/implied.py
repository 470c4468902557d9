"""Goals that are said without a number: 实现零突破, 面积倍增, 翻两番. Kept apart from numbers that are printed."""

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.document import Document
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.goal_words import is_goal_section, is_record, looks_ahead
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import indicator_kind, split_scope, words_to_indicator
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import text_to_time, without_time
from corpus.folding.amounts import find_amounts
from corpus.quoting import SourceText, source_text
from corpus.target import Bound, Quantity, Target

_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]?")
_CLAUSE = re.compile(r"[，,：:]")
_SAID = re.compile(r"(?P<none>零的?突破)|(?P<twice>倍增|翻一番|翻番)|(?P<four>翻两番|翻二番)")
_NAMED_SET = re.compile(r"[三四五六]个倍增|倍增[”\"]|倍增(?:行动|计划|工程|目标|方案)")
_COMPARED = re.compile(r"(?:比|较|在).{0,6}20\d\d年.{0,6}$")
_FEWEST = 2


def implied_targets(document: Document, scope: str | None, each: Each = unguarded) -> list[Target]:
    """What the document's goals say in words: 零突破 is more than 0, 倍增 and 翻一番 are twice as much.

    A clause that goes on with a number (面积倍增，突破600万平方米) says it itself and is left to the targets.
    """
    source, times = source_text(document.text), GoalTimes(document)
    found: dict[str, Target] = {}
    for target in each(
        lambda section: _section_to_implied(section, times, scope, source, document.id),
        blocks_to_sections(document.blocks),
    ):
        found.setdefault(target.id, target)
    return list(found.values())


def _section_to_implied(
    section: Section, times: GoalTimes, scope: str | None, source: SourceText, document_id: str
) -> Iterator[Target]:
    times = times.within(section.headings)
    time = times.start(section.headings)
    for paragraph in section.paragraphs:
        for sentence in _SENTENCE.findall(paragraph.text):
            time = text_to_time(sentence, times.this_year) or time
            if is_record(section.headings, sentence) or times.is_past(time) or sentence not in source:
                continue
            if is_goal_section(section.headings) or looks_ahead(sentence):
                for words, quantity in _said(sentence):
                    own, indicator = split_scope(words)
                    yield Target(
                        id=content_id("implied", document_id, indicator, quantity.value, time, own or scope),
                        indicator=indicator,
                        indicator_raw=words,
                        quantity=quantity,
                        year=time.year,
                        period=time.period,
                        scope=own or scope,
                        kind=indicator_kind(indicator, quantity.unit),
                        implied=True,
                        place=paragraph.place,
                        quote=sentence,
                    )


def _said(sentence: str) -> Iterator[tuple[str, Quantity]]:
    """What each clause of a sentence says without a number, and of what."""
    clauses = _CLAUSE.split(sentence)
    for clause, following in zip(clauses, [*clauses[1:], ""], strict=True):
        match = _SAID.search(clause)
        if match is None or _NAMED_SET.search(clause) or find_amounts(following, spelled=False):
            continue
        words = words_to_indicator(without_time(_COMPARED.sub("", clause[: match.start()]))).removesuffix("实现")
        if len(words) >= _FEWEST:
            yield words, _quantity(match)


def _quantity(match: re.Match[str]) -> Quantity:
    if match["none"]:
        return Quantity(value=Decimal(0), unit="", bound=Bound.GT)
    return Quantity(value=Decimal(4 if match["four"] else 2), unit="倍")

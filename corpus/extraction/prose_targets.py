"""Goals of the running text as targets: which sentences count, by when, where. Word order is read elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document, Paragraph
from corpus.extraction.goal_readings import Reading, sentence_to_readings
from corpus.extraction.goal_words import is_deed, is_goal_section, is_record, looks_ahead
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import indicator_kind
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import NO_TIME, Time, text_to_time
from corpus.quoting import source_text
from corpus.target import Target

__all__ = ["default_scope", "prose_to_targets"]

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]?")
_WHOLE = re.compile(r"全[国省市区县](?![\u4e00-\u9fff]?(?:性|面))")
_WHOLE_OF = {"国家": ("全国",), "省": ("全省", "全区"), "市": ("全市", "全州"), "区县": ("全区", "全县", "全市")}
_LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class _Stated:
    """A reading with the time that holds for it and the words it is quoted by."""

    reading: Reading
    time: Time
    quote: str
    paragraph: Paragraph


def prose_to_targets(document: Document, areas: tuple[str, ...] = ()) -> list[Target]:
    """The numeric goals of the document's running text; the same goal stated twice is one target (the first).

    `areas` are names of areas known from the document's tables.
    """
    source = source_text(document.text)
    scope = default_scope(document)
    targets: dict[str, Target] = {}
    for section in blocks_to_sections(document.blocks):
        for stated in _section_to_stated(section, areas):
            if stated.quote in source and not _is_past(stated.time, document):
                target = _target(stated, scope, document)
                targets.setdefault(target.id, target)
    return list(targets.values())


def default_scope(document: Document) -> str | None:
    """The word for the whole area that a document of this level uses (全市), or its region where it uses none."""
    texts = "".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    counted = Counter(_WHOLE.findall(texts))
    fitting = _WHOLE_OF.get(document.metadata.level or "", tuple(counted))
    used = [word for word in fitting if counted[word]]
    return max(used, key=lambda word: counted[word]) if used else document.metadata.region


def _is_past(time: Time, document: Document) -> bool:
    """Whether the time lies before the document's own year: a record (2015年，实现税收33亿元), not a goal."""
    metadata = document.metadata
    own = metadata.written_on.year if metadata.written_on else metadata.period[0] if metadata.period else 0
    last = time.year or (time.period[1] if time.period else own)
    return last < own


def _section_to_stated(section: Section, areas: tuple[str, ...]) -> Iterator[_Stated]:
    """The goals of one section; in a goal section a time holds on until another is named."""
    goal_section = is_goal_section(section.headings)
    time = NO_TIME
    for paragraph in section.paragraphs:
        if paragraph.note:
            continue
        time = time if goal_section else NO_TIME
        began = ""
        for sentence in _SENTENCE.findall(paragraph.text):
            if text_to_time(sentence) or not began:
                began = ""
            began += sentence
            if is_record(section.headings, sentence):
                continue
            for reading in _goals(sentence, areas, goal_section=goal_section or bool(time)):
                time = reading.time or time
                quote = began if len(began) <= _LONGEST_QUOTE else sentence
                yield _Stated(reading, reading.time or time, quote, paragraph)
            time = (text_to_time(sentence) if goal_section or looks_ahead(sentence) else NO_TIME) or time


def _goals(sentence: str, areas: tuple[str, ...], *, goal_section: bool) -> list[Reading]:
    readings = [reading for reading in sentence_to_readings(sentence, areas) if len(reading.indicator) > 1]
    if goal_section or looks_ahead(sentence):
        return readings
    return [reading for reading in readings if is_deed(reading.clause)]


def _target(stated: _Stated, scope: str | None, document: Document) -> Target:
    reading = stated.reading
    quantity = reading.quantity
    scope = reading.scope or scope
    return Target(
        id=content_id(
            "goal", document.id, reading.indicator, quantity.value, quantity.unit, quantity.bound, stated.time, scope
        ),
        indicator=reading.indicator,
        indicator_raw=reading.raw,
        quantity=quantity,
        year=stated.time.year,
        period=stated.time.period,
        scope=scope,
        kind=indicator_kind(reading.raw + reading.indicator, quantity.unit),
        place=stated.paragraph.place,
        quote=stated.quote,
    )

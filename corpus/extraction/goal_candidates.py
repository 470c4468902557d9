"""The numbers of running text that could be goals: what they are numbers of, by when, where, and how they are told; and
the Target that a stated goal becomes, of running text as of the words of a table's cell.

Which of them are goals is weighed elsewhere, as is word order read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.document import Document, Paragraph
from corpus.extraction.goal_evidence import Told
from corpus.extraction.goal_naming import is_generic
from corpus.extraction.goal_readings import Reading, sentence_to_readings
from corpus.extraction.goal_times import (
    GoalTimes,
    is_of_itself,
    leads_sentence,
    opens_sentence,
    time_held,
    time_of_part,
)
from corpus.extraction.goal_words import (
    has_happened,
    is_goal_section,
    looks_ahead,
    names_expected_goals,
    tells_of_the_past,
    titles_the_past,
    turns_ahead,
    without_bases,
)
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.indicators import begins_with_work, indicator_kind, is_work_alone, without_work
from corpus.extraction.outline import Section, blocks_to_sections, title_of
from corpus.extraction.periods import NO_TIME, Time
from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.folding.units import is_counter
from corpus.place import Place
from corpus.simplified import simplified
from corpus.target import Target

SENTENCE = re.compile(r"[^。！？!?]{1,3000}(?:[。！？!?]|\Z|(?<=[，,；;]))|[^。！？!?]{3000}")
"""What goes on for longer is cut at a comma: it would be read over and over, once for each of its numbers."""
_NUMBERED = re.compile(
    r"^(?:[●■◆▪◇•·]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,3}[)）])"
)
_PLACE = (
    r"(?:(?!示范|试点|重点|脱贫|先进|百强|国家|省级)[\u4e00-\u9fff]{1,6}"
    r"(?:[县市旗州镇乡]|街道|(?<![小社园户景街片院校库疫])区)|其[他余][^\d，,。；;、]{1,8})"
)
_PLACES = re.compile(
    rf"(?:其中[：:，,]?|(?<=[标务数量率额比重])[：:])((?:(?!其[他余]){_PLACE}\d[^，,。；;、]{{1,12}}[、，,]){{1,40}}{_PLACE}\d)"
)
_PLACE_COUNTED = re.compile(rf"(?:^|[、，,])({_PLACE})(?=\d)")
"""其中甲县7.2万亩、乙县5.4万亩、其他县（区）2.9万亩: places that share one number out."""
_TOLD_ASIDE = re.compile(r"[（(](?=[^（()）]{0,80}[，,])(?=[^（()）]{0,80}20\d\d年)[^（()）]{8,80}[)）]")
"""（投资2680万元，2026年10月投用）: times of the thing before it."""
_FIGURE = re.compile(r"[\d０-９]")
"""What a heading that goes on in its line states exactly; 破百亿 is its motto."""
_LONGEST_QUOTE = 300
_REACHED = ("完成", "建成", "达到", "实现")
_REMEMBERED = 200
"""How many names of a section a short one may be the end of."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A reading with the time that holds for it and the words it is quoted by."""

    reading: Reading
    time: Time
    quote: str
    place: Place


def stated_to_target(stated: Stated, content_id: str, scope: str | None) -> Target:
    """The target; `scope` is what holds where its words name no area."""
    reading = stated.reading
    return Target(
        id=content_id,
        indicator=reading.indicator,
        indicator_raw=reading.raw,
        quantity=reading.quantity,
        year=stated.time.year,
        period=stated.time.period,
        scope=reading.scope or scope,
        kind=indicator_kind(reading.raw + reading.indicator, reading.quantity.unit),
        place=stated.place,
        quote=stated.quote,
    )


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number that could be a goal, and how it is told."""

    stated: Stated
    told: Told


def prose_to_candidates(
    document: Document, areas: tuple[str, ...], times: GoalTimes, each: Each = unguarded
) -> Iterator[Candidate]:
    """Every number of the running text that can be named, in reading order.

    `areas` are names of areas known from the document's tables.
    """
    areas = (*areas, *_sharing_places(document.text))
    yield from each(lambda section: _section_to_candidates(section, areas, times), blocks_to_sections(document.blocks))


def _sharing_places(text: str) -> Iterator[str]:
    """The places that share one number out among them, longest first."""
    found = (name for listed in _PLACES.finditer(fold(text)) for name in _PLACE_COUNTED.findall(listed[1]))
    return iter(sorted(dict.fromkeys(found), key=len, reverse=True))


def _section_to_candidates(section: Section, areas: tuple[str, ...], times: GoalTimes) -> Iterator[Candidate]:
    """The numbers of one section; in a goal section a time holds on until another is named."""
    goal_section, times = is_goal_section(section.headings), times.within(section.headings)
    start = times.start(section.headings)
    time, named, names = start, list[Time](), list[str]()
    for paragraph in paragraphs_of(section):
        time, began, past = time if goal_section else start, "", titles_the_past(section.headings)
        for at, sentence in enumerate(SENTENCE.findall(paragraph.text)):
            plain = without_bases(simplified(sentence.replace("**", "")))
            past = not turns_ahead(plain) and (past or tells_of_the_past(plain))
            own = times.named(_TOLD_ASIDE.sub("", plain)) or (
                times.of_title if names_expected_goals(plain) else NO_TIME
            )
            named.extend([own] if own and goal_section else [])
            began = sentence if own or not began else began + sentence
            led = own if own and leads_sentence(plain, times) else time
            for reading in readings_of(plain, areas, times):
                due = reading.time or time_of_part(reading, plain, time if own else led, led, times)
                whole = _in_full(_of_heading(reading, section), names)
                names.extend([] if whole.described else [whole.indicator])
                quote = began if len(began) <= _LONGEST_QUOTE else sentence
                stated = Stated(whole, due, quote, paragraph.place)
                dated = _dated(reading, own, led)
                gone = past or has_happened(plain, reading.clause)
                yield Candidate(stated, _told(stated, plain, section, opens=at == 0, past=gone, dated=dated))
            holds = (goal_section or looks_ahead(plain) or times.is_ahead(own)) and not times.is_past(own)
            time = (
                time_held(plain, led, times)
                if holds and not is_of_itself(plain) and opens_sentence(plain, times)
                else time
            )
        times.remember(section.headings, named)
        time = times.start(section.headings) if named else time


def _dated(reading: Reading, own: Time, led: Time) -> str:
    """Where the time of a reading comes from, of a sentence that names `own` and is `led` by a time."""
    if reading.time or (own and led == own):
        return "own"
    return "beside" if own else "led" if led else "never"


def _told(stated: Stated, sentence: str, section: Section, *, opens: bool, past: bool, dated: str) -> Told:
    """How a number is told: what may speak for a goal."""
    under = tuple(map(title_of, section.headings))
    titles = bool(under) and stated.place == section.headings[-1].place
    return Told.of(stated.reading, sentence, under, stated.time, dated=dated, opens=opens, past=past, titles=titles)


def _of_heading(reading: Reading, section: Section) -> Reading:
    """A reading that names only what is done (2024年底前建成60个) with what the heading right above works on."""
    title = section.headings[-1].title if section.headings else ""
    done = is_work_alone(reading.indicator) or reading.indicator in _REACHED
    if not done or not begins_with_work(title) or is_counter(title[-1:]):
        return reading
    return replace(reading, indicator=f"{reading.indicator}{without_work(title)}")


def _in_full(reading: Reading, names: list[str]) -> Reading:
    """A reading whose indicator is only the last word of one named before (规模 after 低空经济规模) has that name."""
    if len(reading.indicator) > 2 or is_generic(reading.indicator):
        return reading
    near = names[-_REMEMBERED:]
    longer = [name for name in near if name != reading.indicator and name.endswith(reading.indicator)]
    return replace(reading, indicator=longer[-1]) if longer else reading


def paragraphs_of(section: Section) -> list[Paragraph]:
    """The paragraphs that can state goals; where they give no number, or go on in its line, the heading can."""
    own = [paragraph for paragraph in section.paragraphs if not paragraph.note]
    heading = section.headings[-1] if section.headings else None
    told = any(find_amounts(paragraph.text, spelled=False) for paragraph in own)
    if told and heading and own[0].place.line == heading.place.line:
        told = _FIGURE.search(heading.title) is None
    if told or heading is None:
        return own
    return [Paragraph(text=heading.title, place=heading.place, span=heading.span), *own]


def readings_of(sentence: str, areas: tuple[str, ...], times: GoalTimes) -> tuple[Reading, ...]:
    """The numbers of a sentence that have a name, whatever they tell."""
    return _readings(_NUMBERED.sub("", sentence), areas, times.this_year, times.plan)


@lru_cache(maxsize=4096)
def _readings(sentence: str, areas: tuple[str, ...], this_year: int | None, plan: Time) -> tuple[Reading, ...]:
    """They are asked for twice: what is aimed at, and what was reached."""
    found = sentence_to_readings(sentence, areas, this_year, plan)
    return tuple(one for one in found if len(one.indicator) > 1 and not _cuts_quotation(one.indicator))


def _cuts_quotation(indicator: str) -> bool:
    """Whether a name reaches into words quoted beside it (“每季度1次”修改为“每月1次”): it names nothing."""
    return indicator.count("“") != indicator.count("”")

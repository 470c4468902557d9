"""Goals of the running text as targets: which sentences count, by when, where. Word order is read elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Document, Paragraph
from corpus.extraction.goal_evidence import only_goals
from corpus.extraction.goal_naming import is_generic
from corpus.extraction.goal_readings import Reading, sentence_to_readings
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.goal_words import (
    after_record,
    introduces,
    is_deed,
    is_goal_section,
    is_promise,
    is_record,
    looks_ahead,
    names_expected_goals,
    sets_rate,
    sets_standard,
    tells_of_the_past,
    titles_the_past,
    turns_ahead,
    without_bases,
)
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import begins_with_work, is_work_alone, without_work
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import NO_TIME, Time
from corpus.extraction.sentence_times import is_of_itself, leads_sentence, opens_sentence, time_of_part
from corpus.extraction.setting import setting_of
from corpus.extraction.stated import Stated, stated_to_target
from corpus.extraction.subjects import counted_amounts
from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.folding.units import is_counter, unit_family
from corpus.quoting import source_text
from corpus.simplified import simplified
from corpus.target import Bound, Target

__all__ = ["default_scope", "prose_to_targets"]

_SENTENCE = re.compile(r"[^。！？!?]{1,3000}(?:[。！？!?]|\Z|(?<=[，,；;]))|[^。！？!?]{3000}")
"""What goes on for longer is cut at a comma: it would be read over and over, once for each of its numbers."""
_WHOLE = re.compile(
    r"全[国省市区县](?![\u4e00-\u9fff]?(?:性|面)|知名|领先|一流|先进|前列|首|重要|最|有影响|示范|推广|百强)"
)
_WHOLE_OF = {"国家": "全国", "省": "全省 全区", "市": "全市 全州", "区县": "全区 全县 全市", "乡镇": ""}
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
_AT_MOST = re.compile(r"^(?!.*(?:控制|压[减缩])).*(?:不超过|不高于|不大于|不多于)")
_CHARGED = re.compile(r"^(?!.*居民消费).*(?:利润|租金|费|价格|售价|[贷款]利|涨幅|票价)")
"""What others may take at most."""
_LONGEST_QUOTE = 300
_REACHED = ("完成", "建成", "达到", "实现")
_REMEMBERED = 200
"""How many names of a section a short one may be the end of."""


def prose_to_targets(document: Document, areas: tuple[str, ...] = (), each: Each = unguarded) -> list[Target]:
    """The numeric goals of the document's running text; the same goal stated twice is one target (the first).

    `areas` are names of areas known from the document's tables.
    """
    source = source_text(document.text)
    areas = (*areas, *_sharing_places(document.text))
    scope = default_scope(document)
    times = GoalTimes(document)
    targets: dict[str, Target] = {}
    at = 0
    for stated in each(lambda section: _section_to_stated(section, areas, times), blocks_to_sections(document.blocks)):
        # Goals come as they stand in the text: each is looked for from where the one before was found.
        if found := source.find(stated.quote, at) or source.find(stated.quote):
            at = found.start
            target = _target(stated, scope, document)
            targets.setdefault(target.id, target)
    goals = only_goals(targets.values(), setting_of(document))
    return [_in_plan(target, times.plan) for target in _without_repeats(goals)]


def _sharing_places(text: str) -> Iterator[str]:
    """The places that share one number out among them, longest first."""
    found = (name for listed in _PLACES.finditer(fold(text)) for name in _PLACE_COUNTED.findall(listed[1]))
    return iter(sorted(dict.fromkeys(found), key=len, reverse=True))


def _in_plan(target: Target, plan: Time) -> Target:
    """A goal of no time of its own, which is one of the time that the document plans for."""
    return target if target.year or target.period else target.model_copy(update={"period": plan.period})


def _without_repeats(targets: list[Target]) -> list[Target]:
    """The targets without those of no time that another states with its time (打造5ms圈 once more among the tasks)."""
    dated = {(one.indicator, one.quantity, one.scope) for one in targets if one.year or one.period}
    return [one for one in targets if one.year or one.period or (one.indicator, one.quantity, one.scope) not in dated]


def default_scope(document: Document) -> str | None:
    """The word for the whole area that a document of this level uses (全市), or its region where it uses none."""
    texts = "".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    counted = Counter(_WHOLE.findall(texts))
    fitting = _WHOLE_OF.get(document.metadata.level or "", " ".join(counted)).split()
    used = [word for word in fitting if counted[word]]
    return max(used, key=lambda word: counted[word]) if used else document.metadata.region


def _section_to_stated(section: Section, areas: tuple[str, ...], times: GoalTimes) -> Iterator[Stated]:
    """The goals of one section; in a goal section a time holds on until another is named."""
    goal_section, times = is_goal_section(section.headings), times.within(section.headings)
    plans = times.plans or times.plan_below(section.headings)
    start = times.start(section.headings)
    time, named, names, past = start, list[Time](), list[str](), False
    for paragraph in _paragraphs(section, goals=goal_section or plans):
        time = time if goal_section else start
        reports = not goal_section and (times.reports(paragraph.text) or introduces(paragraph.text))
        began, past = "", reports or titles_the_past(section.headings) or (past and times.dated)
        for sentence in _SENTENCE.findall(paragraph.text):
            plain = without_bases(simplified(sentence.replace("**", "")))
            own = times.named(_TOLD_ASIDE.sub("", plain)) or (
                times.of_title if names_expected_goals(plain) else NO_TIME
            )
            named.extend([own] if own and goal_section else [])
            began = sentence if own or not began else began + sentence
            past = times.is_past(own) or (not turns_ahead(plain) and ((past and not own) or tells_of_the_past(plain)))
            rest = _no_record(section, plain, plans=plans, led=time is not start and times.is_ahead(time))
            if past or not rest:
                continue
            ahead = goal_section or looks_ahead(plain)
            stated = goal_section or (bool(time) and time is not start)
            led = own if own and leads_sentence(plain, times) else time
            for reading in _goals(plain, areas, times, goal_section=stated):
                if rest != plain and reading.clause not in rest:
                    continue
                due = reading.time or time_of_part(reading, plain, time if own else led, led, times)
                if times.is_past(due):
                    continue
                whole = _in_full(_of_heading(reading, section), names)
                names.append(whole.indicator)
                quote = began if len(began) <= _LONGEST_QUOTE else sentence
                yield Stated(whole, due, quote, paragraph.place)
            holds = (ahead or times.is_ahead(own)) and not is_of_itself(plain) and opens_sentence(plain, times)
            time = led if holds else time
        times.remember(section.headings, named)
        time = times.start(section.headings) if named else time


def _no_record(section: Section, sentence: str, *, plans: bool, led: bool) -> str:
    """The words of a sentence that report nothing: all, none, or what stands behind what is told so far. What sets a
    standard states no goal either.
    """
    if sets_standard(section.headings, sentence):
        return ""
    if not is_record(section.headings, sentence, plans=plans, led=led):
        return sentence
    return "" if is_record(section.headings, "") else after_record(sentence)


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


def _paragraphs(section: Section, *, goals: bool) -> list[Paragraph]:
    """The paragraphs that can state goals; where they give no number, or go on in its line, the heading can that
    stands among `goals` (1.地区生产总值增长6%左右) or says what is to be done.
    """
    own = [paragraph for paragraph in section.paragraphs if not paragraph.note]
    heading = section.headings[-1] if section.headings else None
    told = any(find_amounts(paragraph.text, spelled=False) for paragraph in own)
    if told and heading and own[0].place.line == heading.place.line:
        told = _FIGURE.search(heading.title) is None
    if told or heading is None or not (goals or is_deed(heading.title) or begins_with_work(heading.title)):
        return own
    return [Paragraph(text=heading.title, place=heading.place, span=heading.span), *own]


def _goals(sentence: str, areas: tuple[str, ...], times: GoalTimes, *, goal_section: bool) -> list[Reading]:
    found = sentence_to_readings(_NUMBERED.sub("", sentence), areas, times.this_year, times.plan)
    readings = [one for one in found if len(one.indicator) > 1 and not _cuts_quotation(one.indicator)]
    if goal_section or looks_ahead(sentence):
        return readings
    free = [one for one in readings if not (one.conditional or _is_limit(one) or sets_rate(one.clause))]
    if times.promises and any(is_promise(reading.clause) for reading in free):
        return free
    if times.of_title and any(_ends_with_amount(reading.clause) for reading in free):
        return free
    return [one for one in free if is_deed(one.clause) or times.is_ahead(one.time) or _bounds_now(one, times)]


def _is_limit(reading: Reading) -> bool:
    """Whether a reading without a time says how large a thing may be at most (客房数不超过14间)."""
    quantity = reading.quantity
    sized = is_counter(quantity.unit) or unit_family(quantity.unit) in ("area", "money")
    sized = sized or _CHARGED.match(reading.clause) is not None
    lasts = unit_family(quantity.unit) == "days"
    return _AT_MOST.search(reading.clause) is not None and sized and not lasts and not reading.time


def _bounds_now(reading: Reading, times: GoalTimes) -> bool:
    """Whether a reading sets a bound for the document's own year: what was reached is told exactly."""
    return times.is_now(reading.time) and reading.quantity.bound in (Bound.GE, Bound.LE)


def _cuts_quotation(indicator: str) -> bool:
    """Whether a name reaches into words quoted beside it (“每季度1次”修改为“每月1次”): it names nothing."""
    return indicator.count("“") != indicator.count("”")


def _ends_with_amount(clause: str) -> bool:
    """Whether a clause says of something how much it is to be (省级出让矿业权110宗): a promise in a yearly plan."""
    amounts = counted_amounts(clause)
    return bool(amounts) and amounts[-1].end == len(clause)


def _target(stated: Stated, scope: str | None, document: Document) -> Target:
    reading, quantity = stated.reading, stated.reading.quantity
    scope = reading.scope or scope
    words = (reading.indicator, quantity.value, quantity.unit, quantity.bound, stated.time, scope)
    return stated_to_target(stated, content_id("goal", document.id, *words), scope)

"""What was reached, as running text reports it (去年新建绿道137公里, 从771家增加到1076家): the same reading of numbers
that goals use, each with the time gone by that it is told of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.document import Document
from corpus.extraction.goal_candidates import SENTENCE, Stated, paragraphs_of, readings_of, stated_to_target
from corpus.extraction.goal_naming import Reading, is_generic, names_nothing_itself
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.goal_words import sets_rules, without_bases
from corpus.extraction.gone_times import GoneTimes
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import is_work_alone
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import Time
from corpus.extraction.prose_targets import default_scope
from corpus.extraction.subjects import is_change
from corpus.folding.amounts import find_amounts
from corpus.quoting import source_text
from corpus.simplified import simplified
from corpus.target import Baseline, Bound, Target

_FROM = re.compile(
    r"[从由](?P<bases>[^，,。；;]{0,8}\d[^，,。；;从由]{0,40}?)(?P<grown>(?:增加|增长|提高|提升|上升|扩大|拓展|减少|下降|降低|缩小|缩短|压缩|跃升|上升|升|增|降)[到至为])"
)
"""从771家、481家增加到: what there was before."""
_ADDED = re.compile(r"^(?:全年|累计)?(新增|新建成|新建|净增|新设)")
_OWN_VERB = re.compile(r"^(?:其中|累计|总|达|增长|下降|同比|占|新|净)")
_UNNAMED = re.compile(
    r"^(?:\d+\.\d|占|为(?!民)|预算(?:增|下|$)|每年|超(?=年度|计划|目标|额)|居(?!民)|折合|其中|连续|高于|低于|比|较|同比|压降)|未达|未完成|目标|年初"
    r"|(?:连续|居.{0,6}前|排名|占)$|20\d\d年|普查|抽样调查$"
)
"""A comparison, a rank, an aim that was missed: no name of what there was."""
_MANNER = re.compile(
    r"^[共已现]有|^(?:去年|上年)|^(?:主要原因|其次|[一二三四五六七八九])是|首次|(?:仅|只有|实际)(?:有|为)?$|(?<=率)高$"
)
_FOR_SO_MANY = re.compile(r"^[对为向给][约近]?\d")
"""对12个部门开展检查: for how many something is done."""
_MEASURED = re.compile(r"、[^、]*?(产量|产值|增加值|收入|总额|投资|面积|销售额)$")
"""黄金、白银、镍产量: what is measured of each."""
_SHORTEST = 3
_BEGINS = 6
"""By so many characters a clause is found again in its sentence."""
_RANKS = frozenset({"位", "名次", "方", "类", "级", "届", "期", "天", "小时", "分钟", "年", "个月", "岁"})


def prose_to_actuals(
    document: Document, goals: Sequence[Target], areas: tuple[str, ...] = (), each: Each = unguarded
) -> list[Target]:
    """The numbers of the running text that are told of a time gone by, save those that are `goals`; each once."""
    if sets_rules(document.metadata.title):
        return []
    source, times, scope = source_text(document.text), GoalTimes(document), default_scope(document)
    aims = {(one.indicator, one.quantity, one.place) for one in goals}
    found: dict[str, Target] = {}
    for stated, base in each(lambda section: _of_section(section, areas, times), blocks_to_sections(document.blocks)):
        reading = stated.reading
        if stated.quote in source and (reading.indicator, reading.quantity, stated.place) not in aims:
            words = (reading.indicator, reading.quantity, stated.time, reading.scope or scope)
            target = stated_to_target(stated, content_id("actual", document.id, *words), scope)
            found.setdefault(target.id, target.model_copy(update={"baseline": base}))
    return list(found.values())


def _of_section(section: Section, areas: tuple[str, ...], times: GoalTimes) -> Iterator[tuple[Stated, Baseline | None]]:
    gone = GoneTimes(section.headings, times.within(section.headings).this_year)
    for paragraph in paragraphs_of(section):
        gone.begin()
        for sentence in SENTENCE.findall(paragraph.text):
            plain = without_bases(simplified(sentence.replace("**", "")))
            grown = list(_FROM.finditer(plain))
            told = _FROM.sub(lambda match: match["grown"], plain)
            marks, at = gone.within(told), 0
            if all(mark.time is None for mark in marks):
                continue
            readings, names = readings_of(told, areas, times), set[tuple[str, str, Time | None]]()
            for reading in readings:
                at = _found(reading.clause, told, at)
                time = [mark.time for mark in marks if mark.start < at + len(reading.clause)][-1]
                name = (reading.indicator, reading.quantity.unit, time)
                if time is not None and name not in names and _fits(reading, time) and _is_actual(reading):
                    base = _base(reading, readings, grown, time)
                    yield Stated(_named(reading), time, sentence, paragraph.place), base
                names.add(name)  # named again it is a part (学校64所、在校生4万人，其中县城学校14所、在校生2万人)


def _found(clause: str, sentence: str, after: int) -> int:
    """Where a clause begins in its sentence, as reckoned from its last words where a year that it names stands among
    the first; `after` where neither is found.
    """
    first, last = (sentence.find(words, after) for words in (clause[:_BEGINS], clause[-_BEGINS:]))
    ended = last + min(_BEGINS, len(clause)) - len(clause) if last >= 0 else after
    return first if first >= 0 else max(after, ended)


def _fits(reading: Reading, time: Time) -> bool:
    """Whether the year that a number's own clause names is the one that it is told of, or since which it is."""
    return not reading.time or reading.time.last in (time.last, *(time.period or ())[:1])


def _is_actual(reading: Reading) -> bool:
    """Whether a number says how much of a named thing there was, not how large another is or which rank it has."""
    aside = reading.described or reading.conditional or reading.quantity.unit in _RANKS
    return not (aside or _FOR_SO_MANY.search(reading.clause)) and _is_named(reading)


def _is_named(reading: Reading) -> bool:
    """Whether its name stands by itself, and leaves nothing out of what is measured."""
    name = reading.indicator
    bare = len(name) < _SHORTEST or is_work_alone(name) or is_generic(name) or is_change(name)
    counted = any(one.quantity.bound is Bound.EQ for one in find_amounts(name, spelled=False))
    measured = _MEASURED.search(reading.raw)
    short = bare or names_nothing_itself(name) or (measured is not None and measured[1] not in name)
    return not (short or counted or _UNNAMED.search(name))


def _named(reading: Reading) -> Reading:
    """A reading with the verb that its clause begins with and it leaves out (新增养老床位3852张、照护床位3326张)."""
    added = _ADDED.match(reading.clause)
    own = _ADDED.match(reading.indicator) or _OWN_VERB.match(reading.raw) or is_change(reading.indicator[-2:])
    name = _MANNER.sub("", reading.indicator)
    return replace(reading, indicator=f"{added[1]}{name}" if added and not own else name)


def _base(reading: Reading, readings: Sequence[Reading], grown: Sequence[re.Match[str]], time: Time) -> Baseline | None:
    """What there was before, where the clause says from what to what as often as it has numbers."""
    match = next((one for one in grown if _before(one) in reading.clause), None)
    if match is None or time.last is None:
        return None
    beside = [one for one in readings if one.clause == reading.clause]
    bases = find_amounts(match["bases"], spelled=False)
    year = time.period[0] - 1 if time.period else time.last - 1
    base = bases[beside.index(reading)].quantity if len(bases) == len(beside) else None
    return Baseline(year=year, value=base.value) if base and base.unit == reading.quantity.unit else None


def _before(match: re.Match[str]) -> str:
    """The last words before what there was, with the verb behind: how the clause goes on without it."""
    return f"{match.string[max(0, match.start() - _BEGINS) : match.start()]}{match['grown']}"

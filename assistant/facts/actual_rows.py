"""What was reached, as rows: their time in words, which are of a time asked, and which goal is of the same."""

import re
from collections.abc import Collection, Iterator, Sequence

from assistant.facts.evidence import distinct
from assistant.facts.measuring import convertible
from assistant.facts.target_rows import is_whole
from assistant.sentences import sentence_to_clauses
from corpus.document import Document, Heading
from corpus.extraction.gone_times import times_told
from corpus.extraction.indicators import indicator_core, without_work
from corpus.extraction.periods import NO_TIME, Time
from corpus.facts import Evidence, Library
from corpus.folding.years import PLAN
from corpus.regions import short_name
from corpus.table import Table
from corpus.target import Target, TargetKind

_CHANGES = re.compile(r"增长|下降|提高|降低|减少|增加|上升|提升|上涨|年均")
_WORKS = {
    "make": re.compile("新增|净增|新建成|新建|新设|新改建|改扩建|扩建|改建|建设|建成|打造|创建|筹建|开工"),
    "renew": re.compile("更新改造|提升改造|改造|提质|提档|升级"),
    "mend": re.compile("综合治理|治理|整治|修复"),
}
"""Verbs of doing by what they do: 改造老旧小区 and 老旧小区改造 are the same, 新建管网 and 改造管网 are not."""
_ALIKE = (("规模以上", "规上"), ("限额以上", "限上"))


def gone_by(actuals: Sequence[Target], gone: Collection[Time]) -> list[Target]:
    """Those told of the times asked: a period tells of its last year where it says what there was then. Without a
    time asked the last are meant.
    """
    if not gone:
        last = max(_time(one).last or 0 for one in actuals)
        return [one for one in actuals if (_time(one).last or 0) == last]
    if exact := [one for one in actuals if _time(one) in gone]:
        return exact
    ends, now = {time.last for time in gone if not time.period}, NO_TIME in gone
    stocks = [one for one in actuals if _is_stock(one) and (now or _time(one).last in ends)]
    return gone_by(stocks, ()) if stocks else []


def goals_beside(actual: Target, years: Sequence[int], library: Library) -> list[Target]:
    """The goals of what was reached: of the same name, of the years named, the nearest first."""
    goals = library.targets([actual.document_id])
    same = [one for one in goals if not one.is_baseline and _is_same(actual, one)]
    return sorted(same, key=lambda one: (_name(one) != _name(actual), one.year not in years, _time(one).last or 0))


def _is_same(actual: Target, goal: Target) -> bool:
    """Whether a goal is of the same thing of the same area, measured alike."""
    area = actual.scope == goal.scope or (is_whole(actual) and is_whole(goal))
    core = actual.kind is goal.kind and _thing(actual) == _thing(goal)
    named = _name(actual) == _name(goal)
    return area and (core or named) and convertible(actual.quantity.unit, goal.quantity.unit)


def is_alike(actual: Target, goal: Target) -> bool:
    """Whether a goal of the same counts the same: what is there, or what came about in one year by the same work."""
    years = all(one.year is not None for one in (actual, goal))
    flows = TargetKind.NEW in (actual.kind, goal.kind)
    named = _name(actual) == _name(goal) or "make" not in _thing(actual)[1]
    return actual.kind is goal.kind and (years or not flows) and named


def is_of_places(actual: Target, names: Sequence[str], library: Library) -> bool:
    """Whether all the places named are the document's own, or said where it is told."""
    document, place = library.document(actual.document_id), actual.place
    around = " ".join(
        (actual.quote, *place.path, document.metadata.title, *document.regions, document.metadata.issuer or "")
    )
    return all(short_name(name) in around for name in names)


def told_when(actual: Target, library: Library) -> tuple[str, tuple[Evidence, ...]]:
    """The time that it is told of, in the words printed, figures first, else the nearest; and what it all rests on."""
    document = library.document(actual.document_id)
    own, last = Evidence(quote=actual.quote, place=actual.place), _time(actual).last
    found = [
        (one.words, item)
        for item in (own, *_above(actual, document))
        for one in times_told(item.quote, last and last + 1)
        if one.time == _time(actual)
    ]
    words, item = min(found, key=lambda one: not any(map(str.isdigit, one[0])), default=("", own))
    return f"{words}期间" if PLAN.search(words) else words, distinct((own, item))


def _above(actual: Target, document: Document) -> Iterator[Evidence]:
    """The headings, and clauses of the sections that it stands in, above it, the nearest first."""
    for block in reversed(document.blocks):
        near = isinstance(block, Heading) or actual.place.path[: len(block.place.path)] == block.place.path
        if near and not isinstance(block, Table) and block.place.line <= actual.place.line:
            clauses = [block.text] if isinstance(block, Heading) else sentence_to_clauses(block.text)
            yield from (Evidence(quote=clause, place=block.place) for clause in clauses)


def _time(actual: Target) -> Time:
    return Time(year=actual.year, period=actual.period)


def _is_stock(actual: Target) -> bool:
    """Whether it says what there was at the end of its time, not what came about in all of it."""
    rate = actual.kind is TargetKind.RATE and not _CHANGES.search(actual.indicator)
    return rate or (actual.kind in (TargetKind.LEVEL, TargetKind.CUMULATIVE))


def _name(target: Target) -> str:
    """Its name in short official words."""
    name = target.indicator
    for long, short in _ALIKE:
        name = name.replace(long, short)
    return name


def _thing(target: Target) -> tuple[str, frozenset[str]]:
    """What is counted, and the sorts of work that are done to it, whether they stand before it or behind."""
    name = _name(target)
    sorts = frozenset(sort for sort, verbs in _WORKS.items() if verbs.search(name))
    for verbs in _WORKS.values():
        name = verbs.sub("", name)
    return indicator_core(without_work(name)), sorts

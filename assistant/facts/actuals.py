"""What was reached, and beside it what is aimed at. Pairs only what is of the same thing, area and unit."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.actual_rows import goals_beside, gone_by, is_alike, is_of_places, told_when
from assistant.facts.evidence import distinct, target_evidence
from assistant.facts.folding import Term, difference
from assistant.facts.indicators import Meant, fit_features, meant_indicators, several, with_members
from assistant.facts.measuring import number_words
from assistant.facts.target_rows import area_words, to_term, value_words, year_words
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from assistant.reading.gone_by import Asked, asked_times, counting
from assistant.reading.words import terms_of
from corpus.extraction.indicators import indicator_core
from corpus.extraction.periods import own_year
from corpus.facts import Library
from corpus.folding.characters import fold
from corpus.quoting import compact
from corpus.target import Target, TargetKind
from indexing.index import Index

_NAMES = frozenset({"which", "who", "where", "meaning", "why", "how"})
_APART = frozenset({"difference", "growth", "compare"})
_FITS = 0.29
"""So well name and words must agree."""
_CLEAR, _BETTER, _TOTAL = 0.6, 0.2, 0.3
"""So much of its name a question must say for a goal to be missed, so much better than any goal it must fit; so much
less what adds up fits.
"""
_FITTED = {"filled": 1.0, "year_ok": 1.0, "area_ok": 1.0, "actual": 1.0}
"""Features of what is only told of the times and places asked for."""
_NOUN = 4
"""So many of the last characters of a name are the noun of what is counted."""
_NEWLY, _NUMBER = "(?:新增|净增|新建|新建成|新设|新认定)", r"[^，,。；;：:、\d]{0,4}(?!20\d\d年)(\d+(?:\.\d+)?)"
_MOST = 12
"""So many indicators are looked at for one that has a goal beside it."""


def answer_actuals(ask: Ask, goals: Sequence[Meant], index: Index) -> list[Candidate]:
    """What was reached of the indicators meant, in the times asked; with their goals where these are asked for too."""
    ask = counting(ask)
    ranked = [] if ask.claim or _asks_names(ask) else _ranked(ask, index)
    year = _seen_from(ranked[0].document, index.library) if ranked else None
    if year is None:
        return []
    asked = asked_times(ask, year)
    if asked.ahead and not asked.back:
        return _missing(ask, ranked, goals, index)
    ranked = [one for one in ranked[:_MOST] if _aims(one, index.library)] if asked.ahead else ranked
    if not ranked or not asked.back:
        return []
    same = [one for one in ranked if one.document == ranked[0].document]
    groups = several(same, terms_of(with_members(ask, index.library), index.library), ask.where.words)
    told = [pick for one in groups if (pick := gone_by(one.targets, asked.gone))]
    statements = [one for pick in told for one in _statements(ask, pick, asked, index.library)]
    if not statements:
        return []
    own = {**_FITTED, "filled": len(told) / len(groups), "beside": float(asked.ahead)}
    features = fit_features(ask, groups, ranked, index.library) | own
    return [Candidate(ask, Draft(AnswerKind.FACT, tuple(statements)), features, tuple(one.name for one in groups))]


def _seen_from(document_id: str, library: Library) -> int | None:
    """The year of a document, or the next where it reports of that year and sets it no goal."""
    year = own_year(library.document(document_id))
    facts = library.facts[document_id]
    over = {one.year for one in facts.actuals} - {one.year for one in facts.targets}
    return year + 1 if year in over and year is not None else year


def _asks_names(ask: Ask) -> bool:
    """Whether it is asked which there are, or why, and not how many."""
    return not _NAMES.isdisjoint(ask.heard) and "how_much" not in ask.heard


def _ranked(ask: Ask, index: Index) -> list[Meant]:
    """What was reached in the places named that fits the words, the best first: what there is in all only behind what
    came about, where no total is asked.
    """
    less = 0.0 if "total" in ask.heard or "累计" in ask.where.words else _TOTAL
    places = (*ask.where.areas, *ask.where.places)
    fitting = [one for one in meant_indicators(ask, index, reached=True) if one.harmony >= _FITS]
    found = [one for one in fitting if is_of_places(one.targets[0], places, index.library)]
    return sorted(found, key=lambda one: less * (one.targets[0].kind is TargetKind.CUMULATIVE) - one.score)


def _aims(actuals: Meant, library: Library) -> bool:
    """Whether a goal is set for any of them."""
    return any(goals_beside(one, (), library) for one in actuals.targets)


def _statements(ask: Ask, actuals: Sequence[Target], asked: Asked, library: Library) -> Iterator[Statement]:
    """What each says; where a goal is asked for too, only those that have one of the same."""
    for actual in actuals:
        if not asked.ahead:
            yield _reached(actual, library)
        elif goals := goals_beside(actual, ask.where.years, library):
            yield _beside(ask, actual, goals[0], library)


def _reached(actual: Target, library: Library) -> Statement:
    """What was reached, and how far from what there was before."""
    when, evidence = told_when(actual, library)
    base, now = actual.baseline, actual.quantity
    words = f"{area_words(actual, library)}{when}{actual.indicator}"
    apart = difference(to_term(actual, "", library), Term("", base.value, now.unit, "")) if base else None
    if base is None or apart is None:
        return Statement(f"{words}为{value_words(actual)}。", evidence)
    more, less = ("提高", "下降") if actual.kind is TargetKind.RATE else ("增加", "减少")
    way = more if now.value > base.value else less
    words += f"从{number_words(base.value, now.unit)}{way}到{value_words(actual)}，{way}{apart.text}"
    return Statement(f"{words}。", evidence)


def _beside(ask: Ask, actual: Target, goal: Target, library: Library) -> Statement:
    """What was reached and the goal of the same, and how far apart they are where that is asked and both are alike."""
    when, evidence = told_when(actual, library)
    name = "" if goal.indicator == actual.indicator else goal.indicator
    words = f"{area_words(actual, library)}{when}{actual.indicator}实际为{value_words(actual)}，"
    words += f"{year_words(goal)}{name}目标为{value_words(goal)}"
    wanted = ask.fold in (Fold.DIFFERENCE, Fold.RATIO) or not _APART.isdisjoint(ask.heard)
    two = [to_term(one, "", library) for one in (actual, goal)]
    apart = difference(*two) if wanted and is_alike(actual, goal) else None
    if apart is not None and apart.value:
        more = "目标" if goal.quantity.in_base > actual.quantity.in_base else "实际"
        words += f"，{more}{'高' if actual.kind is TargetKind.RATE else '多'}{apart.text}"
    return Statement(f"{words}。", distinct((*evidence, *target_evidence(goal, library))))


def _missing(ask: Ask, ranked: Sequence[Meant], goals: Sequence[Meant], index: Index) -> list[Candidate]:
    """That no goal is set for what the question names, and what was reached of it."""
    library, best = index.library, ranked[0]
    ahead = best.score - max((one.score for one in goals if one.document == best.document), default=0.0)
    clear = best.named >= _CLEAR and ahead >= _BETTER and not _aims(best, library)
    if not clear or _is_told_elsewhere(best, library) or not ask.where.named or len(ask.where.documents) > 1:
        return []
    told = [(one, *told_when(one, library)) for one in gone_by(best.targets, ())]
    said = "；".join(f"{when}{one.indicator}为{value_words(one)}" for one, when, _ in told)
    label = document_label(library, best.document)
    message = f"{label}的文件没有写“{best.name}”的目标，写了的是：{said}。"
    evidence = distinct(item for *_, items in told for item in items)
    features = {**fit_features(ask, [best], ranked, library), **_FITTED, "missing": 1.0}
    return [Candidate(ask, NoAnswer(RefusalReason.NOT_IN_CORPUS, message, evidence), features)]


def _is_told_elsewhere(actuals: Meant, library: Library) -> bool:
    """Whether the document names it outside of the words that tell what was reached, or its noun (of which something
    new came about) with another number than those told: what was asked for may stand there.
    """
    name, quotes = compact(actuals.targets[0].indicator_raw), {compact(one.quote) for one in actuals.targets}
    text = compact(library.document(actuals.document).text)
    if text.count(name) > sum(quote.count(name) * text.count(quote) for quote in quotes):
        return True
    told = [one for target in gone_by(actuals.targets, ()) for one in (target.baseline, target.quantity) if one]
    core = indicator_core(actuals.name)
    noun = f"{re.escape(core)}|{_NEWLY}{re.escape(core[-_NOUN:])}"
    printed = re.findall(rf"(?:{noun}){_NUMBER}", fold(text))
    return not {one.value for one in told}.issuperset(map(Decimal, printed))

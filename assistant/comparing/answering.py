"""Comparison of places: one line for each document in scope, from the cells of its table. Reads no question."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.citing import statement_problems
from assistant.comparing.differing import caution, fold_statement
from assistant.comparing.meant import Compared, compared
from assistant.comparing.places import Told, place_statement, places_told
from assistant.comparing.tasks import compared_tasks
from assistant.draft import Draft, Statement
from assistant.labels import document_label
from assistant.prose.comparing import place_lines
from assistant.prose.places import sides_of
from assistant.reading.ask import Ask, Fold, Subject
from assistant.reading.words import pairs
from indexing.index import Index

_GOAL = "这项指标的量化目标"
_FEW = 6
"""Of more documents than this it is only said that they set nothing."""
_MEANT = 0.2
"""Where no figure is asked for, an indicator that holds less of the words, and they less of its name, is not meant."""
_FOLDED = frozenset({Fold.DIFFERENCE, Fold.RATIO, Fold.EXTREME, Fold.ORDER})
_OF_FIGURES = frozenset({"how_much", "ask_count", "goal", "total", "share", "average", "growth"})


def answer_comparison(ask: Ask, index: Index) -> list[Candidate]:
    """The targets of every document in scope side by side, and the next best indicator; or their task tables."""
    if ask.subject is Subject.TASKS:
        return compared_tasks(ask, index)
    figure = _asks_figure(ask)
    return [_candidate(ask, one, index) for one in compared(ask, index) if figure or one.fit >= _MEANT]


def _asks_figure(ask: Ask) -> bool:
    """Whether numbers are asked for, or a year or an amount is named."""
    named = ask.measures or ask.where.years or ask.where.conditions or ask.where.amounts
    return bool(named or ask.fold in _FOLDED or ask.heard & _OF_FIGURES)


def _candidate(ask: Ask, found: Compared, index: Index) -> Candidate:
    library, years = index.library, ask.where.years
    told = places_told(found.view, years, library)
    first = fold_statement(ask, found.view, told, library)
    stating = {place.document for place in told}
    silent = [one for side in sides_of(found.view.documents, library) if stating.isdisjoint(side) for one in side]
    statements = (
        *([first] if first and not statement_problems(first, library) else []),
        *(place_statement(one, years, library) for one in told),
        *caution(found.view, told, found.groups, library),
        *_silence(ask, tuple(silent), index),
    )
    draft = Draft(AnswerKind.COMPARISON, statements, comparison=found.view)
    names = tuple(dict.fromkeys(target.indicator for one in told for target in one.targets))
    return Candidate(ask, draft, _features(ask, found, told, folded=first is not None), names)


def _silence(ask: Ask, silent: tuple[str, ...], index: Index) -> list[Statement]:
    """A line for each place that sets no number but speaks of it; of those that do not, and of very many, only who they
    are.
    """
    prose = replace(ask.about(documents=silent), subject=Subject.PROSE, per_document=False)
    every = place_lines(prose, index, room=0) if 0 < len(silent) <= _FEW else []
    lines = [
        Statement(f"{one.side.label}：没有{_GOAL}，{one.opening}“{one.said.window.text}”。", one.said.window.evidence)
        for one in every
        if one.said
    ]
    others = [one.side.label for one in every if not one.said]
    others = others if every else list(dict.fromkeys(document_label(index.library, one) for one in silent))
    said = "未提及" if every else f"没有{_GOAL}"
    counted = f"其余{len(others)}份{said}" if len(others) > 1 else said
    return [*lines, Statement(f"{counted}：{'、'.join(others)}。", ())] if others else lines


def _features(ask: Ask, found: Compared, told: Sequence[Told], *, folded: bool) -> dict[str, float]:
    """As of targets, and: `shared` several places state it, `comparable` the share of places whose numbers compare,
    `folded` the rank or difference asked for is there, `figure` one is asked for at all, `cells` how much of the words
    the names of what each place counts hold.
    """
    places = len(found.view.documents)
    return {
        "match": found.match,
        "own": max(one.explained for one in found.meant),
        "named": max(one.named for one in found.meant),
        "margin": found.margin,
        "meaning": max(one.meaning for one in found.meant),
        "agree": max(one.agree for one in found.meant),
        "filled": len(told) / places,
        "shared": float(len(told) > 1),
        "comparable": sum(one.is_comparable for one in told) / places,
        "folded": float(folded or ask.fold not in _FOLDED),
        "figure": float(_asks_figure(ask)),
        "cells": sum(_holding(one, found) for one in told) / places,
        "year_ok": float(not ask.where.years or any(c.year in ask.where.years for one in told for c in one.cells)),
    }


def _holding(one: Told, found: Compared) -> float:
    """The most of the words that the name of a number of a place holds."""
    names = (f"{target.scope or ''}{target.indicator} {target.indicator_raw}" for target in one.targets)
    return max((found.terms.coverage(pairs(name)) for name in names), default=0.0)

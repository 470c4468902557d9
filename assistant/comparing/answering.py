"""Comparison of places: one line for each document in scope, from the cells of its table. Reads no question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.citing import statement_problems
from assistant.comparing.differing import caution, fold_statement
from assistant.comparing.meant import Compared, compared
from assistant.comparing.places import Told, place_statement, places_told
from assistant.comparing.silence import Silence, only_held
from assistant.comparing.tasks import compared_tasks
from assistant.draft import Draft
from assistant.prose.places import sides_of
from assistant.reading.ask import Ask, Fold, Subject

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_comparison"]

_FOLDED = frozenset({Fold.DIFFERENCE, Fold.RATIO, Fold.EXTREME, Fold.ORDER})


def answer_comparison(ask: Ask, index: "Index") -> list[Candidate]:
    """The targets of every document in scope side by side, and the next best indicator; or their task tables."""
    if ask.subject is Subject.TASKS:
        return compared_tasks(ask, index)
    return [_candidate(ask, one, index) for one in compared(ask, index)]


def _candidate(ask: Ask, found: Compared, index: "Index") -> Candidate:
    library, years = index.library, ask.where.years
    told = places_told(found.view, years, library)
    first = fold_statement(ask, found.view, told, library)
    stating = {place.document for place in told}
    silent = [one for side in sides_of(found.view.documents, library) if stating.isdisjoint(side) for one in side]
    statements = (
        *([first] if first and not statement_problems(first, library) else []),
        *(place_statement(one, years, library) for one in told),
        *caution(found.view, told, found.groups, library),
        *Silence(ask, index, tuple(silent)).statements(only_held(found.terms, found.held), "这项指标的量化目标"),
    )
    draft = Draft(AnswerKind.COMPARISON, statements, comparison=found.view)
    names = tuple(dict.fromkeys(target.indicator for one in told for target in one.targets))
    return Candidate(ask, draft, _features(ask, found, told, folded=first is not None), names)


def _features(ask: Ask, found: Compared, told: Sequence[Told], *, folded: bool) -> dict[str, float]:
    """As of targets, and: `shared` several places state it, `comparable` the share of places whose numbers compare,
    `folded` the rank or difference asked for is there.
    """
    places = len(found.view.documents)
    return {
        "match": found.terms.share(found.held),
        "own": max(one.explained for one in found.meant),
        "named": max(one.named for one in found.meant),
        "margin": found.margin,
        "meaning": max(one.meaning for one in found.meant),
        "agree": max(one.agree for one in found.meant),
        "filled": len(told) / places,
        "shared": float(len(told) > 1),
        "comparable": sum(one.is_comparable for one in told) / places,
        "folded": float(folded or ask.fold not in _FOLDED),
        "year_ok": float(not ask.where.years or any(c.year in ask.where.years for one in told for c in one.cells)),
    }

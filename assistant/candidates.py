"""From Asks to candidates: who answers which subject. Knows no way of answering and chooses none."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from assistant.absences import with_absence
from assistant.candidate import Candidate
from assistant.comparing.answering import answer_comparison
from assistant.comparing.named import compared_names
from assistant.counting import counts_alone, parallels_counted
from assistant.facts.holdings import answer_holdings
from assistant.facts.metadata import answer_metadata
from assistant.facts.outline import answer_outline
from assistant.facts.overview import answer_overview
from assistant.facts.records import answer_records
from assistant.facts.smalltalk import answer_smalltalk
from assistant.facts.targets import answer_targets
from assistant.facts.tasks import answer_tasks
from assistant.nearest import answer_nearest, nearest_documents
from assistant.paired.answering import answer_paired
from assistant.premises import corrections
from assistant.prose.answering import answer_prose
from assistant.prose.comparing import compare_prose
from assistant.prose.graded import answer_graded
from assistant.prose.ranking import ranked
from assistant.prose.rhythms import answer_rhythms
from assistant.reading.ask import Ask, Subject
from assistant.unit_notes import with_unit_notes
from assistant.verdicts import judged, with_sound_verdict

if TYPE_CHECKING:
    from indexing.index import Index


def _compare_words(ask: Ask, index: "Index") -> list[Candidate]:
    return [*compare_prose(ask, index), *compared_names(ask, index)]


Answerer: TypeAlias = "Callable[[Ask, Index], list[Candidate]]"
"""What the documents say to an Ask: the best outcome and clearly different seconds; none where it has no rows."""

_ANSWERERS: Mapping[Subject, Answerer] = {
    Subject.TASKS: answer_tasks,
    Subject.TARGETS: answer_targets,
    Subject.RECORDS: answer_records,
    Subject.METADATA: answer_metadata,
    Subject.OUTLINE: answer_outline,
    Subject.PROSE: _compare_words,
    Subject.HOLDINGS: answer_holdings,
    Subject.OVERVIEW: answer_overview,
}
_TELLING = 6
"""Shorter names are said by many answers that list nothing."""
_COMPARED = frozenset({Subject.TARGETS, Subject.TASKS})


def candidates_of(asks: Iterable[Ask], index: "Index") -> list[Candidate]:
    """The candidates of all Asks, in their order; of those that say the same, the first, so that an Ask that only takes
    up the turn before in another way than one before it has none of its own. Where one of the things listed before is
    pointed at, what lists the others again is none.
    """
    distinct: dict[tuple[Ask, str], Ask] = {}
    for one in asks:
        distinct.setdefault((replace(one, follows=""), one.said), one)
    every = [*distinct.values()]
    passed = [one for ask in every for one in ask.where.passed if len(one) >= _TELLING]
    found: dict[tuple[object, ...], Candidate] = {}
    for ask in every:
        for candidate in _answers(ask, index):
            if not any(one in candidate.outcome.text for one in passed):
                found.setdefault((ask.subject, ask.fold, candidate.said), candidate)
    return [with_unit_notes(one, index.library) for one in found.values()]


def sought_of(ask: Ask) -> tuple[str, ...]:
    """The texts whose vectors the candidates of an Ask will be looked for with."""
    return (ask.gist, ask.where.words) if _seeks_documents(ask) else (ask.gist,)


def _answers(ask: Ask, index: "Index") -> list[Candidate]:
    if ask.per_document and ask.subject in _COMPARED:
        return answer_comparison(ask, index)
    if ask.subject is not Subject.PROSE or ask.per_document:
        answer = _ANSWERERS.get(ask.subject)  # what a term means is found by nearness alone
        found = _judged(ask, answer(ask, index), index) if answer else []
        documents = nearest_documents(ask, index) if _seeks_documents(ask) else []
        return [*found, *counts_alone(found), *corrections(ask, found, (), index), *documents]
    windows = ranked(ask, index)
    found = _judged(ask, answer_prose(ask, windows, index), index)
    nearest = [] if ask.claim else answer_nearest(ask, windows, index)
    counts = [*counts_alone(found), *parallels_counted([*found, *nearest])]
    reckoned = [*answer_graded(ask, windows, index), *answer_rhythms(ask, windows, index)]
    paired = answer_paired(ask, windows, index)
    more = [*reckoned, *paired, *corrections(ask, found, windows, index)]
    return [*answer_smalltalk(ask, index), *found, *counts, *more, *nearest]


def _seeks_documents(ask: Ask) -> bool:
    return ask.subject is Subject.HOLDINGS and not ask.claim


def _judged(ask: Ask, found: list[Candidate], index: "Index") -> list[Candidate]:
    """The candidates; those for a claim behind the verdicts that their words give, or that nothing is there."""
    if not ask.claim:
        return found
    return [with_absence(with_sound_verdict(judged(one, index.library), index.library)) for one in found]

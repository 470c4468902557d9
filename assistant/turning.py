"""From an answer to the turn that later questions may go on from."""

from collections.abc import Iterable

from assistant.candidate import Candidate
from assistant.facts.task_rows import task_scope
from assistant.reading.ask import Ask, Subject, Where
from assistant.reading.turn import Turn
from assistant.reading.words import pairs
from assistant.showing import figures_shown
from corpus.facts import Evidence, Library

__all__ = ["candidate_to_turn"]

_MOST_AROUND = 3
_HELD = 0.6
"""So much of a quote that a task holds makes it words of that task."""


def candidate_to_turn(candidate: Candidate, library: Library) -> Turn:
    """What the turns behind a candidate need of it."""
    documents = tuple(dict.fromkeys(item.place.document_id for item in candidate.evidence))
    around = _around(candidate.evidence, library) if candidate.ask.subject is Subject.PROSE else ()
    return Turn(candidate.ask, candidate.rows, documents, around, figures_shown(candidate.outcome))


def _around(evidence: Iterable[Evidence], library: Library) -> tuple[str, ...]:
    """The names of the tasks whose words are quoted, in the order of the quotes."""
    found = dict.fromkeys(name for item in evidence for name in _tasks_holding(item, library))
    return tuple(found)[:_MOST_AROUND]


def _tasks_holding(item: Evidence, library: Library) -> list[str]:
    quoted = pairs(item.quote)
    scope = task_scope(Ask(Subject.TASKS, Where(documents=(item.place.document_id,))), library)
    shares = [(len(quoted & row.own) / max(1, len(quoted)), row.name) for row in (*scope.rows, *scope.clauses)]
    best = max((share for share, _ in shares), default=0.0)
    return [name for share, name in shares if share == best][:1] if best >= _HELD else []

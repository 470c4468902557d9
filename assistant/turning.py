"""From an answer to the turn that later questions may go on from, and the turns of the answers before."""

from collections.abc import Iterable, Iterator

from assistant.answer import Answer, RefusalReason
from assistant.bearing import MOST_CITED
from assistant.candidate import Candidate
from assistant.facts.record_tables import record_tables
from assistant.facts.task_rows import task_scope
from assistant.reading.ask import Ask, Subject, Where
from assistant.reading.normalising import question_to_text
from assistant.reading.senses import COURTESY, hear
from assistant.reading.turn import Turn, json_to_turn, unread_turn
from assistant.reading.words import pairs
from assistant.showing import amounts_shown, items_shown, parallels_shown
from corpus.facts import Evidence, Library

_MOST_AROUND = 3
_HELD = 0.6
"""So much of a quote that a task holds makes it words of that task."""
_COURTESY = COURTESY | {"help"}


def candidate_to_turn(candidate: Candidate, library: Library) -> Turn:
    """What the turns behind a candidate need of it."""
    documents = tuple(dict.fromkeys(item.place.document_id for item in candidate.evidence))
    around = _around(candidate.evidence, library) if candidate.ask.subject is Subject.PROSE else ()
    of_prose = candidate.ask.subject is Subject.PROSE and not candidate.rows
    rows = _recorded(candidate.evidence, library) if of_prose else candidate.rows
    return Turn(
        candidate.ask,
        rows,
        documents,
        around,
        items=_items(candidate) if len(candidate.rows) <= 1 else (),
        amounts=amounts_shown(candidate.outcome),
        places=tuple(dict.fromkeys(item.place for item in candidate.evidence[:MOST_CITED])),
    )


def turns_of(history: Iterable[Answer]) -> list[Turn]:
    """The turns that can be asked on about: no courtesies, nothing foreign to the documents."""
    return list(_turns(history))


def _items(candidate: Candidate) -> tuple[str, ...]:
    """What it lists; where each of several things was asked for, also what a clause names side by side."""
    parallels = parallels_shown(candidate.outcome) if "each" in candidate.ask.heard else ()
    return items_shown(candidate.outcome) or parallels


def _recorded(evidence: Iterable[Evidence], library: Library) -> tuple[str, ...]:
    """The name of the one row of a table that all sentences are cells of; () where they are of several or of none."""
    places = {(item.place.document_id, item.place.table_no, item.place.row) for item in evidence}
    if len(places) != 1 or None in (place := next(iter(places))):
        return ()
    document, table, row = place
    tables = (one for one in record_tables(library) if (one.document, one.table.place.table_no) == (document, table))
    return tuple(
        one.called(record)
        for one in tables
        for record in one.records
        if any(own.place.row == row for own in record.rows)
    )


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


def _turns(history: Iterable[Answer]) -> Iterator[Turn]:
    for answer in history:
        if not _is_aside(answer):
            cited = [citation.document_id for citation in answer.citations]
            yield (json_to_turn(answer.turn) if answer.turn else None) or unread_turn(answer.understood, cited)


def _is_aside(answer: Answer) -> bool:
    foreign = answer.refusal is not None and answer.refusal.reason is RefusalReason.OUT_OF_SCOPE
    return foreign or any(one.sense in _COURTESY for one in hear(question_to_text(answer.question)))

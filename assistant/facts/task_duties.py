"""Who does what by the running text (区综合行政执法局负责解决…), where no task says so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.duties import Duty, duties
from assistant.facts.rows import Fitted, Row, fitted
from assistant.facts.task_found import Found, all_of, candidate, fit
from assistant.facts.task_say import UNIT_WANTS
from assistant.reading.ask import Ask
from assistant.units import UnitNames
from corpus.facts import Library
from corpus.quoting import squeeze

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["duties_of", "duty_candidates"]

_MOST = 3


def duty_candidates(ask: Ask, index: "Index") -> list[Candidate]:
    """The sentence of the running text that charges somebody with what the words name."""
    if not UNIT_WANTS & set(ask.want):
        return []
    fits = fitted(map(_row, _in_scope(ask, index.library)), ask, index)
    if not fits or not fits[0].own:
        return []
    rival = max((one.own for one in fits[1:]), default=0.0)
    draft = Draft(AnswerKind.FACT, (_statement(fits[0].row),))
    return [_candidate(ask, draft, fits[0], fits[0].own - rival)]


def duties_of(names: UnitNames, ask: Ask, index: "Index") -> Candidate | None:
    """What the running text charges a unit with; None where it charges it with nothing."""
    own = [one for one in _in_scope(ask, index.library) if one.units & names.get(one.document, frozenset())]
    if not own:
        return None
    rows = [_row(one) for one in own[:_MOST]]
    every = replace(all_of(fit(rows, ask, index), rows), rows=())
    draft = Draft(AnswerKind.FACT, tuple(map(_statement, rows)))
    return candidate(ask, draft, every, duty=1.0)


def _candidate(ask: Ask, draft: Draft, fit: Fitted, margin: float) -> Candidate:
    found = Found((), fit.match, fit.own, fit.meaning, margin)
    filled = len(UNIT_WANTS & set(ask.want)) / len(ask.want)
    return candidate(ask, draft, found, duty=1.0, agree=1.0, filled=filled)


def _in_scope(ask: Ask, library: Library) -> Sequence[Duty]:
    return [one for one in duties(library) if not ask.where.documents or one.document in ask.where.documents]


def _row(duty: Duty) -> Row:
    context = "，".join(duty.evidence.place.path)
    return Row(duty.document, duty.work, {}, (duty.evidence,), duty.work, context, duty, (duty.evidence.quote,))


def _statement(row: Row) -> Statement:
    return Statement(f"{squeeze(row.evidence[0].quote).rstrip('；。')}。", row.evidence)

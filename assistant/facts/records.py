"""What any table says: rows by name, number, value or size, their columns, counts, sums and ranks."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.measuring import verdict
from assistant.facts.ranking import names_said
from assistant.facts.record_choice import Choice, choices
from assistant.facts.record_folds import folded_records
from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_saying import counted, evidence_of, kind_word, record_statement, rows_evidence, values_head
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from corpus.facts import Library
from indexing.index import Index

_RANKED = frozenset({Fold.EXTREME, Fold.ORDER})
_FEW = 3
_SEVERAL = 10


def answer_records(ask: Ask, index: Index) -> list[Candidate]:
    """The best table with the rows meant, and the next best."""
    found = choices(ask, index.library)
    made = [(choice, _outcome(ask, choice, index.library)) for choice in found]
    return [
        Candidate(ask, outcome, _features(choice, found, float(done)), _names(ask, choice, outcome))
        for choice, (outcome, done) in made
        if outcome is not None
    ]


def _names(ask: Ask, choice: Choice, outcome: Draft | NoAnswer) -> tuple[str, ...]:
    names = tuple(choice.table.called(record) for record in choice.records)
    return names_said(names, outcome) if ask.fold in _RANKED else names


def _outcome(ask: Ask, choice: Choice, library: Library) -> tuple[Draft | NoAnswer | None, bool]:
    """What the rows say, and whether the fold asked for was carried out."""
    one = choice.table
    if ask.where.ordinals and one.seq is not None and not choice.records:
        return _beyond(ask, one, library), True
    if not choice.match or not choice.records:
        return None, False
    folded = folded_records(ask, choice)
    if folded:
        kind = AnswerKind.LIST if ask.fold in {Fold.COUNT, Fold.ORDER} else AnswerKind.CALCULATION
        return Draft(kind, tuple(folded)), True
    judged = _verdict(ask, choice)
    shown = _shown(choice)
    if judged is not None:
        shown = (replace(shown[0], text=("是。" if judged else "不是。") + shown[0].text), *shown[1:])
        return Draft(AnswerKind.YES_NO, shown), True
    kind = AnswerKind.FACT if len(choice.records) == 1 else AnswerKind.LIST
    return Draft(kind, shown), ask.fold is Fold.SHOW


def _shown(choice: Choice) -> tuple[Statement, ...]:
    """A few records with their columns, or the list of many."""
    one, records = choice.table, choice.records
    asked = choice.columns or tuple(at for at, _ in choice.values if at in one.categories)
    if len(records) == 1 or (len(records) <= _FEW and (choice.columns or choice.clause)):
        return tuple(record_statement(record, asked, choice.clause or choice.telling, one) for record in records)
    numbers = [at for at in choice.columns or one.numbers if at in one.numbers]
    few = len(records) <= _SEVERAL and (choice.columns or len(records) < len(one.records))
    aside = choice.columns if few and choice.columns else numbers if few or choice.columns else ()
    head = values_head(choice.values, without=choice.without)
    kind = kind_word(one)
    text = f"{head + '的' if head else ''}{kind}{counted(records, one, aside[:_FEW])}"
    return (Statement(text, evidence_of(records, one), frozenset({len(records)})),)


def _verdict(ask: Ask, choice: Choice) -> bool | None:
    """Whether a record named has the value or number claimed; where a number is, its values alone bear nothing out."""
    if not ask.claim or len(choice.records) != 1 or not choice.named:
        return None
    record, one = choice.records[0], choice.table
    if choice.values and not ask.where.amounts:
        return _holds(choice, record)
    quantities = [one.quantity(record, at) for at in choice.columns if at in one.numbers]
    return verdict(ask, [one for one in quantities if one is not None]) if len(quantities) == 1 else None


def _holds(choice: Choice, record: Record) -> bool | None:
    """Whether a record has the values claimed, in columns of few values; None where a cell that lists several, or
    running words, would tell.
    """
    one = choice.table
    if not all(at in one.categories for at, _ in choice.values):
        return None
    if all(value in one.parts(record, at) or value == record.text(at) for at, value in choice.values):
        return True
    listed = any(len(one.parts(other, at)) > 1 for at, _ in choice.values for other in one.records)
    return None if listed else False


def _beyond(ask: Ask, one: RecordTable, library: Library) -> NoAnswer | None:
    """That the numbers of a table end before the one asked for; nothing where one of them cannot be told."""
    numbers = [number for record in one.records if (number := one.number(record)) is not None]
    if len(numbers) < len(one.records) or min(ask.where.ordinals) < max(numbers):
        return None
    count = max(numbers)
    last = one.records[numbers.index(count)]
    label = document_label(library, one.document)
    asked = "、".join(f"第{number}项" for number in ask.where.ordinals)
    message = f"{label}的“{one.table.caption}”只有{count}项，没有{asked}；最后一项是{one.called(last)}。"
    return NoAnswer(RefusalReason.FALSE_PREMISE, message, rows_evidence([last]))


def _features(choice: Choice, found: Sequence[Choice], folded: float) -> dict[str, float]:
    one = choice.table
    others = [other.match for other in found if other is not choice]
    filtered = len(choice.records) < len(one.records)
    return {
        "match": choice.match,
        "own": choice.own,
        "margin": choice.match - max(others, default=0.0),
        "meaning": 0.0,
        "agree": 0.0,
        "filled": 1.0,
        "named": choice.named,
        "plain": float(one.plain),
        "picked": choice.picked,
        "rows": len(choice.records) / len(one.records),
        "filtered": float(filtered),
        "valued": float(bool(choice.values) or choice.bounded),
        "columns": float(bool(choice.columns)),
        "folded": folded,
    }

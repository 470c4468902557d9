"""Three further questions that the documents in scope can answer: made from their facts, so that each has an answer."""

from collections.abc import Iterable, Iterator
from itertools import islice

from assistant.draft import Draft, NoAnswer
from assistant.labels import document_label
from assistant.query import Query
from assistant.reading.words import pairs
from corpus.facts import Facts, Library
from corpus.target import Target

__all__ = ["follow_up_questions"]

_COUNT = 3
_LONGEST_TASK = 30


def follow_up_questions(query: Query, outcome: Draft | NoAnswer, library: Library) -> tuple[str, ...]:
    """At most three questions, of different kinds, about the documents the outcome rests on, else those in scope."""
    documents = _documents(query, outcome)
    kinds = [_questions(library, document_id, query) for document_id in documents[:2]]
    fresh = (question for question in _in_turn(kinds) if question not in {query.question, query.text})
    return tuple(islice(dict.fromkeys(fresh), _COUNT))


def _documents(query: Query, outcome: Draft | NoAnswer) -> tuple[str, ...]:
    if isinstance(outcome, Draft):
        cited = [item.place.document_id for item in outcome.evidence]
        if cited:
            return tuple(dict.fromkeys(cited))
    return query.documents


def _in_turn(iterators: Iterable[Iterator[str]]) -> Iterator[str]:
    """One from each, then the next from each."""
    waiting = list(iterators)
    while waiting:
        for iterator in list(waiting):
            question = next(iterator, None)
            if question is None:
                waiting.remove(iterator)
            else:
                yield question


def _questions(library: Library, document_id: str, query: Query) -> Iterator[str]:
    """Questions about one document, one of each kind: a target near the question, a task, a term, the document."""
    label, facts = document_label(library, document_id), library.facts[document_id]
    for target in islice(_near_targets(facts, query), 1):
        yield f"{label}{_target_question(target)}"
    yield from islice(_task_questions(facts, label), 1)
    yield from (f"{label}文件里“{definition.term}”是什么意思？" for definition in facts.definitions[:1])
    if library.document(document_id).metadata.doc_number:
        yield f"{label}这份文件的文号是什么？"
    yield f"{label}的主要任务有哪些？"


def _near_targets(facts: Facts, query: Query) -> Iterator[Target]:
    """Targets of another indicator or year than the question's, those of its indicators first."""
    targets = [target for target in facts.targets if target.year is not None and not target.is_baseline]
    asked = pairs(query.text)
    near = [target for target in targets if pairs(target.indicator) <= asked and target.year not in query.years]
    yield from (*near, *(target for target in targets if not pairs(target.indicator) <= asked))


def _target_question(target: Target) -> str:
    scope = target.scope if target.scope and target.scope not in target.indicator else ""
    return f"{target.year}年{scope}{target.indicator}的目标是多少？"


def _task_questions(facts: Facts, label: str) -> Iterator[str]:
    for task in facts.tasks:
        if task.lead_units and len(task.task) <= _LONGEST_TASK:
            yield f"{label}“{task.task.strip('。；')}”由谁牵头？"
        elif task.responsible_units and len(task.task) <= _LONGEST_TASK:
            yield f"{label}“{task.task.strip('。；')}”的责任单位有哪些？"

"""Questions to begin with, and three further ones: made from what the documents hold, so that each has an answer."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from assistant.draft import Draft, NoAnswer
from assistant.labels import document_label
from assistant.query import Query
from assistant.reading.words import pairs
from assistant.shape import Shape
from corpus.document import Document
from corpus.facts import Facts, Library
from corpus.target import Target
from corpus.task import Task, TaskOrigin

_COUNT = 3
_LONGEST_TASK = 30
_STOPS = frozenset("，。；")
"""What stands in sentences and not in names."""
_SHORT = 24
"""Letters of a task's name that a question can carry and still be read at a glance."""


def follow_up_questions(query: Query, outcome: Draft | NoAnswer, library: Library) -> tuple[str, ...]:
    """At most three questions, of different kinds, about the documents the outcome rests on, else those in scope."""
    documents = _documents(query, outcome)
    kinds = [_questions(library, document_id, query) for document_id in documents[:2]]
    fresh = (question for question in _in_turn(kinds) if question not in {query.question, query.text})
    return tuple(islice(dict.fromkeys(fresh), _COUNT))


def _documents(query: Query, outcome: Draft | NoAnswer) -> tuple[str, ...]:
    cited = outcome.evidence if isinstance(outcome, Draft) else ()
    return tuple(dict.fromkeys(item.place.document_id for item in cited)) or query.documents


def _in_turn(each: Iterable[Iterable[str]]) -> Iterator[str]:
    """One from each, then the next from each."""
    return (question for turn in zip_longest(*each) for question in turn if question)


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


class Examples(Shape):
    """What can be asked of the documents that are there, one example for each errand; null where none offers one."""

    lead: str | None
    """A question who leads a task and by when, from the document that was added last."""
    comparison: str | None
    """A question that compares documents."""
    unit: str | None
    """The unit that leads most tasks."""


def examples_of(library: Library) -> Examples:
    """The examples of a library; documents that were added last come first."""
    return Examples(
        lead=next(_lead_questions(library), None),
        comparison=next(iter(_comparisons(library)), None),
        unit=_busiest(library.facts.values()),
    )


def _lead_questions(library: Library) -> Iterator[str]:
    """Those of tasks with units and a deadline before those of tasks with leads only."""
    named = [
        (document_label(library, document.id), name, task)
        for document in reversed(list(library.documents.values()))
        for name, task in _named_tasks(library.facts[document.id])
    ]
    timed = (one for one in named if one[2].units and one[2].deadline)
    for place, name, task in timed:
        yield f"{place}“{name}”由谁{'牵头' if task.lead_units else '负责'}、什么时候完成？"
    yield from (f"{place}“{name}”由谁牵头？" for place, name, task in named if task.lead_units)


def _named_tasks(facts: Facts) -> Iterator[tuple[str, Task]]:
    """The rows that have a short name of their own."""
    rows = [task for task in facts.tasks if task.origin is TaskOrigin.TABLE]
    times = Counter(name for task in rows for name in {task.task, task.measure})
    for task in rows:
        for name in (task.task, task.measure):
            if 0 < len(name) <= _SHORT and times[name] == 1 and not _STOPS & set(name):
                yield name, task


def _busiest(every: Iterable[Facts]) -> str | None:
    leads = Counter(unit for facts in every for task in facts.tasks for unit in task.lead_units)
    return next((unit for unit, _ in leads.most_common(1)), None)


def starter_questions(library: Library, limit: int = 6) -> list[str]:
    """Up to `limit` questions: one that compares documents where that can be done, then one of each document in turn,
    so that neighbours ask for different things.
    """
    lists = [
        _rotated(_questions_of(document, library), turn) for turn, document in enumerate(library.documents.values())
    ]
    return list(islice(dict.fromkeys(chain(_comparisons(library), _in_turn(lists))), limit))


def _rotated(questions: list[str], by: int) -> list[str]:
    at = by % len(questions) if questions else 0
    return questions[at:] + questions[:at]


def _questions_of(document: Document, library: Library) -> list[str]:
    """Who leads most, the first target, the head."""
    name, facts, meta = document_label(library, document.id), library.facts[document.id], document.metadata
    lead = _busiest([facts])
    tasks = [f"{name}由{lead}牵头的任务有哪些？"] if lead else []
    head = [f"{name}的文件是哪个单位发布的？"] if meta.issuer and meta.written_on else []
    return [*tasks, *_target_questions(name, facts), *head]


def _target_questions(name: str, facts: Facts) -> Iterator[str]:
    for target in facts.targets:
        if target.year and not target.is_baseline:
            area = target.scope if target.scope and target.scope not in name else ""
            yield f"{name}{area}{target.year}年{target.indicator}的目标是多少？"
            return


def _comparisons(library: Library) -> Iterable[str]:
    """Of the indicators that most documents set a target for."""
    naming = Counter(
        name for facts in library.facts.values() for name in dict.fromkeys(item.indicator for item in facts.targets)
    )
    common = [indicator for indicator, documents in naming.most_common(1) if documents > 1]
    return [f"各地的{indicator}目标有什么不同？" for indicator in common]

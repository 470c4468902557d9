"""Questions to begin with, made from what the documents hold, so that each of them has an answer."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice, zip_longest

from corpus.document import Document
from corpus.facts import Facts, Library

__all__ = ["starter_questions"]


def starter_questions(library: Library, limit: int = 6) -> list[str]:
    """Up to `limit` questions: one that compares documents where that can be done, then one of each document in turn,
    so that neighbours ask for different things.
    """
    lists = [
        _rotated(_questions_of(document, library.facts[document.id]), turn)
        for turn, document in enumerate(library.documents.values())
    ]
    by_turns = (question for turn in zip_longest(*lists) for question in turn if question)
    return list(islice(dict.fromkeys(chain(_comparisons(library), by_turns)), limit))


def _rotated(questions: list[str], by: int) -> list[str]:
    at = by % len(questions) if questions else 0
    return questions[at:] + questions[:at]


def _questions_of(document: Document, facts: Facts) -> list[str]:
    name = _name(document)
    return [*_task_questions(name, facts), *_target_questions(name, facts), *_metadata_questions(name, document)]


def _name(document: Document) -> str:
    return document.source.regions[0] if document.source.regions else f"《{document.metadata.title}》"


def _task_questions(name: str, facts: Facts) -> Iterator[str]:
    leads = Counter(unit for task in facts.tasks for unit in task.lead_units)
    for unit, _ in leads.most_common(1):
        yield f"{name}由{unit}牵头的任务有哪些？"


def _target_questions(name: str, facts: Facts) -> Iterator[str]:
    for target in facts.targets:
        if target.year and not target.is_baseline:
            area = target.scope if target.scope and target.scope not in name else ""
            yield f"{name}{area}{target.year}年{target.indicator}的目标是多少？"
            return


def _metadata_questions(name: str, document: Document) -> Iterator[str]:
    if document.metadata.issuer and document.metadata.written_on:
        yield f"{name}的文件是哪个单位发布的？"


def _comparisons(library: Library) -> Iterable[str]:
    """Of the indicators that most documents set a target for."""
    naming = Counter(name for facts in library.facts.values() for name in {item.indicator for item in facts.targets})
    common = [indicator for indicator, documents in naming.most_common(1) if documents > 1]
    return [f"各地的{indicator}目标有什么不同？" for indicator in common]

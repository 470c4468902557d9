"""Reports: an outline of verified statements, a section for each kind of fact, and its wording. Adds no sentence."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidates import candidates_of
from assistant.choosing import Choice, choices
from assistant.citing import draft_problems
from assistant.draft import Draft, Statement
from assistant.query import Query
from assistant.reading.ask import Ask, Fold, Subject
from assistant.tuning import tuning
from assistant.writing import Writer, Written
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["joined", "sections_for", "worded"]

_TITLES = {
    Subject.OVERVIEW: "概要：",
    Subject.TARGETS: "目标指标：",
    Subject.TASKS: "任务分工：",
    Subject.RECORDS: "有关表格：",
    Subject.PROSE: "有关规定：",
}
"""The sections of a report, in their order."""
_MOST_STATEMENTS = 6


def sections_for(asks: Sequence[Ask], index: "Index") -> tuple[Draft, ...]:
    """The best verified draft of each kind of fact that is likely enough to be said without a caution; side by side
    where several documents are set against each other.
    """
    shown = [ask for ask in asks if ask.fold is Fold.SHOW and ask.subject in _TITLES]
    side_by_side = [ask for ask in shown if ask.per_document]
    ranked = choices(candidates_of(side_by_side or shown, index), index.library)
    best = (next(_likely(ranked, subject, index), None) for subject in _TITLES)
    return tuple({_text(one): one for one in best if one}.values())


def joined(sections: Sequence[Draft]) -> Draft:
    """The sections as one draft, each under its title."""
    return Draft(AnswerKind.LIST, tuple(one for section in sections for one in section.statements))


def worded(sections: Sequence[Draft], writer: Writer, query: Query, library: Library, until: float) -> Written:
    """The report in a writer's words: each section for itself, all at once; those that do not hold stay as they are."""
    with ThreadPoolExecutor(len(sections), thread_name_prefix="section") as threads:
        tasks = [threads.submit(_section, section, writer, query, library, until) for section in sections]
    written = [task.result() for task in tasks]
    best = min(written, key=lambda one: one.writer == "extractive")
    return Written(joined([one.draft for one in written]), best.writer, best.notice)


def _section(section: Draft, writer: Writer, query: Query, library: Library, until: float) -> Written:
    title, *told = section.statements
    written = writer.write(replace(section, statements=tuple(told)), query, library, until)
    return written._replace(draft=replace(written.draft, statements=(title, *written.draft.statements)))


def _likely(ranked: Sequence[Choice], subject: Subject, index: "Index") -> Iterator[Draft]:
    for choice in ranked:
        draft = choice.candidate.outcome
        of_subject = choice.candidate.ask.subject is subject and choice.chance >= tuning().sure_from
        if of_subject and isinstance(draft, Draft) and not draft_problems(draft, index.library, ""):
            yield Draft(AnswerKind.LIST, (Statement(_TITLES[subject], ()), *draft.statements[:_MOST_STATEMENTS]))


def _text(draft: Draft) -> str:
    return "".join(one.text for one in draft.statements[1:])

"""Reports: an outline of verified statements, a section for each kind of fact, and its wording. Adds no sentence."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from assistant.advising.advice import Advice
from assistant.advising.voting import advised, voted
from assistant.answer import AnswerKind
from assistant.answering import Outcome, Understood
from assistant.candidates import candidates_of
from assistant.choosing import Choice, choices
from assistant.citing import draft_problems
from assistant.draft import Draft, Statement
from assistant.query import Query
from assistant.reading.ask import Ask, Fold, Subject, Where
from assistant.tuning import tuning
from assistant.writing import Writer, Written
from corpus.facts import Library
from indexing.index import Index

_TITLES = {
    Subject.OVERVIEW: "概要：",
    Subject.TARGETS: "目标指标：",
    Subject.TASKS: "任务分工：",
    Subject.RECORDS: "有关表格：",
    Subject.PROSE: "有关规定：",
}
"""The sections of a report, in their order."""
_MOST_STATEMENTS = 6
_SHARE = 0.25
"""How likely what a section says must be, in parts of the likeliest: kinds of facts stand beside each other here."""


def report_of(asked: Understood, advise: Callable[[Outcome], Advice], index: Index) -> Outcome | None:
    """A report on a subject, after advice; None where nothing is likely enough to be said."""
    behind = asked.behind(index.library)
    ranked = choices(candidates_of(_asks(asked.asks), index), index.library, behind)
    if not ranked or ranked[0].chance < tuning().refuse_below:
        return None
    report = _with_sections(Outcome(asked, ranked[0].candidate.outcome, asked.asks[0], 1.0, tuple(ranked)), index)
    advice = advise(report)
    if not advice.asked:
        return report if report.sections else None
    again = voted(advised(ranked, advice, index.library, behind), advice)
    told = _with_sections(replace(report, choices=tuple(again)), index)
    return replace(told, advice=replace(advice, told=told.sections != report.sections)) if told.sections else None


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


def _asks(asks: Sequence[Ask]) -> list[Ask]:
    """The Asks whose answers can stand in a report: side by side where several documents are set against each other,
    and a summary of each document that is named.
    """
    shown = [ask for ask in asks if ask.fold is Fold.SHOW and ask.subject in _TITLES]
    where = asks[0].where
    summary = [Ask(Subject.OVERVIEW, Where(documents=where.documents, named=True))] if where.named else []
    return [*([ask for ask in shown if ask.per_document] or shown), *summary]


def _with_sections(outcome: Outcome, index: Index) -> Outcome:
    """The best verified draft of each kind of fact that is likely enough, each said once."""
    best = (next(_likely(outcome.choices, subject, index), None) for subject in _TITLES)
    sections = tuple({"".join(said.text for said in one.statements[1:]): one for one in best if one}.values())
    return replace(outcome, result=joined(sections), sections=sections)


def _likely(ranked: Sequence[Choice], subject: Subject, index: Index) -> Iterator[Draft]:
    """The sections that could be said of a subject, the likeliest first."""
    least = 0.0 if subject is Subject.OVERVIEW else _SHARE * max(choice.chance for choice in ranked)
    for choice in ranked:
        draft = choice.candidate.outcome
        of_subject = choice.candidate.ask.subject is subject and choice.chance >= least
        if of_subject and isinstance(draft, Draft) and not draft_problems(draft, index.library, ""):
            yield Draft(AnswerKind.LIST, (Statement(_TITLES[subject], ()), *_marked(draft)[:_MOST_STATEMENTS]))


def _marked(draft: Draft) -> list[Statement]:
    """The statements that have a quote; a remark on all of them (口径不同) has theirs."""
    remarked = (
        replace(one, evidence=one.evidence or draft.evidence) if one.text.startswith("口径") else one
        for one in draft.statements
    )
    return [one for one in remarked if one.evidence]

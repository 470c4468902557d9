"""Short overviews: of a document, of its goals, of a section, and of several documents in a line each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.citing import statement_problems
from assistant.draft import Draft, Statement
from assistant.facts.document_rows import document_rows, row_label
from assistant.facts.outline import Below, section_said
from assistant.facts.overview_lines import goal_statement, goal_text, identity_statement, overview_statements
from assistant.facts.rows import Fitted, fitted
from assistant.facts.section_rows import section_rows
from assistant.facts.weighing import weighed
from assistant.reading.ask import Ask
from assistant.reading.words import pairs, terms_of
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_overview"]

_GENERAL = "主要总体预期发展工作各项具体目标任务指标情况"
_ABOUT = 0.4
_ROOM = 320
_GOAL_ROOM = 240


def answer_overview(ask: Ask, index: "Index") -> list[Candidate]:
    """The goals where they are asked for, the section the words name, and the whole of the documents."""
    documents = [one for one in ask.where.documents if one in index.library.documents]
    if not documents:
        return []
    goals = _of_goals(ask, documents, index) if "goal" in ask.heard and not _is_of_one(ask, documents, index) else []
    return [*goals, *_of_section(ask, documents, index), _of_whole(ask, documents, index)]


def _is_of_one(ask: Ask, documents: Sequence[str], index: "Index") -> bool:
    """Whether the goal of one thing is asked for, which is not what the documents are about as a whole."""
    titles = pairs("".join(index.library.document(one).metadata.title for one in documents) + _GENERAL)
    terms = terms_of(ask.where.words, index.library)
    return bool(terms.items) and terms.coverage(titles) < _ABOUT


def _of_goals(ask: Ask, documents: Sequence[str], index: "Index") -> list[Candidate]:
    """The goals of the whole area as typed values; what the section on goals says; of one document both as well."""
    library = index.library
    typed = {one: [goal] for one in documents if (goal := goal_statement(one, library, years=ask.where.years))}
    texts = {one: said for one in documents if (said := goal_text(one, library, _GOAL_ROOM, ask.where.years))}
    alone = len(documents) == 1 and bool(typed and texts)
    both = {one: [*texts[one][:1], *typed[one]] for one in documents if alone and not _share(texts[one], typed[one])}
    return [_candidate(ask, _lines(told, library), index, goals=1.0) for told in (typed, texts, both) if told]


def _share(one: Sequence[Statement], other: Sequence[Statement]) -> bool:
    """Whether some words stand behind both."""
    quotes = {item.quote for said in other for item in said.evidence}
    return any(item.quote in quotes for said in one for item in said.evidence)


def _of_section(ask: Ask, documents: Sequence[str], index: "Index") -> list[Candidate]:
    """The section whose title fits the words best, with what stands below it."""
    rows = [row for one in documents for row in section_rows(one, index.library)]
    found = [one for one in fitted(rows, ask, index, meaning=False) if one.own > 0]
    for at, best in enumerate(found[:1]):
        said = section_said(best.row, index.library, Below.NAMED)
        if said:
            return [_candidate(ask, said, index, [best], found[at + 1 :], section=1.0)]
    return []


def _of_whole(ask: Ask, documents: Sequence[str], index: "Index") -> Candidate:
    """Of one document as much as there is room for; of several what each is."""
    library = index.library
    rows = document_rows(library)
    if len(documents) > 1:
        statements = _lines({one: [identity_statement(library.document(one))] for one in documents}, library)
    else:
        statements = _in_room(overview_statements(documents[0], library), library)
    group = fitted([rows[one] for one in documents], ask, index, meaning=False)
    return _candidate(ask, statements, index, group, whole=1.0)


def _in_room(statements: Sequence[Statement], library: Library) -> list[Statement]:
    """The sound statements, as far as there is room for them."""
    chosen: list[Statement] = []
    room = _ROOM
    for one in statements:
        if len(one.text) <= room and not statement_problems(one, library):
            chosen.append(one)
            room -= len(one.text)
    return chosen


def _lines(told: dict[str, list[Statement]], library: Library) -> list[Statement]:
    """What several documents say, a line each; of one as it is."""
    if len(told) == 1:
        return next(iter(told.values()))
    rows = [document_rows(library)[one] for one in told]
    return [
        Statement(
            f"{row_label(row, rows, library)}：{''.join(one.text for one in told[row.document])}",
            tuple(item for one in told[row.document] for item in one.evidence),
        )
        for row in rows
    ]


def _candidate(
    ask: Ask,
    statements: Sequence[Statement],
    index: "Index",
    group: Sequence[Fitted] = (),
    others: Sequence[Fitted] = (),
    **own: float,
) -> Candidate:
    agree = float(bool({"summary", "goal"} & ask.heard))
    features = weighed(group, others, ask, index, agree=agree, named=float(ask.where.named), **own)
    rows = tuple(one.row.name for one in group)
    return Candidate(ask, Draft(AnswerKind.LIST, tuple(statements)), features, rows)

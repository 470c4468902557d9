"""From a verified draft to the Answer: numbers, marks, citations. Adds no words of its own about the documents.

Table cells are quoted on their own where a row quoted whole does not show their numbers: quotes count white space
aside, and then the numbers of a row run together: “工业园区 91 2 40” shows neither 91 nor 40.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.answer import Answer, AnswerKind, Citation, CitedTable, Part, Refusal, Scope, Status
from assistant.citing import statement_problems
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.evidence import table_of
from assistant.query import Query
from assistant.reading.ask import Subject
from assistant.sentences import text_to_sentences
from assistant.validity import standing_words, today
from assistant.views import TaskView
from corpus.facts import Evidence, Library
from corpus.folding.characters import legible
from corpus.place import Place
from corpus.quoting import compact

_LONG_QUOTE = 240
_LINE_EACH = frozenset({AnswerKind.LIST, AnswerKind.TASKS, AnswerKind.COMPARISON})
_KINDS = {
    Subject.TASKS: AnswerKind.TASKS,
    Subject.METADATA: AnswerKind.METADATA,
    Subject.OUTLINE: AnswerKind.LIST,
    Subject.HOLDINGS: AnswerKind.LIST,
    Subject.PROSE: AnswerKind.PASSAGE,
    Subject.OVERVIEW: AnswerKind.PASSAGE,
}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHORTEST = 2
"""A single digit is no quote: it would be found anywhere."""


@dataclass(slots=True)
class _Marks:
    """Numbers quotes in the order of their first use; equal quotes of one document share a number."""

    library: Library
    numbers: dict[tuple[str, str | None, str], int] = field(default_factory=dict)
    citations: list[Citation] = field(default_factory=list)

    def of(self, evidence: Sequence[Evidence]) -> str:
        """The marks of a statement, the lowest first: [1][2]."""
        numbers = {self._number(item) for item in evidence}
        return "".join(f"[{number}]" for number in sorted(numbers))

    def _number(self, item: Evidence) -> int:
        key = (item.place.document_id, item.revision, compact(item.quote))
        if key not in self.numbers:
            self.numbers[key] = len(self.numbers) + 1
            self.citations.append(_evidence_to_citation(item, self.numbers[key], self.library))
        return self.numbers[key]


def draft_to_answer(
    draft: Draft, query: Query, library: Library, *, index: str, follow_ups: Sequence[str] = ()
) -> Answer:
    """The Answer of a verified draft; the caller fills in how long it took."""
    marks = _Marks(library)
    shortened = [_with_short_quotes(statement, query, library) for statement in draft.statements]
    shown = [with_cell_quotes(statement, library) for statement in shortened]
    lines = [_marked(statement.text, marks.of(statement.evidence)) for statement in shown]
    return Answer(
        question=query.question,
        understood=query.understood,
        status=Status.ANSWERED,
        kind=draft.kind,
        answer=("\n" if draft.kind in _LINE_EACH else "").join(lines),
        citations=tuple(marks.citations),
        tasks=_task_views(draft, library),
        comparison=draft.comparison,
        follow_ups=tuple(follow_ups[:3]),
        scope=Scope(documents=query.documents, years=query.years),
        index=index,
        elapsed_ms=0.0,
    )


def refusal_to_answer(
    refused: NoAnswer, query: Query, library: Library, *, index: str, follow_ups: Sequence[str] = ()
) -> Answer:
    """The Answer of a reasoned refusal: its message, and no sources save those of a correction."""
    marks = _Marks(library)
    message = _marked(refused.message, marks.of(refused.correction))
    refusal = Refusal(
        reason=refused.reason, message=message, searched=query.documents, closest=refused.closest or tuple(follow_ups)
    )
    return Answer(
        question=query.question,
        understood=query.understood,
        status=Status.REFUSED,
        kind=_KINDS.get(query.ask.subject, AnswerKind.FACT),
        answer=message,
        citations=tuple(marks.citations),
        refusal=refusal,
        follow_ups=tuple(follow_ups[:3]),
        scope=Scope(documents=query.documents, years=query.years),
        index=index,
        elapsed_ms=0.0,
    )


def outcome_to_part(outcome: Draft | NoAnswer, understood: str, library: Library) -> Part:
    """One part of a question asked in one breath."""
    if isinstance(outcome, NoAnswer):
        return Part(understood=understood, status=Status.REFUSED, answer=legible(outcome.text))
    return Part(
        understood=understood,
        status=Status.ANSWERED,
        answer=legible(outcome.text),
        tasks=_task_views(outcome, library),
        comparison=outcome.comparison,
    )


def _task_views(draft: Draft, library: Library) -> tuple[TaskView, ...] | None:
    return tuple(TaskView.of(task).marked(library) for task in draft.tasks) or None


def _marked(text: str, marks: str) -> str:
    """`text`, legible, with its marks before the final stop, or at its end."""
    body = legible(text.rstrip())
    return f"{body[:-1]}{marks}{body[-1]}" if body.endswith(("。", "；", "！", "？")) else body + marks


def _evidence_to_citation(item: Evidence, number: int, library: Library) -> Citation:
    place = item.place
    document = library.cited(item)
    return Citation(
        n=number,
        document_id=document.id,
        document_title=document.metadata.title,
        doc_number=document.metadata.doc_number,
        place=str(place),
        page=place.page,
        line=place.line,
        table=_cited_table(place, library),
        quote=item.quote,
        validity=standing_words(library, document.id, today()),
        revision=document.revision,
    )


def _cited_table(place: Place, library: Library) -> CitedTable | None:
    """Where in a table the words stand, with the row as it reads there; None for running text."""
    if place.table is None:
        return None
    table = table_of(place, library)
    row = table.rows[place.row - 1] if table and place.row and place.row <= len(table.rows) else None
    return CitedTable(
        title=place.table,
        row=place.row,
        column=place.column,
        names=tuple(column.name for column in table.columns) if table and row else (),
        cells=tuple(cell.text for cell in row.cells) if row else (),
    )


def _with_short_quotes(statement: Statement, query: Query, library: Library) -> Statement:
    """The statement with long prose quotes cut to the sentences it rests on, unless that would leave it unsupported."""
    short = Statement(statement.text, tuple(_shortened(item, statement.text) for item in statement.evidence))
    if short == statement or statement_problems(short, library, query.question):
        return statement
    return short


def _shortened(item: Evidence, text: str) -> Evidence:
    """A long prose quote cut to the run of sentences that shares most with `text`; still a substring of the source."""
    if item.place.row is not None or len(compact(item.quote)) <= _LONG_QUOTE:
        return item
    sentences = text_to_sentences(item.quote)
    shared = [_shared_pairs(sentence, text) for sentence in sentences]
    used = [position for position, share in enumerate(shared) if share >= max(shared) / 2]
    return item.model_copy(update={"quote": "".join(sentences[used[0] : used[-1] + 1])})


def _shared_pairs(sentence: str, text: str) -> int:
    """How many neighbouring pairs of characters of `text` stand in `sentence`."""
    compacted = compact(text)
    return sum(compacted[at : at + 2] in sentence for at in range(len(compacted) - 1))


def with_cell_quotes(statement: Statement, library: Library) -> Statement:
    """The statement with, behind each quoted row, the cells that print its numbers and that the row does not show."""
    shown = _numbers(item.quote for item in statement.evidence)
    wanted = {number for number in _numbers([statement.text]) if len(number) >= _SHORTEST} - shown
    evidence: list[Evidence] = []
    for item in statement.evidence:
        cells = list(_cells(item.place, wanted, library))
        wanted -= _numbers(cell.quote for cell in cells)
        evidence += [item, *cells]
    return Statement(statement.text, tuple(evidence))


def _numbers(texts: Iterator[str] | Sequence[str]) -> set[str]:
    return {number for text in texts for number in _NUMBER.findall(compact(text).replace(",", ""))}


def _cells(place: Place, wanted: set[str], library: Library) -> Iterator[Evidence]:
    """The cells of the row at `place` that print a wanted number; the place's own column first."""
    document = library.document(place.document_id)
    table, row = document.table(place), document.row(place)
    if table is None or row is None or not wanted:
        return
    left = set(wanted)
    for column in sorted(range(len(row.cells)), key=lambda at: table.columns[at].name != place.column):
        cell = row.cells[column]
        if not cell.carried and left & _numbers([cell.text]):
            left -= _numbers([cell.text])
            at = row.place.model_copy(update={"column": table.columns[column].name})
            yield Evidence(quote=cell.text, place=at)

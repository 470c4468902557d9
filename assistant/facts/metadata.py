"""What the head and foot of documents say: the fields asked for, folds over them, and lines that are no field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.document_claims import document_verdict
from assistant.facts.document_fields import field_statement, missing_statement
from assistant.facts.document_folds import folded_documents
from assistant.facts.document_rows import FIELD_NAMES, document_rows, row_label
from assistant.facts.head_lines import head_lines
from assistant.facts.rows import Fitted, Row, fitted
from assistant.facts.weighing import weighed
from assistant.reading.ask import Ask, Fold, Want
from corpus.facts import Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_metadata"]

_CARD = (Want.TITLE, Want.DOC_NUMBER, Want.ISSUER, Want.WRITTEN_ON, Want.PRINTED_ON)
_LINES = 2


def answer_metadata(ask: Ask, index: "Index") -> list[Candidate]:
    """The best of a verdict, a fold and the fields themselves; and the lines of head and foot that fit the words."""
    rows = _rows(ask, index.library)
    if not rows:
        return []
    return [*_of_fields(ask, rows, index), *_of_lines(ask, rows, index)]


def _rows(ask: Ask, library: Library) -> list[Row]:
    known = document_rows(library)
    return [known[one] for one in ask.where.documents or known if one in known]


def _of_fields(ask: Ask, rows: Sequence[Row], index: "Index") -> list[Candidate]:
    library = index.library
    claims = ask.claim or ask.fold is Fold.WHETHER
    statements = document_verdict(ask, rows, library) if claims else []
    statements = statements or folded_documents(ask, rows, library)
    folded = bool(statements)
    filled = 1.0
    if not folded:
        statements, filled = _shown(ask, rows, library)
    if not statements:
        return []
    found = fitted(rows, ask, index, meaning=False)
    asked = bool(set(ask.want) & set(FIELD_NAMES))
    features = weighed(
        found, (), ask, index, agree=float(asked), filled=filled, folded=float(folded), named=float(ask.where.named)
    )
    kind = AnswerKind.COMPARISON if len(rows) > 1 and not folded else AnswerKind.METADATA
    return [Candidate(ask, Draft(kind, tuple(statements)), features, tuple(row.name for row in rows))]


def _shown(ask: Ask, rows: Sequence[Row], library: Library) -> tuple[list[Statement], float]:
    """The fields asked for of every document, and the share of them that are printed."""
    wants = tuple(want for want in ask.want if want in FIELD_NAMES) or _CARD
    statements: list[Statement] = []
    count = 0
    for row in rows:
        told = {want: field_statement(row, want, library, beside=wants) for want in wants}
        said = [one for one in told.values() if one is not None]
        silent = tuple(want for want, one in told.items() if one is None)
        if wants is not _CARD and silent:
            said.append(missing_statement(silent))
        counted = [_counted(row, want) for want in wants] if ask.fold is Fold.COUNT else []
        statements += _labelled(row, [one for one in counted if one] or said, rows, library)
        count += len(wants) - len(silent)
    return statements, count / (len(wants) * len(rows))


def _counted(row: Row, want: str) -> Statement | None:
    """How many units, or attachments, a field lists."""
    value = row.values.get(want)
    if value is None or want == Want.ATTACHMENTS or len(value.names) < 2:
        return None
    return Statement(f"共{len(value.names)}{value.unit}：{'；'.join(value.names)}。", value.evidence)


def _labelled(row: Row, said: list[Statement], rows: Sequence[Row], library: Library) -> list[Statement]:
    """The statements of one of several documents as one line of its own."""
    if len(rows) == 1 or not said:
        return said
    text = "".join(one.text for one in said)
    evidence = tuple(item for one in said for item in one.evidence)
    return [Statement(f"{row_label(row, rows, library)}：{text}", evidence)]


def _of_lines(ask: Ask, rows: Sequence[Row], index: "Index") -> list[Candidate]:
    """The lines outside of all headings that hold words of the ask."""
    lines = [
        Row(
            row.document,
            row.name,
            {},
            (line,),
            line.quote,
            f"{row.text} {row.context}",
            pieces=(compact(line.quote),),
        )
        for row in rows
        for line in head_lines(row.document, index.library)
    ]
    found = [one for one in fitted(lines, ask, index) if one.own > 0][:_LINES]
    return [_line(ask, at, found, index) for at in range(len(found))]


def _line(ask: Ask, at: int, found: Sequence[Fitted], index: "Index") -> Candidate:
    row = found[at].row
    statement = Statement(f"{row.evidence[0].quote.strip('。；：: ')}。", row.evidence)
    others = [one for one in found if one is not found[at]]
    features = weighed([found[at]], others, ask, index, line=1.0, named=float(ask.where.named))
    return Candidate(ask, Draft(AnswerKind.METADATA, (statement,)), features, (row.name,))

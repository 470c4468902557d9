"""What the head and foot of documents say: the fields asked for, folds over them, and lines that are no field."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.document_changes import predecessor
from assistant.facts.document_claims import document_verdict
from assistant.facts.document_fields import field_statement, missing_statement, one_day
from assistant.facts.document_folds import folded_documents
from assistant.facts.document_rows import FIELD_NAMES, document_rows, row_label
from assistant.facts.head_lines import head_lines, tells_effect
from assistant.facts.rows import Fitted, Row, fitted
from assistant.facts.weighing import weighed
from assistant.reading.ask import Ask, Fold, Want
from assistant.reading.words import pairs, terms_of
from corpus.facts import Evidence, Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_metadata"]

_CARD = (Want.TITLE, Want.DOC_NUMBER, Want.ISSUER, Want.WRITTEN_ON, Want.PRINTED_ON)
_LINES = 2
_EFFECTIVE = "effective"


def answer_metadata(ask: Ask, index: "Index") -> list[Candidate]:
    """The best of a verdict, a fold and the fields themselves; and the lines of head and foot that fit the words."""
    rows = _rows(ask, index.library)
    if not rows:
        return []
    return [*_of_fields(ask, rows, index), *_of_lines(ask, rows, index)]


def _rows(ask: Ask, library: Library) -> list[Row]:
    known = document_rows(library)
    rows = [known[one] for one in ask.where.documents or known if one in known]
    return (Want.CHANGES in ask.want and _that_follow(rows, library)) or rows


def _that_follow(rows: Sequence[Row], library: Library) -> list[Row]:
    """Those that follow another of them: what changed is told of these."""
    documents = {row.document for row in rows}
    return [row for row in rows if predecessor(row.document, library) in documents]


def _of_fields(ask: Ask, rows: Sequence[Row], index: "Index") -> list[Candidate]:
    library = index.library
    claims = ask.claim or ask.fold is Fold.WHETHER
    statements = document_verdict(ask, rows, library) if claims else []
    statements = statements or folded_documents(ask, rows, library)
    folded = bool(statements)
    filled = _printed(ask, rows)
    if not folded:
        statements, filled = _shown(ask, rows, library)
    if not statements:
        return []
    found = fitted(rows, ask, index, meaning=False)
    asked = bool(set(ask.want) & set(FIELD_NAMES))
    features = weighed(
        found, (), ask, index, agree=float(asked), filled=filled, folded=float(folded), named=float(ask.where.named)
    )
    outcome = _silent(ask, statements) or Draft(_kind(rows, folded), tuple(statements))
    return [Candidate(ask, outcome, features, tuple(row.name for row in rows))]


def _kind(rows: Sequence[Row], folded: bool) -> AnswerKind:
    return AnswerKind.COMPARISON if len(rows) > 1 and not folded else AnswerKind.METADATA


def _silent(ask: Ask, statements: Sequence[Statement]) -> NoAnswer | None:
    """That no field asked for is printed; whether something is so (是否有效, 有没有) is an answer all the same."""
    if ask.claim or Want.VALID in ask.want or any(one.evidence for one in statements):
        return None
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, "".join(one.text for one in statements))


def _printed(ask: Ask, rows: Sequence[Row]) -> float:
    """Whether any of the fields asked for is printed at all."""
    wants = set(ask.want) & set(FIELD_NAMES)
    return float(not wants or any(wants & set(row.values) for row in rows))


def _shown(ask: Ask, rows: Sequence[Row], library: Library) -> tuple[list[Statement], float]:
    """The fields asked for of every document, and the share of them that are printed."""
    wants = tuple(want for want in ask.want if want in FIELD_NAMES) or _CARD
    if wants is _CARD and _EFFECTIVE in ask.heard:
        return _no_effect(rows, library), 0.0
    statements: list[Statement] = []
    count = asked = 0
    for row in rows:
        told = {want: field_statement(row, want, library) for want in one_day(row, wants)}
        said = list(dict.fromkeys(one for one in told.values() if one is not None))
        silent = tuple(want for want, one in told.items() if one is None)
        if wants is not _CARD and silent:
            said.append(missing_statement(silent))
        said = [*(_effect(row, library) if _EFFECTIVE in ask.heard and wants is not _CARD else ()), *said]
        counted = [_counted(row, want) for want in wants] if ask.fold is Fold.COUNT else []
        statements += _labelled(row, [one for one in counted if one] or said, rows, library)
        count += len(told) - len(silent)
        asked += len(told)
    return statements, count / asked


def _no_effect(rows: Sequence[Row], library: Library) -> list[Statement]:
    """That no line says from when a document is in force; nothing where one does."""
    if any(tells_effect(line) for row in rows for line in head_lines(row.document, library)):
        return []
    return [Statement("文件未写施行日期、有效期和审议通过的会议。", ())]


def _effect(row: Row, library: Library) -> list[Statement]:
    """The first line that tells which meeting passed a document or from when it is in force."""
    lines = [line for line in head_lines(row.document, library) if tells_effect(line)]
    return [Statement(f"{line.quote.strip('。；：: ')}。", (line,)) for line in lines[:1]]


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
    """The lines outside of all headings that hold words of the ask, or tell when it came into force where asked."""
    lines = [_line_row(row, line) for row in rows for line in head_lines(row.document, index.library)]
    effective = _EFFECTIVE in ask.heard
    terms = terms_of(ask.where.words, index.library)
    usual = terms.held(pairs(rows[0].context))
    found = [
        one
        for one in fitted(lines, ask, index)
        if (effective and tells_effect(one.row.evidence[0])) or terms.held(one.row.own) - usual
    ]
    found.sort(key=lambda one: effective and not tells_effect(one.row.evidence[0]))
    return [_line(ask, at, found[:_LINES], index) for at in range(len(found[:_LINES]))]


def _line_row(row: Row, line: Evidence) -> Row:
    around = f"{row.text} {row.context}"
    return Row(row.document, row.name, {}, (line,), line.quote, around, pieces=(compact(line.quote),))


def _line(ask: Ask, at: int, found: Sequence[Fitted], index: "Index") -> Candidate:
    row = found[at].row
    statement = Statement(f"{row.evidence[0].quote.strip('。；：: ')}。", row.evidence)
    others = [one for one in found if one is not found[at]]
    agree = float(_EFFECTIVE in ask.heard and tells_effect(row.evidence[0]))
    features = weighed([found[at]], others, ask, index, agree=agree, line=1.0, named=float(ask.where.named))
    return Candidate(ask, Draft(AnswerKind.METADATA, (statement,)), features, (row.name,))

"""What the head and foot of documents say: the fields asked for."""

from collections.abc import Sequence

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.document_changes import predecessor
from assistant.facts.document_fields import field_statement, missing_statement, one_day
from assistant.facts.document_rows import FIELD_NAMES, document_rows, row_label
from assistant.facts.head_lines import head_lines, tells_effect
from assistant.facts.rows import Row, fitted, weighed
from assistant.reading.ask import Ask, Fold, Want
from corpus.facts import Library
from indexing.index import Index

__all__ = ["answer_metadata"]

_CARD = (Want.TITLE, Want.DOC_NUMBER, Want.ISSUER, Want.WRITTEN_ON, Want.PRINTED_ON)
_EFFECTIVE = "effective"


def answer_metadata(ask: Ask, index: Index) -> list[Candidate]:
    """The fields asked for of each document in scope."""
    rows = _rows(ask, index.library)
    if not rows:
        return []
    return _of_fields(ask, rows, index)


def _rows(ask: Ask, library: Library) -> list[Row]:
    known = document_rows(library)
    rows = [known[one] for one in ask.where.documents or known if one in known]
    return (Want.CHANGES in ask.want and _that_follow(rows, library)) or rows


def _that_follow(rows: Sequence[Row], library: Library) -> list[Row]:
    """Those that follow another of them: what changed is told of these."""
    documents = {row.document for row in rows}
    return [row for row in rows if predecessor(row.document, library) in documents]


def _of_fields(ask: Ask, rows: Sequence[Row], index: Index) -> list[Candidate]:
    statements, filled = _shown(ask, rows, index.library)
    if not statements:
        return []
    found = fitted(rows, ask, index, meaning=False)
    asked = bool(set(ask.want) & set(FIELD_NAMES))
    features = weighed(found, (), ask, index, agree=float(asked), filled=filled, named=float(ask.where.named))
    kind = AnswerKind.COMPARISON if len(rows) > 1 else AnswerKind.METADATA
    outcome = _silent(ask, statements) or Draft(kind, tuple(statements))
    return [Candidate(ask, outcome, features, tuple(row.name for row in rows))]


def _silent(ask: Ask, statements: Sequence[Statement]) -> NoAnswer | None:
    """That no field asked for is printed; whether something is so (是否有效, 有没有) is an answer all the same."""
    if ask.claim or Want.VALID in ask.want or any(one.evidence for one in statements):
        return None
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, "".join(one.text for one in statements))


def _shown(ask: Ask, rows: Sequence[Row], library: Library) -> tuple[list[Statement], float]:
    """The fields asked for of every document, and the share of them that are printed."""
    wants = tuple(want for want in ask.want if want in FIELD_NAMES) or _CARD
    if wants is _CARD and _EFFECTIVE in ask.heard:
        effects = [one for row in rows for one in _labelled(row, _effect(row, library), rows, library)]
        return effects or [Statement("文件未写施行日期、有效期和审议通过的会议。", ())], float(bool(effects))
    statements: list[Statement] = []
    count = asked = 0
    for row in rows:
        counting = ask.fold is Fold.COUNT
        told = {
            want: (counting and _counted(row, want)) or field_statement(row, want, library)
            for want in one_day(row, wants)
        }
        said = list(dict.fromkeys(one for one in told.values() if one is not None))
        silent = tuple(want for want, one in told.items() if one is None)
        if wants is not _CARD and silent:
            said.append(missing_statement(silent))
        said = [*(_effect(row, library) if _EFFECTIVE in ask.heard and wants is not _CARD else ()), *said]
        statements += _labelled(row, said, rows, library)
        count += len(told) - len(silent)
        asked += len(told)
    return statements, count / asked


def _effect(row: Row, library: Library) -> list[Statement]:
    """The first line that tells which meeting passed a document or from when it is in force."""
    lines = [line for line in head_lines(row.document, library) if tells_effect(line)]
    return [Statement(f"{line.quote.strip('。；：: ')}。", (line,)) for line in lines[:1]]


def _counted(row: Row, want: str) -> Statement | None:
    """How many units, or attachments, a field lists; of those that issued it the field itself tells."""
    value = row.values.get(want)
    if value is None or len(value.names) < 2 or want == Want.ISSUER:
        return None
    return Statement(f"共{len(value.names)}{value.unit}：{'；'.join(value.names)}。", value.evidence)


def _labelled(row: Row, said: list[Statement], rows: Sequence[Row], library: Library) -> list[Statement]:
    """The statements of one of several documents as one line of its own."""
    if len(rows) == 1 or not said:
        return said
    text = "".join(one.text for one in said)
    evidence = tuple(item for one in said for item in one.evidence)
    return [Statement(f"{row_label(row, rows, library)}：{text}", evidence)]

"""What the head and foot of documents say: the fields asked for, in words."""

from collections.abc import Mapping, Sequence

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.document_changes import changes_statement, predecessor
from assistant.facts.document_order import order_statement
from assistant.facts.document_rows import FIELD_NAMES, row_label, rows_in_scope
from assistant.facts.evidence import distinct
from assistant.facts.head_lines import MEETING, field_line, head_lines, speaker, tells_effect
from assistant.facts.rows import Row, Value, fitted, weighed
from assistant.reading.ask import Ask, Fold, Want
from corpus.facts import Library
from indexing.index import Index

_CARD = (Want.TITLE, Want.DOC_NUMBER, Want.ISSUER, Want.WRITTEN_ON, Want.PRINTED_ON)
_EFFECTIVE = "effective"
_SAID: Mapping[str, str] = {
    Want.TITLE: "全称为《{}》",
    Want.DOC_NUMBER: "文号为{}",
    Want.ISSUER: "由{}印发",
    Want.WRITTEN_ON: "成文日期为{}",
    Want.PRINTED_ON: "印发日期为{}",
    Want.PERIOD: "期限为{}",
    Want.INTERPRETER: "由{}负责解释",
    Want.COPIED_TO: "抄送：{}",
    Want.ADDRESSEE: "发给：{}",
    Want.REGION: "适用地区为{}",
    Want.VALID: "{}",
    Want.BASED_ON: "依据{}制定",
    Want.REPEALS: "{}",
    Want.AMENDED: "{}",
    Want.ATTACHMENTS: "附件为{}",
}
_TOGETHER = "由{}等{}家联合印发"
_OTHER_DAY: Mapping[str, str] = {Want.WRITTEN_ON: Want.PRINTED_ON, Want.PRINTED_ON: Want.WRITTEN_ON}


def answer_metadata(ask: Ask, index: Index) -> list[Candidate]:
    """The fields asked for of each document in scope."""
    rows = _rows(ask, index.library)
    if not rows:
        return []
    return _of_fields(ask, rows, index)


def field_statement(row: Row, want: str, library: Library) -> Statement | None:
    """A field of a document in words; None where it does not say it. Behind one date the other stands in brackets where
    it differs.
    """
    if given := _given(row, want, library):
        return given
    if want in _OTHER_DAY:
        return _days(row, want) or _line(row, want, library)
    if want == Want.VALID and want not in row.values:
        return Statement("文件未写施行日期和有效期，库内也没有文件写明将其废止。", ())
    if want == Want.PERIOD and Want.VALID in row.values:
        return _in_force(row)
    if want == Want.CHANGES:
        told = changes_statement(row.document, library)
        if told or Want.REPEALS not in row.values:
            return told
        want = Want.REPEALS
    return _read(row, want) or _line(row, want, library)


def _missing_statement(wants: tuple[str, ...]) -> Statement:
    """That fields are not printed."""
    return Statement(f"文件未写{'、'.join(FIELD_NAMES.get(want, want) for want in wants)}。", ())


def _one_day(row: Row, wants: tuple[str, ...]) -> list[str]:
    """The wants without one of the two dates where both are asked for: each is told beside the other; without any where
    the day of an amendment is.
    """
    if Want.AMENDED in wants:
        return [want for want in wants if want not in _OTHER_DAY]
    aside = Want.WRITTEN_ON if Want.PRINTED_ON in row.values else Want.PRINTED_ON
    return [want for want in wants if want != aside or not {Want.WRITTEN_ON, Want.PRINTED_ON} <= set(wants)]


def _rows(ask: Ask, library: Library) -> list[Row]:
    rows = rows_in_scope(ask, library)
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
    order = order_statement(ask, rows, index.library)
    outcome = _silent(ask, statements) or Draft(kind, (*([order] if order else ()), *statements))
    return [Candidate(ask, outcome, features | {"ordered": float(order is not None)}, tuple(row.name for row in rows))]


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
            for want in _one_day(row, wants)
        }
        said = list(dict.fromkeys(one for one in told.values() if one is not None))
        silent = tuple(want for want, one in told.items() if one is None)
        if wants is not _CARD and silent:
            said.append(_missing_statement(silent))
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


def _read(row: Row, want: str) -> Statement | None:
    """A field that was read as one; how many issued a document together is told with them."""
    value = row.values.get(want)
    if value is None:
        return None
    if want == Want.ISSUER and (many := len(value.names)) > 1:
        return Statement(f"{_TOGETHER.format(value.text, many)}。", value.evidence, frozenset({many}))
    return Statement(f"{_SAID[want].format(value.text)}。", value.evidence)


def _given(row: Row, want: str, library: Library) -> Statement | None:
    """Of a report who gave it on which day at which meeting: whichever is asked, all of it."""
    said = row.values.get(Want.ISSUER)
    if said is None or want not in (Want.ISSUER, *_OTHER_DAY) or not speaker(row.document, library):
        return None
    day = row.values.get(Want.WRITTEN_ON)
    told = f"{day.text}由{said.text}作报告{_occasion(day)}" if day else f"由{said.text}作报告"
    return Statement(f"{told}。", distinct((*said.evidence, *(day.evidence if day else ()))))


def _in_force(row: Row) -> Statement:
    """The years of a plan, where it has any, and until when it is in force."""
    told = [(_SAID[want], row.values[want]) for want in (Want.PERIOD, Want.VALID) if want in row.values]
    said = "；".join(words.format(value.text) for words, value in told)
    return Statement(f"{said}。", distinct(item for _, value in told for item in value.evidence))


def _days(row: Row, want: str) -> Statement | None:
    asked, other = row.values.get(want), row.values.get(_OTHER_DAY[want])
    if asked is None:
        said = other and f"文件未写{FIELD_NAMES[want]}，{_SAID[_OTHER_DAY[want]].format(other.text)}"
        return Statement(f"{said}。", other.evidence) if other else None
    said = f"{_SAID[want].format(asked.text)}{_occasion(asked)}"
    if other is None or other.day == asked.day:
        return Statement(f"{said}。", asked.evidence)
    beside = _SAID[_OTHER_DAY[want]].format(other.text)
    return Statement(f"{said}（{beside}）。", distinct((*asked.evidence, *other.evidence)))


def _occasion(day: Value) -> str:
    """The meeting at which a report was given, as printed with its day."""
    printed = next((item.quote.strip("—－- （）()") for item in day.evidence if MEETING.search(item.quote)), "")
    return f"（{printed}）" if printed else ""


def _line(row: Row, want: str, library: Library) -> Statement | None:
    line = field_line(row.document, want, library)
    return Statement(f"文中写明：{line.quote.strip('。 ')}。", (line,)) if line else None

"""What a document says of itself, field by field, in words. Knows no folds."""

from collections.abc import Mapping

from assistant.draft import Statement
from assistant.facts.document_changes import changes_statement
from assistant.facts.document_rows import FIELD_NAMES
from assistant.facts.evidence import distinct
from assistant.facts.head_lines import MEETING, field_line, speaker
from assistant.facts.rows import Row, Value
from assistant.reading.ask import Want
from corpus.facts import Library

__all__ = ["field_statement", "missing_statement", "one_day"]

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
    Want.ATTACHMENTS: "附件为{}",
}
_TOGETHER = "由{}等{}家联合印发"
_OTHER_DAY: Mapping[str, str] = {Want.WRITTEN_ON: Want.PRINTED_ON, Want.PRINTED_ON: Want.WRITTEN_ON}


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


def missing_statement(wants: tuple[str, ...]) -> Statement:
    """That fields are not printed."""
    return Statement(f"文件未写{'、'.join(FIELD_NAMES.get(want, want) for want in wants)}。", ())


def one_day(row: Row, wants: tuple[str, ...]) -> list[str]:
    """The wants without one of the two dates where both are asked for: each is told beside the other."""
    aside = Want.WRITTEN_ON if Want.PRINTED_ON in row.values else Want.PRINTED_ON
    return [want for want in wants if want != aside or not {Want.WRITTEN_ON, Want.PRINTED_ON} <= set(wants)]


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

"""What the head and foot of documents say: 文号, dates, issuer, 抄送, attachments, period, title. Knows no tasks."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import dropwhile
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.addressees import addressees
from assistant.facts.attachments import attachment_statement
from assistant.facts.evidence import target_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from corpus.document import Document
from corpus.facts import Evidence, Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_metadata"]

_ORDER = re.compile(r"先后|排(?:个|一|出)?序|顺序|早晚|最早|最晚|最先|最新|最后")
_EARLIEST, _LATEST = re.compile(r"最早|最先"), re.compile(r"最晚|最新|最后")
_COMPARED = re.compile(r"一样|一致|不同|差异|出入|相符|实际|对应")
_WRITTEN = re.compile(r"成文|落款")
_KNOWN = re.compile(
    r"文号|发文字号|抬头|主送|收文|发给|字号|文件|编号|抄送|抄报|哪些单位|单位|部门|机关|印发|发布|出台|成文|发文|落款|颁布|下发|公布|日期|时间|规划期限|期限|年限|实施|附件|名称|标题|全称"
    r"|全名|题目|先后|排序|顺序|解释权|负责解释|解释|高质量发展|楼宇经济|楼宇|行动|推进|通知|政府|办公室|正式|按|排个?|号|文|几个|几|个|一样|实际|所列|列出|列|正文|吗|由|谁|哪份|哪|联合|份|疑问|找|问|抄|发|印|来|家|截止|最早|最晚|最先"
)
_OTHER_KINDS = re.compile(r"意见|办法|细则|条例|纲要|决定|行动计划")
_LONG_REST = 3
_AND = re.compile(r"以及|[和与及、,]")


def answer_metadata(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """The field that the question asks for, of every document in scope; an order of documents by their dates."""
    library = index.library
    if query.operation is not Operation.METADATA or not _asks_only_that(query, library):
        return None
    documents = [library.document(one) for one in query.documents]
    if len(documents) > 1 and _ORDER.search(query.text):
        return _ordered(query, documents, library)
    fields = _fields(query.text)
    if not fields:
        return None
    told = [(document, _told(fields, query, document, library)) for document in documents]
    statements = [_with_label(document, one, documents, library) for document, said in told for one in said]
    if not statements:
        names = "、".join(document.name for document in documents)
        return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"{names}收录的文本中没有注明这一项。", firm=True)
    missing = [document_label(library, document.id) for document, said in told if not said]
    if missing:
        statements.append(Statement(f"{'、'.join(missing)}：收录的文本未注明。", ()))
    return Draft(AnswerKind.METADATA, tuple(statements))


def _fields(text: str) -> "list[_Field]":
    """What is asked for: the first field that fits, of each member of a list (文号和落款日期)."""
    found = [next((tell for pattern, tell in _FIELDS if pattern.search(part)), None) for part in _AND.split(text)]
    whole = next((tell for pattern, tell in _FIELDS if pattern.search(text)), None)
    several = list(dict.fromkeys(dropwhile(lambda one: one is None, found)))
    listed = [one for one in several if one is not None]
    return listed if len(listed) == len(several) > 1 else [whole] if whole else []


def _told(fields: "Sequence[_Field]", query: Query, document: Document, library: Library) -> list[Statement]:
    """What a document says of these fields; for a period that it does not state, its last goal."""
    said = [field(query, document) for field in fields]
    if _period in fields and not any(said):
        said = [_last_year(document, library)]
    return [one for one in said if one is not None]


def _asks_only_that(query: Query, library: Library) -> bool:
    """Whether nothing but the document itself is asked about.

    蓝皮书什么时候发布 is about something in it; the 文号 of an 实施意见 that a 方案 refers to is not the 方案's own.
    """
    titles = "".join(library.document(one).metadata.title for one in query.documents)
    if any(kind not in titles for kind in _OTHER_KINDS.findall(query.text)):
        return False
    rest = [_without_title(_KNOWN.sub(" ", token), titles) for token in query.topic.split()]
    return all(len(run) < _LONG_REST for token in rest for run in re.findall(r"[^\W\d_]+", token))


def _without_title(token: str, titles: str) -> str:
    """`token` without its pairs of characters that stand in the titles."""
    kept = [
        at
        for at in range(len(token))
        if token[at : at + 2] not in titles and token[max(0, at - 1) : at + 1] not in titles
    ]
    return "".join(token[at] for at in kept)


def _with_label(document: Document, statement: Statement, documents: Sequence[Document], library: Library) -> Statement:
    if len(documents) == 1:
        return statement
    label = document_label(library, document.id)
    named = _evidence(document, "title") if document.metadata.title in label else ()
    return Statement(f"{label}：{statement.text}", (*statement.evidence, *named))


def _evidence(document: Document, *fields: str) -> tuple[Evidence, ...]:
    meta = document.metadata
    return tuple(
        Evidence(quote=meta.quotes[one], place=meta.places[one])
        for one in fields
        if one in meta.quotes and one in meta.places
    )


def _stated(document: Document, field: str, text: str | None) -> Statement | None:
    evidence = _evidence(document, field)
    return Statement(text, evidence) if text and evidence else None


def _number(_: Query, document: Document) -> Statement | None:
    number = document.metadata.doc_number
    return _stated(document, "doc_number", number and f"发文字号为{number}。")


def _copied(_: Query, document: Document) -> Statement | None:
    copied = document.metadata.copied_to
    return _stated(document, "copied_to", copied and f"抄送：{copied}。")


def _issuer(_: Query, document: Document) -> Statement | None:
    issuer = document.metadata.issuer
    return _stated(document, "issuer", issuer and f"由{issuer}印发。")


def _addressees(_: Query, document: Document) -> Statement | None:
    found = addressees(document)
    return Statement(f"发给：{found.quote}。", (found,)) if found else None


def _attachments(query: Query, document: Document) -> Statement | None:
    return attachment_statement(document, compared=bool(_COMPARED.search(query.text)))


def _interpreter(_: Query, document: Document) -> Statement | None:
    interpreter = document.metadata.interpreter
    return _stated(document, "interpreter", interpreter and f"由{interpreter}负责解释。")


def _title(_: Query, document: Document) -> Statement | None:
    return _stated(document, "title", f"全称为《{document.metadata.title}》。")


def _period(_: Query, document: Document) -> Statement | None:
    period = document.metadata.period
    return _stated(document, "period", period and f"期限为{period[0]}年—{period[1]}年。")


def _last_year(document: Document, library: Library) -> Statement | None:
    """For a document that states no period: the last year that its goals are for."""
    goals = [one for one in library.targets([document.id]) if one.year is not None]
    if not goals:
        return None
    last = max(goals, key=lambda one: one.year or 0)
    return Statement(f"未注明期限，量化目标到{last.year}年为止。", target_evidence(last, library))


def _dates(query: Query, document: Document) -> Statement | None:
    """Both dates where they differ, the one asked for first."""
    meta = document.metadata
    named = {"printed_on": ("印发", meta.printed_on), "written_on": ("成文", meta.written_on)}
    order = ["written_on", "printed_on"] if _WRITTEN.search(query.text) else ["printed_on", "written_on"]
    found = [(field, *named[field]) for field in order]
    said = [(field, word, day) for field, word, day in found if day is not None]
    if not said:
        return None
    text = "，".join(f"{word}日期为{_day(day)}" for _, word, day in said)
    evidence = _evidence(document, *(field for field, _, _ in said))
    return Statement(f"{text}。", evidence) if evidence else None


def _ordered(query: Query, documents: Sequence[Document], library: Library) -> Draft:
    """The documents from the earliest to the latest, and first the one that is asked for."""
    dated = [(day, one) for one in documents if (day := one.metadata.printed_on or one.metadata.written_on) is not None]
    dated.sort(key=lambda pair: pair[0])
    words = [f"{document_label(library, one.id)}（{_both(one)}）" for _, one in dated]
    first = (
        f"最早的是{words[0]}。"
        if _EARLIEST.search(query.text)
        else f"最晚的是{words[-1]}。"
        if _LATEST.search(query.text)
        else ""
    )
    rest = [document_label(library, one.id) for one in documents if one not in [other for _, other in dated]]
    undated = f"；{'、'.join(rest)}未注明日期" if rest else ""
    evidence = tuple(item for _, one in dated for item in _evidence(one, "printed_on", "written_on"))
    return Draft(AnswerKind.METADATA, (Statement(f"{first}按时间先后：{'→'.join(words)}{undated}。", evidence),))


def _both(document: Document) -> str:
    meta = document.metadata
    days = {"印发": meta.printed_on, "成文": meta.written_on}
    named = [f"{_day(day)}{word}" for word, day in days.items() if day is not None]
    return "，".join(named)


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


_Field = Callable[[Query, Document], Statement | None]
_FIELDS: tuple[tuple[re.Pattern[str], _Field], ...] = (
    (re.compile(r"文号|字号|编号|几号文|第几号"), _number),
    (re.compile(r"抄送|抄报|抄给"), _copied),
    (re.compile(r"抬头|主送|收文|发给"), _addressees),
    (re.compile(r"附件"), _attachments),
    (re.compile(r"解释"), _interpreter),
    (
        re.compile(r"期限|年限|起止|周期|截止|(?:实施|有效|规划)期|(?:到|至|的?是|管)(?:哪|几|多少)[一几两三]?年"),
        _period,
    ),
    (re.compile(r"日期|时间|什么时候|何时|哪天|哪一天|哪年|哪一年|几月|何年|日子"), _dates),
    (re.compile(r"机关|谁|单位|部门|机构|主体|[几哪]家"), _issuer),
    (re.compile(r"全称|全名|标题|名称|题目|叫什么"), _title),
)
"""In the order in which they are tried: 附件的名称 is no title, 发文时间 is no issuer."""

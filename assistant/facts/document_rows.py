"""Documents as rows: what their head and foot say of them, a column for each field. Knows no folds."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import takewhile

from assistant.facts.evidence import distinct
from assistant.facts.head_lines import speaker
from assistant.facts.rows import Row, Value
from assistant.labels import document_label
from assistant.reading.ask import Ask, Want
from assistant.validity import Relation, RelationKind, Standing, today, validity
from corpus.document import Document, Heading, Paragraph, Reference
from corpus.facts import Evidence, Library
from corpus.folding.dates import day_to_text

FIELD_NAMES: Mapping[str, str] = {
    Want.TITLE: "全称",
    Want.DOC_NUMBER: "文号",
    Want.ISSUER: "发文机关",
    Want.WRITTEN_ON: "成文日期",
    Want.PRINTED_ON: "印发日期",
    Want.PERIOD: "期限",
    Want.ATTACHMENTS: "附件",
    Want.INTERPRETER: "解释单位",
    Want.COPIED_TO: "抄送单位",
    Want.ADDRESSEE: "主送单位",
    Want.REGION: "地区",
    Want.VALID: "效力",
    Want.BASED_ON: "制定依据",
    Want.REPEALS: "废止或者修改了哪些文件",
    Want.SITE: "刊登的网站",
    Want.CHANGES: "上一版文件",
    Want.AMENDED: "修改经过",
}
"""The columns of the relation and what an answer calls them."""

_USUAL = "这份 该份 文件 方案 规划 意见 通知 行动 正式 版本 上面 落款 印章 公文 政府"
"""Words with which people speak of a document as such; they ask for no row in particular."""
_SAID_AS = {RelationKind.REPEALED_BY: "repeals", RelationKind.REVISED_BY: "revises"}
"""How what bears on the force of a document is called in the other that says so."""
_UNIT_MARKS = "、，,；;。"
_HEAD = 24
"""So many blocks into a document the line stands at the latest."""
_FIRST_ARTICLE = re.compile(r"[*#\s]{0,8}第一[条章]")
_AMENDED = re.compile(
    r"(?P<day>\d{4}年\d{1,2}月\d{1,2}日)(?:(?!\d{4}年)[^。；\n]){0,200}?(?P<nth>第[一二三四五六七八九十]{1,3}次)?"
    r"(?P<kind>修正|修订)(?![案草稿办])"
)
"""When a law was amended, as its head tells it: 根据2011年1月8日《关于修改部分行政法规的决定》第一次修订."""
_ADDRESSED = re.compile(
    r"^[^。：:]{1,600}?(?:政府|委|委员会|办|局|厅|处|署|院|校|社|中心|集团|单位|部门|企业|公司|银行|机构|各[省市区县镇乡])"
    r"(?:[（(][^（()）]{1,12}[）)])?\s?[：:](?=$|[你您]|现[将就]|近[年日]|为[了贯进加]|根据|按照)"
)


def document_rows(library: Library) -> Mapping[str, Row]:
    """A row for each document of a library, by its id, as it stands today."""
    return _rows_on(today(), library)


def rows_in_scope(ask: Ask, library: Library) -> list[Row]:
    """The rows of the documents that an ask is about."""
    known = document_rows(library)
    return [known[one] for one in ask.where.documents or known if one in known]


@lru_cache(maxsize=4)
def _rows_on(_day: date, library: Library) -> Mapping[str, Row]:
    """The same all day: terms run out."""
    return {document.id: _row(document, library) for document in library.documents.values()}


def row_label(row: Row, rows: Sequence[Row], library: Library) -> str:
    """How a document is called among several: by its place, or its title where another is of the same place."""
    label = document_label(library, row.document)
    alike = [one for one in rows if document_label(library, one.document) == label]
    return label if len(alike) == 1 else f"《{library.document(row.document).metadata.title}》"


def field_evidence(document: Document, field: str) -> tuple[Evidence, ...]:
    """The words of the head or foot that a field was read from."""
    meta = document.metadata
    if field not in meta.quotes or field not in meta.places:
        return ()
    return (Evidence(quote=meta.quotes[field], place=meta.places[field]),)


def _row(document: Document, library: Library) -> Row:
    meta = document.metadata
    found = {want: value for want in FIELD_NAMES if (value := _value(document, want, library)) is not None}
    own = " ".join((meta.title, *document.regions, *(value.text for value in found.values())))
    return Row(
        document=document.id,
        name=document_label(library, document.id),
        values=found,
        evidence=field_evidence(document, "title"),
        text=own,
        context=f"{_USUAL} {' '.join(FIELD_NAMES.values())}",
        fact=document,
    )


def _value(document: Document, want: str, library: Library) -> Value | None:
    """A field as a typed value; None where the document does not print it."""
    if want == Want.ADDRESSEE:
        line = _addressees(document)
        return _units(line.quote, (line,)) if line else None
    if want == Want.ISSUER and (said := speaker(document.id, library)):
        return Value(said.quote, (said,), names=(said.quote,))
    if want == Want.VALID:
        return _standing(document, library)
    if want in (Want.CHANGES, Want.SITE):
        return None
    if want == Want.REPEALS:
        return _touched(document)
    if want == Want.AMENDED:
        return _amended(document)
    field = getattr(document.metadata, want)
    evidence = field_evidence(document, want)
    if not field or not evidence:
        return None
    return _units(field, evidence) if want in (Want.ISSUER, Want.COPIED_TO) else _typed(field, evidence)


def _standing(document: Document, library: Library) -> Value | None:
    """Whether it is in force; None where nothing is printed of it."""
    found = validity(library, document.id, today())
    if found.standing is Standing.UNSTATED:
        return None
    own = [item for field in ("void", "effective_on", "expires_on") for item in field_evidence(document, field)]
    of_others = [
        item for one in found.relations if one.kind in _SAID_AS for item in _said_of(one, found.reason, library)
    ]
    return Value(found.reason.rstrip("。"), distinct((*of_others, *own)))


def _said_of(relation: Relation, reason: str, library: Library) -> Iterator[Evidence]:
    """The words of another document that bear on this one, and its 文号 where the reason tells it."""
    other = library.document(relation.said_in)
    yield Evidence(quote=relation.quote, place=other.metadata.places[_SAID_AS[relation.kind]])
    if relation.name in reason:
        yield from field_evidence(other, "doc_number")


def _touched(document: Document) -> Value | None:
    """What it repeals, revises or extends; None where it touches no other document."""
    meta = document.metadata
    day = meta.extends_to
    told = {"repeals": "废止{}", "revises": f"将{{}}的有效期延长至{day_to_text(day)}" if day else "修改{}"}
    said = [words.format("、".join(one.name for one in getattr(meta, field))) for field, words in told.items()]
    named = tuple(one.name for one in (*meta.repeals, *meta.revises))
    evidence = distinct(item for field in told for item in field_evidence(document, field))
    text = "；".join(words for words, field in zip(said, told, strict=True) if getattr(meta, field))
    return Value(text, evidence, number=Decimal(len(named)), unit="份", names=named) if named else None


def _amended(document: Document) -> Value | None:
    """The days on which it was amended, as its head tells them; None where that tells none."""
    lines = (block for block in document.blocks[:_HEAD] if isinstance(block, (Heading, Paragraph)))
    head = takewhile(lambda line: not _FIRST_ARTICLE.match(line.text), lines)
    told = [(line, match) for line in head for match in _AMENDED.finditer(line.text)]
    if not told:
        return None
    named = tuple(f"{match['day']}{match['nth'] or ''}{match['kind']}" for _, match in told)
    evidence = tuple(Evidence(quote=match[0], place=line.place) for line, match in told)
    times = f"先后修改{len(named)}次" if len(named) > 1 else "只修改过一次"
    return Value(f"{times}：{'；'.join(named)}", evidence, number=Decimal(len(named)), unit="次", names=named)


def _typed(field: object, evidence: tuple[Evidence, ...]) -> Value:
    match field:
        case date() as day:
            return Value(day_to_text(day), evidence, day=day)
        case (int(first), int(last)):
            return Value(f"{first}年—{last}年", evidence, number=Decimal(last), unit="年")
        case (Reference(), *_) as references:
            named = tuple(one.name for one in references if isinstance(one, Reference))
            return Value("、".join(named), evidence, number=Decimal(len(named)), unit="份", names=named)
        case tuple() as names:
            return Value("；".join(names), evidence, number=Decimal(len(names)), unit="个", names=names)
        case _:
            return Value(str(field), evidence, names=(str(field),))


def _units(text: str, evidence: tuple[Evidence, ...]) -> Value:
    """Several units in one line, apart by marks."""
    marks = str.maketrans(dict.fromkeys(_UNIT_MARKS, "\n"))
    names = tuple(part for part in text.translate(marks).split("\n") if part)
    return Value(text, evidence, unit="家", names=names)


def _addressees(document: Document) -> Evidence | None:
    """The _addressees as printed; None for a document without such a line."""
    head = (block for block in document.blocks[:_HEAD] if isinstance(block, Paragraph))
    found = ((block, _ADDRESSED.search(block.text)) for block in head if not block.place.path)
    return next((Evidence(quote=one.text[: to.end()].rstrip("：: "), place=one.place) for one, to in found if to), None)

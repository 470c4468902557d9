"""What terms mean: defined terms, abbreviations, named sets with their members; and terms that are never explained."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.figures import numeral_value
from assistant.labels import document_label
from assistant.query import Operation, Query
from assistant.sentences import text_to_sentences
from corpus.document import Heading, Paragraph
from corpus.facts import Definition, Evidence, Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_definition", "answer_unexplained"]

_ASKS_MEANING = re.compile(r"定义|口径|含义|界定|是指|指的?是?什么|意思")
_RATIO = re.compile(r"^(.{2,40}?)占(.{2,40}?)的?(?:百分比|比例|比重|份额)$")
_FRACTION = re.compile(r"分子|分母")
_SET = re.compile(r"^[一二三四五六七八九十两\d]{1,2}(?![年月日])")
_QUOTED = re.compile(r"[“\"][^”\"]{1,30}[”\"]")
_NUMERAL = re.compile(r"[一二三四五六七八九十两]")
_ASKS_MEMBERS = re.compile(r"解释|哪[几两三四五六七八九十]|是什么|指什么|具体")
_MOST = 4
_SHORT = 2
_SHORTEST_END = 3


def answer_definition(query: Query, index: "Index") -> Draft | None:
    """The meaning of the terms that the question names, in every document in scope that defines them."""
    library = index.library
    if query.operation is not Operation.DEFINITION and not (
        query.operation is Operation.COMPARE and _ASKS_MEANING.search(query.text)
    ):
        return None
    found = [
        (document, one) for document in query.documents for one in _named(query, library.facts[document].definitions)
    ]
    if not found or (query.operation is Operation.COMPARE and len(found) < 1):
        return None
    several = len({document for document, _ in found}) > 1 or query.operation is Operation.COMPARE
    statements = [
        _statement(one, query, document_label(library, document) if several else "") for document, one in found
    ]
    if query.operation is Operation.COMPARE:
        statements += _silent(
            [one for one in query.documents if one not in {document for document, _ in found}], library
        )
    return Draft(AnswerKind.COMPARISON if several else AnswerKind.FACT, tuple(statements[:_MOST]))


def answer_unexplained(query: Query, index: "Index") -> Draft | None:
    """Says that a named set (四链融合) is used but never explained, and where."""
    library = index.library
    if query.operation is not Operation.DEFINITION or not _ASKS_MEMBERS.search(query.text):
        return None
    for term in filter(_SET.match, query.quoted):
        places = [item for document in query.documents for item in _occurrences(term, document, library)]
        explained = [item for item in places if _explains(item.quote, term)][:1] or _explained_parts(query, library)
        if explained:
            return Draft(AnswerKind.FACT, tuple(Statement(item.quote, (item,)) for item in explained[:_MOST]))
        if places:
            label = document_label(library, places[0].place.document_id)
            text = f"没有解释。{label}的文件只提到“{term}”，未说明具体所指。"
            return Draft(AnswerKind.FACT, (Statement(text, tuple(places[:2])),))
    return None


def _explained_parts(query: Query, library: Library) -> list[Evidence]:
    """The sentences that explain the smaller sets of a term (一核集聚、五城联动); where the question asks for one of
    them (中的五城是哪五个), that one.
    """
    beside = "，".join(_QUOTED.split(query.text))
    return _explanations(beside, query, library) or _explanations("，".join(query.quoted), query, library)


def _explanations(text: str, query: Query, library: Library) -> list[Evidence]:
    starts = [one.start() for one in _NUMERAL.finditer(text)]
    words = dict.fromkeys(text[start : start + size] for start in starts for size in (_SHORT + 1, _SHORT))
    found = [
        item
        for word in words
        for document in query.documents
        for item in _occurrences(word, document, library)
        if _explains(item.quote, word)
    ]
    return list(dict.fromkeys(found))


def _explains(sentence: str, term: str) -> bool:
    """Whether a sentence says what a term means: behind it (“五城”即…, “三名”（…）, “一证”改革，将…) or before it
    (简称“三率”; 改厨、改厕、改客房、整理院落“三改一整”).
    """
    word = f'[“"]?{re.escape(term)}[”"]?'
    at_once = r"即|是指|指的是|分别[为是]|包括|[(（][^()（）]{2,60}[)）]"
    behind = rf"(?:{at_once}|(?:改革|模式|制度|机制|做法)?[，,](?:即|将|把|由|让|使))"
    return bool(re.search(rf"{word}{behind}|简称为?{word}", sentence)) or _is_enumerated(term, sentence)


def _is_enumerated(term: str, sentence: str) -> bool:
    """Whether as many things as its numerals count stand right before a term in quotation marks."""
    before = re.search(rf"([^，。；：“”]{{3,120}})[“\"]{re.escape(term)}[”\"]", sentence)
    counted = sum(map(numeral_value, _NUMERAL.findall(term)))
    return before is not None and counted > 1 and len(before[1].split("、")) == counted


def _named(query: Query, definitions: Sequence[Definition]) -> list[Definition]:
    """The definitions whose terms stand in the question, the longest where one holds another, in its order."""
    text = compact(query.text).lower()
    terms = {one: _key(one.term) for one in definitions}
    named = [one for one, term in terms.items() if len(term) > 1 and term in text] or _shortened(query, terms)
    inner = [one for one in named if any(terms[one] != terms[other] and terms[one] in terms[other] for other in named)]
    meant = [one for one in named if one not in inner and (len(terms[one]) > _SHORT or _stands_alone(terms[one], text))]
    return sorted(meant, key=lambda one: text.find(terms[one]))


def _shortened(query: Query, terms: Mapping[Definition, str]) -> list[Definition]:
    """The only definition whose term ends in what the question asks about (纳税率 for 属地纳税率)."""
    words = [word for word in query.topic.lower().split() if len(word) >= _SHORTEST_END]
    ending = [one for one, term in terms.items() if any(term.endswith(word) for word in words)]
    return ending if len(ending) == 1 else []


def _stands_alone(term: str, text: str) -> bool:
    """Whether a short, everyday term (楼宇) is itself what the question asks about."""
    asked = r"(?:是指|指|的?(?:定义|含义|口径)|是?(?:什么|怎么|如何)|一词|这个)"
    return bool(re.search(rf"[“\"]?{re.escape(term)}[”\"]?{asked}", text))


def _key(term: str) -> str:
    return compact(term).strip('“”"').removesuffix("是").lower()


def _statement(one: Definition, query: Query, label: str) -> Statement:
    head = f"{label}：" if label else ""
    term = one.term.removesuffix("是") if len(one.term) > 2 else one.term
    ratio = _RATIO.match(one.meaning)
    if one.members:
        text = f"“{term}”指：{'；'.join(one.members)}。"
    elif ratio and _FRACTION.search(query.text):
        text = f"“{term}”指{one.meaning}，即分子为{ratio[1]}，分母为{ratio[2]}。"
    else:
        text = f"“{term}”指{one.meaning}。"
    return Statement(head + text, (Evidence(quote=one.quote, place=one.place),))


def _silent(documents: Sequence[str], library: Library) -> list[Statement]:
    if not documents:
        return []
    labels = "、".join(document_label(library, one) for one in documents)
    return [Statement(f"{labels}：未作说明。", ())]


def _occurrences(term: str, document: str, library: Library) -> Iterator[Evidence]:
    """The sentences in which a term stands."""
    for block in library.document(document).blocks:
        if isinstance(block, Heading | Paragraph) and term in block.text:
            for sentence in text_to_sentences(block.text):
                if term in sentence:
                    yield Evidence(quote=sentence, place=block.place)

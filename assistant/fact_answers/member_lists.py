"""Whether a unit is a member of a group whose members a document lists, or is named there at all. Knows no tasks."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.facts.task_words import file_words
from assistant.query import Query
from assistant.sentences import document_to_sentences
from corpus.document import Document
from corpus.facts import Evidence
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_whether_member"]

_ASKED = re.compile(
    r"(?:有没有(?:提到|包括)?|有无|是否(?:有|包括|提到)|包不包括|含不含|提没提到?)([一-鿿]{2,12}?(?:局|委|办公室|委员会|部|厅|中心|公司|集团|银行))"
    r"(?:吗|呢)?[?？。]?$"
)
_MEMBERS = re.compile(r"^\W{0,4}(?:组员|成员(?:单位)?)[:：]")
_OF_MEMBERS = re.compile(r"成员|组员|名单")


def answer_whether_member(query: Query, index: "Index") -> Draft | None:
    """Yes or no from the only list of members of the one document asked; no where the unit stands nowhere in it."""
    asked = _ASKED.search(query.text)
    if asked is None or len(query.documents) != 1:
        return None
    unit, document = asked[1], index.library.document(query.documents[0])
    file = file_words(document.id, index.library)
    if unit.lstrip("国省市区县") not in compact(document.text):
        return Draft(AnswerKind.YES_NO, (Statement(f"没有。{file}没有提到{unit}。", ()),))
    lists = _member_lists(document) if _OF_MEMBERS.search(query.text) else []
    if len(lists) != 1:
        return None
    held = unit in compact(lists[0].quote)
    text = f"有。{file}列出的成员中有{unit}。" if held else f"没有。{file}列出的成员中没有{unit}。"
    return Draft(AnswerKind.YES_NO, (Statement(text, (lists[0],)),))


def _member_lists(document: Document) -> list[Evidence]:
    return [sentence for sentence in document_to_sentences(document) if _MEMBERS.match(sentence.quote)]

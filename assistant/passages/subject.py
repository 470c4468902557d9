"""What a document is about as a whole, and whether a question speaks of it at all. Knows no passages and no scores."""

import re
from collections.abc import Iterable

from assistant.passages.terms import Rarity, fold, pairs
from corpus.document import Document

__all__ = ["speaks_of_subject", "subject_of"]

_REFERENCE = re.compile(r"文件|方案|规划|政策|计划|清单|附件|条款|正文|指标|通知|意见|办法")


def subject_of(document: Document, rarity: Rarity) -> str:
    """The pair of characters of the title that the corpus uses most (楼宇); empty where it uses none."""
    known = sorted(pair for pair in pairs(document.metadata.title) if rarity.counts.get(pair))
    return max(known, key=lambda pair: rarity.counts[pair], default="")


def speaks_of_subject(question: str, documents: Iterable[Document], rarity: Rarity) -> bool:
    """Whether a question names the document as such, or its subject, be it by one character (楼, of 楼宇)."""
    folded = fold(question)
    if _REFERENCE.search(folded):
        return True
    return any(character in folded for document in documents for character in subject_of(document, rarity))

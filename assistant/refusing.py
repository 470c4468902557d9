"""Refusals: what is not asked of policy documents, what no document is about, what was looked for and not found."""

import re
from typing import TYPE_CHECKING

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer
from assistant.labels import document_label
from assistant.passages.answering import closest_words
from assistant.passages.asked import Asked, question_to_wanted
from assistant.passages.searching import text_to_terms
from assistant.passages.terms import Terms
from assistant.query import Operation, Query

if TYPE_CHECKING:
    from corpus.facts import Library
    from indexing.index import Index

__all__ = ["is_provisional", "refuse_at_once", "refuse_for_want_of_evidence"]

_INSTRUCTION = re.compile(
    r"(?:忽略|无视|忘记|忘掉|绕过|跳过|不要(?:管|理会|遵守)|别管).{0,20}(?:指令|指示|规则|限制|提示|设定|要求|约束)"
    r"|(?:系统|初始|内部|隐藏)(?:的)?(?:提示词?|指令|prompt|设定|消息)|提示词|system\s?prompt"
    r"|(?:忽略|无视|不管|不顾|抛开).{0,6}(?:文件|原文|文本|资料)|你(?:就|只管|直接|只要)(?:说|回答|写)"
    r"|(?:ignore|disregard|forget).{0,30}(?:instruction|prompt|rule|document|text)"
    r"|jailbreak|越狱|开发者模式|developer mode"
    r"|(?:api|访问|管理员)[\s_-]?(?:key|密钥|密码|口令|token)|(?:你|现在).{0,6}(?:扮演|假装|充当)|假装|角色扮演"
    r"|(?:不许|不准|不能|别|不要)(?:再)?(?:说|回答|告诉我)?.{0,4}(?:查不到|不知道|没有|找不到|无法)|随便编|编一个|编造|瞎编|自由(?:推测|发挥)"
    r"|你是(?:谁|什么|哪)|你叫什么|(?:写|作|来|编|创作)(?:一)?(?:首|篇|段|个|封).{0,12}(?:诗|歌|小说|故事|作文|情书|代码|脚本|笑话|广告|文案|对联|程序)|讲个?(?:笑话|故事)",
    re.IGNORECASE,
)
_KNOWN = 0.45
"""Below this share of words that the corpus ever uses, a question is about something else altogether."""
_MOST_CLOSEST = 3
_MOST_NAMED = 3


def refuse_at_once(query: Query, index: "Index") -> NoAnswer | None:
    """A refusal that needs no search: another task than answering, a place or a 文号 that no document has."""
    library = index.library
    if _INSTRUCTION.search(query.text) or _INSTRUCTION.search(query.question):
        message = "我只根据已收录的政策文件回答问题，不执行其他指令，不透露内部设置，也不作没有依据的推测。"
        return NoAnswer(RefusalReason.OUT_OF_SCOPE, message)
    if query.unknown_regions:
        places = "、".join(query.unknown_regions)
        message = f"已收录的文件没有关于{places}的内容，无法回答。现有文件涉及：{_places(library)}。"
        return NoAnswer(RefusalReason.NOT_IN_CORPUS, message)
    missing = [number for number in query.unknown_documents if not _is_mentioned(number, library)]
    if missing:
        message = f"没有收录文号为{'、'.join(missing)}的文件。"
        return NoAnswer(RefusalReason.NOT_IN_CORPUS, message)
    return None


def is_provisional(refused: NoAnswer, query: Query) -> bool:
    """Whether prose may still answer: nothing exact was found, and no number, sum or time was asked for."""
    exact = (Asked.AMOUNT, Asked.MONEY, Asked.TERM, Asked.WHEN, Asked.HOW_OFTEN, Asked.NAME)
    silent = refused.reason is RefusalReason.NOT_IN_CORPUS
    return silent and not query.unknown_regions and not question_to_wanted(query.text).asks(*exact)


def refuse_for_want_of_evidence(query: Query, index: "Index") -> NoAnswer:
    """The refusal behind all answerers: what was searched, and the words that come closest."""
    library = index.library
    terms = text_to_terms(query.text, query, index)
    linked = (
        query.operation is Operation.COMPARE or query.documents_named or query.indicators or query.units or query.scopes
    )
    if not linked and _known(terms, library) < _KNOWN:
        message = "这个问题与已收录的政策文件无关，无法回答。"
        return NoAnswer(RefusalReason.OUT_OF_SCOPE, message)
    message = f"在{_searched(query, library)}中没有找到能回答这个问题的内容。"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, closest=closest_words(query, index, _MOST_CLOSEST))


def _searched(query: Query, library: "Library") -> str:
    """The documents that were searched: by name, or how many where that would be a long list."""
    count = len(query.documents)
    if count <= _MOST_NAMED:
        return "、".join(library.document(document_id).name for document_id in query.documents)
    return f"全部{count}份文件" if count == len(library.documents) else f"所问的{count}份文件"


def _known(terms: Terms, library: "Library") -> float:
    """The share of a question that some document uses at all."""
    return terms.share(frozenset().union(*(terms.held(document.text) for document in library.documents.values())))


def _places(library: "Library") -> str:
    return "、".join(document_label(library, document_id) for document_id in library.documents)


def _is_mentioned(number: str, library: "Library") -> bool:
    """Whether some document quotes this 文号, though it is not its own."""
    return any(number in "".join(document.text.split()) for document in library.documents.values())

"""What can be asked at all: which documents the library holds, of which places. Knows nothing of their contents."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.labels import document_label
from assistant.query import Query
from corpus.document import Document
from corpus.facts import Evidence

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_holdings"]

_ASIDE = re.compile(r"^那么?|请问|请|麻烦|帮我|给我|告诉我|我想知道|一下|具体|到底|[\s，,。、？?！!]|[吗呢啊呀]$")
_WHERE = (
    r"(?:你们?|您|我们?|系统|资料库|知识库|文件库|库|助手|这里面?|这个|本|中|里面?|内|上"
    r"|目前|现在|当前|已经?|一共|总共|共|都){0,6}"
)
_HOLDS = r"(?:有|收录|包括|包含|收集|导入|覆盖|涉及|掌握|知道|是|来自|属于|关于)了?(?:些)?"
_WHICH = r"(?:哪些?|哪几|几|多少|什么|啥)(?:个|份|篇|些|座)?"
_FILES = r"(?:政策)?(?:文件|文档|资料|材料)"
_PLACES = r"(?:城市|地区|地方|地市|区县|省份)(?:的(?:政策)?(?:文件|文档|资料|材料|政策|方案)?)?"
_THESE = rf"(?:(?:这|那)(?:些|几份|\d+份)|所有|全部|各份?|收录的){{0,4}}{_FILES}(?:中|里)?(?:分别|各自|都|一共)?"
_QUESTIONS = re.compile(
    rf"{_WHERE}{_HOLDS}{_WHICH}(?:{_FILES}|{_PLACES})"
    rf"|{_THESE}{_HOLDS}{_WHICH}{_PLACES}"
    rf"|{_WHERE}(?:能够?|可以|会)(?:回答|解答|查询?|问|做)你?{_WHICH}(?:问题|内容|事情?|东西|{_FILES})?"
    rf"|(?:列出|显示|查看|看看)?(?:所有|全部|收录的){{0,4}}{_FILES}(?:清单|列表|目录)"
    rf"|(?:列出|显示|查看)(?:所有|全部)的?{_FILES}"
)


def answer_holdings(query: Query, index: "Index") -> Draft | None:
    """Every document by its title and number, where nothing else is asked.

    Where one of them is talked about already, 涉及哪些地区 is about that one, and 有哪些文件 is not.
    """
    asked = _ASIDE.sub("", query.question)
    if not _QUESTIONS.fullmatch(asked) or (query.documents_named and not re.search(_FILES, asked)):
        return None
    library = index.library
    places = "、".join(dict.fromkeys(document_label(library, one) for one in library.documents))
    head = f"收录了{len(library.documents)}份文件，关于{places}："
    listed = map(_named, library.documents.values())
    return Draft(AnswerKind.LIST, (Statement(head, ()), *listed))


def _named(document: Document) -> Statement:
    meta = document.metadata
    fields = [field for field in ("title", "doc_number") if field in meta.quotes and field in meta.places]
    evidence = tuple(Evidence(quote=meta.quotes[field], place=meta.places[field]) for field in fields)
    return Statement(f"{document.name}。", evidence)

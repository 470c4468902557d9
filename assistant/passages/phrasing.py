"""The words around what is quoted: counts of what is listed, what is left unsaid. Decides nothing about evidence."""

import re

from assistant.draft import Statement
from assistant.passages.asked import Asked
from assistant.passages.choosing import Chosen
from assistant.passages.searching import Found
from assistant.passages.trimming import as_statement, trimmed
from assistant.sentences import sentence_to_clauses, text_to_items

__all__ = ["chosen_to_statements", "item_to_words"]

_COUNTING = re.compile(r"(?<!哪)几(?:个|项|类|种|条)|多少(?:个|项|类|种|条)|一共|共有|总共")
_LIST_HEAD = re.compile(r"^.{0,12}?(?:包括|包含|分为|即|从|由)(?=[^，。]{2})")
_LIST_TAIL = re.compile(r"等[一-鿿\d]{0,8}[，,。；;]*$")
_FEWEST_ITEMS = 3


def chosen_to_statements(chosen: Chosen, found: Found, label: str = "") -> list[Statement]:
    """The statements of a part of the question; `label` names the document before the first."""
    statements = []
    for position, item in enumerate(chosen.items):
        words = item_to_words(trimmed(item.candidate.text, found), found)
        name = f"{item.candidate.row_name}：" if item.candidate.row_name else ""
        statements.append(Statement(("" if position else label) + name + words, (item.candidate.evidence,)))
    return statements


def item_to_words(words: str, found: Found) -> str:
    """Verbatim words as a sentence; before them how many things they list, where that is asked, or that what is asked
    for (a frequency) is only said vaguely.
    """
    if Asked.HOW_OFTEN in found.wanted.vague(words):
        return f"没有明确具体频次，只提到：{as_statement(words)}"
    items = _listed(words) if found.wanted.asks(Asked.LIST) and _COUNTING.search(found.text) else []
    return f"共{len(items)}项：{'、'.join(items)}。" if len(items) >= _FEWEST_ITEMS else as_statement(words)


def _listed(words: str) -> list[str]:
    """The things that the longest enumeration lists; none where nothing marks it as a whole list (从…等方面)."""
    clauses = sentence_to_clauses(words, "，,；;。")
    longest = max(clauses, key=lambda clause: clause.count("、"), default="")
    if not (_LIST_HEAD.search(longest) or _LIST_TAIL.search(longest)):
        return []
    return text_to_items(_LIST_TAIL.sub("", _LIST_HEAD.sub("", longest)))

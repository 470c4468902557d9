"""Whether what was found supports an answer. Thresholds and words only; knows no documents by name."""

import re
from collections.abc import Iterable, Sequence

from assistant.passages.choosing import Chosen
from assistant.passages.searching import Found
from assistant.passages.terms import Rarity, fold, is_category, word_list
from assistant.understanding.topic import everyday_words

__all__ = ["absent_words", "focus_words", "is_supported"]

_SCORE = 0.6
"""The score (`Scored.score`) that a best sentence must reach where the question names its document, …"""
_SCORE_ANYWHERE = 0.85
"""… and where all documents are searched: something always shares a word with anything."""
_BEFORE = re.compile(
    r"([一-鿿]{2,8})(?:是|有|为|要|给|能|可以|会|收|的|大概|具体|又|应|各|分别|都|现在|目前){0,4}(?:多少|几|多大|多高|怎么(?:规定|收|算|申请)|叫什么|有?(?:什么|哪些)(?:规定|要求))"
)
_BEHIND = re.compile(r"(?:多少|几(?![个项家幢座栋条类名次年成场]))(?:[个项家幢座栋条类名次年成万亿元钱平方米场人]{0,4})([一-鿿]{2,6})")


def is_supported(found: Found, chosen: Chosen, *, anywhere: bool) -> bool:
    """Whether the best sentence holds enough of the question, and what is shown the thing it asks for.

    `anywhere` says that no document was named.
    """
    if found.wanted.lacking(chosen.text):
        return False
    return found.ranked[0].score >= (_SCORE_ANYWHERE if anywhere else _SCORE)


def focus_words(question: str, rarity: Rarity) -> set[str]:
    """The words that a number, a sum or a rule is asked for: 租金 of 租金是多少, 奖补 of 多少奖补资金.

    Words for a kind of thing (标准, 门槛) and everyday words that stand for official ones are left out.
    """
    folded = fold(question)
    before = {words[-1] for found in _BEFORE.findall(folded) if (words := word_list(found, rarity))}
    behind = {words[0] for found in _BEHIND.findall(folded) if (words := word_list(found, rarity))}
    everyday = [word for word, _ in everyday_words()]
    return {
        word
        for word in before | behind
        if len(word) > 1 and not is_category(word) and not any(known in word or word in known for known in everyday)
    }


def absent_words(words: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Those of `words` of which the texts hold at most half of the pairs of characters."""
    folded = [fold(text) for text in texts]
    return {word for word in words if _held(word, folded) <= len(word) // 2 - 1}


def _held(word: str, texts: Sequence[str]) -> int:
    return sum(any(word[at : at + 2] in text for text in texts) for at in range(len(word) - 1))

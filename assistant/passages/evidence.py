"""Whether what was found supports an answer. Thresholds and words only; knows no documents by name."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from assistant.passages.asked import Asked
from assistant.passages.candidates import Scored
from assistant.passages.choosing import Chosen
from assistant.passages.searching import Found
from assistant.passages.terms import Rarity, fold, is_asking, is_category, word_list
from assistant.passages.trimming import trimmed
from assistant.reading.words import everyday_words
from indexing.chunks import years_of
from indexing.words import is_word

__all__ = ["absent_words", "focus_words", "is_of_unknown_year", "is_supported"]

_SCORE = 0.8
"""The score (`Scored.score`) that a best sentence must reach where the question names its document, …"""
_SCORE_SURE = 0.65
"""… where words and meaning agree on its passage, …"""
_SCORE_ANYWHERE = 1.35
"""… and where all documents are searched: something always shares a word with anything."""
_TOUCHED = 0.04
"""The share of the question that the best sentence and its surroundings must hold where the question does not speak of
the documents' subject: something is always nearest in meaning.
"""
_FEW_WORDS = 0.3
"""What shares less than this with the question …"""
_FAR = 1.45
"""… must be nearer in meaning than so many spreads of the corpus. With the default model answers that share few words
were at most 1.35 away, and what is nearest to a question that is not answered at least 1.6.
"""
_FAR_FROM_VALUE = 0.85
"""The same where an exact value is asked for: a sentence about something else has numbers too."""
_EXACT = (Asked.AMOUNT, Asked.MONEY, Asked.TERM, Asked.WHEN, Asked.NAME, Asked.ROLE)
_TOUCHED_BY_VALUE = 0.15
"""The same where an exact value is asked for: a number that is near in meaning only is a number of something else."""
_BEFORE = re.compile(
    r"(?=[一-鿿]{2,25}?(?:多少|怎么|什么|哪些|标准|额度|金额|比例|价格|费用))([一-鿿]{2,10})(?:是|有|为|要|给|能|会|收|的|大概|具体|又|应|各|分别|都|现在|目前){0,4}"
    r"(?:多少(?:钱|元|万元|亿元)?(?=[？?，,。]|$)|多少(?:钱|元|万元|亿元)|怎么(?:规定|收|算|申请)|叫什么|有?(?:什么|哪些)(?:规定|要求)"
    r"|(?=[？?]?$)(?<=标准|额度|金额|比例|价格|费用))"
)
_ADVERBS = re.compile(
    r"各(?=是|为|有)|分别|最多|最少|至少|应?该|大概|大约|现在|目前|一共|总共|平均|加起来|合起来|一次性"
)
_UNIT = re.compile(r"毫秒|秒钟|分钟|小时|公里|千米|厘米|毫米|公斤|千克|公顷|平米|[千兆]瓦|万千瓦|百分点|个月|工作日")
"""A document may print another sign for them (ms, km)."""
_GRANTS = re.compile(r"([一-鿿]{2,5})(?:补贴|补助|津贴|资助|奖金|奖励|收费|费用)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEHIND = re.compile(r"多少(?:[个项家幢座栋条类名次年成万亿元钱平方米场人]{0,4})[A-Za-z0-9]{0,6}([一-鿿]{2,6})")


def is_supported(found: Found, chosen: Chosen, *, anywhere: bool, on_subject: bool) -> bool:
    """Whether the best sentence is near enough to the question, and what is shown the thing it asks for.

    `anywhere` says that no document was named, `on_subject` that the question speaks of what the documents are about.
    """
    best = found.ranked[0]
    if found.wanted.lacking(_near_best(chosen, found)) or _is_of_another_year(found, chosen.text):
        return False
    if found.terms.share(best.nearby) < _least_touched(found, on_subject=on_subject) or _is_far(best, found):
        return False
    if found.surest and best.candidate.passage == found.surest and not anywhere:
        return best.score >= _SCORE_SURE
    return best.score >= (_SCORE_ANYWHERE if anywhere else _SCORE)


def _near_best(chosen: Chosen, found: Found) -> str:
    """What is shown of the best sentence and of those that stand with it: the number of another rule is no answer."""
    best = found.ranked[0]
    beside = [item for item in chosen.items if item == best or item.candidate.stands_with(best.candidate)]
    return "".join(trimmed(item.candidate.text, found) for item in beside) if best in beside else chosen.text


def _is_far(best: Scored, found: Found) -> bool:
    """Whether neither words nor meaning bring a sentence near to the question."""
    far = _FAR_FROM_VALUE if found.wanted.asks(*_EXACT) else _FAR
    return found.terms.share(best.nearby) < _FEW_WORDS and best.candidate.distance > far


def _least_touched(found: Found, *, on_subject: bool) -> float:
    if found.wanted.asks(*_EXACT):
        return _TOUCHED_BY_VALUE
    return 0.0 if on_subject else _TOUCHED


def is_of_unknown_year(question: str, texts: Iterable[str]) -> bool:
    """Whether a year is named and no text knows of it, by itself or inside a span of years (2016年-2020年)."""
    asked = set(years_of(fold(question)))
    return bool(asked) and all(asked.isdisjoint(_years(text)) for text in texts)


@lru_cache(maxsize=256)
def _years(text: str) -> frozenset[int]:
    return frozenset(years_of(text))


def _is_of_another_year(found: Found, shown: str) -> bool:
    """Whether a number is asked for a year and what is shown names other years only."""
    asked, told = set(_YEAR.findall(fold(found.text))), set(_YEAR.findall(fold(shown)))
    return (
        found.wanted.asks(Asked.AMOUNT, Asked.TERM, Asked.WHEN, Asked.MONEY)
        and bool(asked and told)
        and not asked & told
    )


def focus_words(question: str, rarity: Rarity) -> set[str]:
    """The words that a number, a sum or a rule is asked for: 租金 of 租金是多少, 奖补 of 多少奖补资金.

    So is what a grant is for: 农机 of 农机补贴. Words for a kind of thing (标准, 门槛) and everyday words that stand
    for official ones are left out.
    """
    folded = _ADVERBS.sub("", fold(question))
    before = [_telling(found, rarity)[-1:] for found in _BEFORE.findall(folded)]
    behind = [_telling(found, rarity)[:1] for found in _BEHIND.findall(folded)]
    named = {word for word in chain.from_iterable((*before, *behind)) if is_word(word) and not word.endswith("给")}
    return {word for word in named if not _UNIT.fullmatch(word)} | _qualifiers(folded, rarity)


def _qualifiers(question: str, rarity: Rarity) -> set[str]:
    """The words of the language that stand right before a word for a grant or a charge."""
    runs = _GRANTS.findall(question)
    return {word for run in runs for word in _telling(run, rarity)[-1:] if run.endswith(word) and is_word(word)}


def absent_words(words: Iterable[str], texts: Iterable[str]) -> set[str]:
    """Those of `words` of which the texts hold at most half of the pairs of characters."""
    folded = [fold(text) for text in texts]
    return {word for word in words if _held(word, folded) * 2 <= len(word) - 1}


def _held(word: str, texts: Sequence[str]) -> int:
    return sum(any(word[at : at + 2] in text for text in texts) for at in range(len(word) - 1))


def _telling(run: str, rarity: Rarity) -> list[str]:
    """The words of a run that can be the matter of a question."""
    return [
        word for word in word_list(run, rarity) if not is_category(word) and not is_asking(word) and not _everyday(word)
    ]


def _everyday(word: str) -> bool:
    return any(known in word or word in known for known, _ in everyday_words())

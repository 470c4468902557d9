"""Whether a question names an indicator of its own, so that it leaves the one asked for before behind."""

import re
from functools import lru_cache

from assistant.reading.ask import Subject
from assistant.reading.carried import Last
from assistant.reading.leaning import Leaning, subject_words
from assistant.reading.words import fold, pairs, terms_of
from corpus.facts import Library

_HELD = 0.65
"""So much of the question's own words the indicators that it names must hold."""
_NAMED = 0.45
"""So much of its name, or its head (the 楼宇 of 亿元税收楼宇), a question must say of an indicator: 新增 names none."""
_ASIDE = re.compile(r"[(（].*$")
_HEAD = 2


def of_its_own(now: Leaning, last: Last) -> Last:
    """The last turn as it is behind a question: without its words where the question names an indicator itself."""
    return last.wordless() if _was_of_figures(last, now.library) and _names_indicator(now, last) else last


def _was_of_figures(last: Last, library: Library) -> bool:
    """Whether an indicator was asked for before, as a target, a row of a table or a column of places."""
    rows = {_ASIDE.sub("", row) for row in last.turn.rows}
    known = {*_indicators(last.scope, library), *(one.scope for one in library.targets(last.scope) if one.scope)}
    as_row = last.turn.ask.subject is Subject.RECORDS and bool(rows & known)
    return last.turn.chosen and (as_row or last.turn.ask.subject is Subject.TARGETS)


def _names_indicator(now: Leaning, last: Last) -> bool:
    words = subject_words(now.reading)
    own, said = terms_of(words, now.library), pairs(words)
    names = _indicators(last.scope, now.library) if own.items else {}
    named = [has for name, has in names.items() if _is_named(name, said, now.library)]
    return bool(named) and own.coverage(frozenset().union(*named)) >= _HELD


def _is_named(name: str, said: frozenset[str], library: Library) -> bool:
    return fold(name)[-_HEAD:] in said or terms_of(name, library).coverage(said) >= _NAMED


@lru_cache(maxsize=32)
def _indicators(documents: tuple[str, ...], library: Library) -> dict[str, frozenset[str]]:
    """The indicators of documents, with the pairs of characters of each."""
    names = dict.fromkeys(_ASIDE.sub("", target.indicator) for target in library.targets(documents))
    return {name: pairs(name) for name in names}

"""Where a text says what a claim says but for a word: turned by the one before it (不计入, 计入), or with another in
its place (县级以上, 省级以上). Judges nothing.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.reading.words import Term, pairs

_NEGATED = re.compile(r"(?:没有|[没无非未不])(?:[在是属予再能得可]|应当?)?$")
"""What turns the word behind it."""
_LEVELS = frozenset("国省市县区乡镇村")
"""Words of one character: 代表省人民政府."""
_BEFORE, _PAIR = 4, 2
_BETWEEN = r"([^,，。;；:：]{1,9}?)"
"""What may stand in a text where a claim has another word."""


def are_opposed(terms: Iterable[Term], one: str, other: str) -> bool:
    """Whether one of two folded texts turns a word that both say, and the other nowhere does (不优先, 优先)."""
    signs = ((_signs(term.forms[0], one), _signs(term.forms[0], other)) for term in terms)
    return any(left and right and left.isdisjoint(right) for left, right in signs)


def replaced(claim: str, text: str, missing: Iterable[Term]) -> Iterator[tuple[str, str]]:
    """The words of a folded claim, among them one of those `missing` in a text, in whose place between the same words
    the text has others, with these.
    """
    forms = [term.forms[0] for term in missing]
    for start, end in _unsaid(claim, text):
        run = claim[start:end]
        behind = claim[end : end + _PAIR]
        if any(map(str.isdigit, run + behind[:1])):
            continue
        for at in range(start, end):
            before = claim[max(0, at - (_PAIR if at == start else 1)) : at]
            word = claim[at:end]
            told = at > start or run in _LEVELS or any(one in before + run + behind for one in forms)
            if before and len(behind) == _PAIR and told:
                size = len(word) if at > start else 0
                for match in re.finditer(re.escape(before) + _BETWEEN + re.escape(behind), text):
                    if size in {0, len(match[1])} and match[1] != word:
                        yield word, match[1]


def _signs(word: str, text: str) -> frozenset[bool]:
    """Whether what stands before a word, wherever it stands, turns it."""
    places = (match.start() for match in re.finditer(re.escape(word), text))
    return frozenset(bool(_NEGATED.search(text[max(0, at - _BEFORE) : at])) for at in places)


def _unsaid(claim: str, text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a claim of which a text says no two neighbouring characters."""
    said = pairs(text)
    held = [False] * len(claim)
    for at in range(len(claim) - 1):
        if claim[at : at + _PAIR] in said:
            held[at] = held[at + 1] = True
    stretch = re.finditer("0+", "".join("1" if one else "0" for one in held))
    yield from ((match.start(), match.end()) for match in stretch)

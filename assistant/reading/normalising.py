"""A question as typed, checked and brought to one form, traditional characters among them. Knows no documents."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from corpus.errors import BadQuestion
from corpus.facts import Library
from corpus.quoting import squeeze
from corpus.simplified import simplified

LIMIT = 500
"""Characters of the longest question that is taken."""

Stretch = tuple[int, int]
"""Of a text, [start, end)."""

_ADDED, _SUM = re.compile(r"加(?=([一-鿿]{2}))"), re.compile(r"\+([一-鿿]{2})")
_WORDY = re.compile(r"\w")
_DASHES = str.maketrans(dict.fromkeys("–—―－−‐‑~〜～", "-"))
_QUOTES = str.maketrans({"「": "“", "」": "”", "『": "“", "』": "”"})
_UPPER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}


class _Found(Protocol):
    """What stands somewhere in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def question_to_text(question: str) -> str:
    """`question` in NFKC with white space kept only between Latin words.

    Raises BadQuestion for an empty or overlong question and for one with control characters.
    """
    if len(question) > LIMIT:
        raise BadQuestion(f"问题有{len(question)}个字，超过了{LIMIT}字的上限。", "请把问题缩短，一次只问一件事。")
    if any(unicodedata.category(character) in {"Cc", "Cs"} and not character.isspace() for character in question):
        raise BadQuestion("问题里有无法识别的控制字符。", "请重新输入问题。")
    visible = "".join(character for character in question if unicodedata.category(character) not in {"Cf", "Co", "Cn"})
    text = squeeze(unicodedata.normalize("NFKC", visible).translate(_QUOTES))
    if not _WORDY.search(text):
        raise BadQuestion("没有收到问题。", "请输入想了解的内容，例如“2025年入驻率目标是多少？”。")
    return text


def name_to_key(name: str) -> str:
    """The key of a printed name."""
    return to_key(squeeze(unicodedata.normalize("NFKC", name)))


def to_key(text: str) -> str:
    """The form in which names are compared, character by character as long as `text`: one dash, lower case Latin."""
    return text.translate(_DASHES).translate(_UPPER)


def stretches(found: Iterable[_Found]) -> list[Stretch]:
    """Where things were found."""
    return [(one.start, one.end) for one in found]


def blanked(text: str, spans: Iterable[Stretch]) -> str:
    """`text`, as long as it was, with spaces where the spans are."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def as_printed(text: str, library: Library) -> str:
    """`text` with traditional characters that stand in no document replaced by their simplified ones, and 加 by the +
    that the documents print there (人工智能加科学).
    """
    printed, sums = _characters(library), _sums(library)
    text = _ADDED.sub(lambda found: "+" if found[1] in sums else found[0], text)
    return "".join(_simplified(one, printed) if one not in printed else one for one in text)


@lru_cache(maxsize=4)
def _sums(library: Library) -> frozenset[str]:
    """The two characters behind a + that stand behind no 加."""
    texts = [name_to_key(document.text) for document in library.documents.values()]
    added = {one for text in texts for one in _ADDED.findall(text)}
    return frozenset(one for text in texts for one in _SUM.findall(text)) - added


@lru_cache(maxsize=4)
def _characters(library: Library) -> frozenset[str]:
    return frozenset().union(*(document.text for document in library.documents.values()))


def _simplified(character: str, printed: frozenset[str]) -> str:
    """Its simplified form where the documents print that, else itself."""
    simple = simplified(character)
    return simple if simple in printed else character

"""Cutting Chinese text into tokens for finding: jieba words with the corpus's own dictionary, characters and pairs.

The one module that knows jieba. Its cache file (unmarshalled, in a shared temporary folder) is never read nor written.
"""

import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import distribution
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.facts import Library
from corpus.simplified import simplified

if TYPE_CHECKING:
    import jieba

_DOC_NUMBER = re.compile(r"([\u4e00-\u9fff]{2,12})[〔\[(【]\s?((?:19|20)\d\d)\s?[〕\])】]\s?(?:第\s?)?(\d{1,4})\s?号")
_LONGEST_PIECE = 1000
_PIECE = re.compile(rf"[^。；，、\s]{{0,{_LONGEST_PIECE - 1}}}[\s\S]")
_LONGEST_ISSUER = 4
_RUN = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+|[\u3400-\u9fff\uf900-\ufaff]+")
_WORD = re.compile(r"[0-9a-z\u3400-\u9fff\uf900-\ufaff]")
_ENTRY = re.compile(r"[0-9A-Za-z\u3400-\u9fff·.%-]{2,20}")
_EMPTY = """
的 了 和 与 及 或 在 是 有 为 对 等 将 把 被 也 都 就 而 之 其 该 吗 呢 吧 啊 呀 么 嘛 请问 请 什么 哪些 哪个 哪 怎么
怎样 如何 多少 几 几个 是否 是不是 有没有 一下 告诉 我 你 它 他 们
"""
_EMPTY_WORDS = frozenset(_EMPTY.split())
_EMPTY_CHARACTERS = frozenset("的了吗呢吧啊呀么嘛")


def normalised(text: str) -> str:
    """Half-width, lower case, simplified, compatibility forms folded: the form in which text and questions meet."""
    return simplified(unicodedata.normalize("NFKC", text).lower())


def characters(text: str) -> list[str]:
    """Every Chinese character and every pair of neighbours, and whole numbers and Latin words.

    >>> characters("税收超5亿元")
    ['税', '收', '超', '税收', '收超', '5', '亿', '元', '亿元']
    """
    return list(chain.from_iterable(_run_to_grams(run) for run in _RUN.findall(normalised(text))))


def doc_numbers(text: str) -> list[str]:
    """Each 文号 of a normalised text as one token, whatever its brackets, spaces and zeros.

    Where 代字 begins cannot be seen (根据国办发〔2023〕15号), so every ending of 2 to 4 characters is a token.

    >>> doc_numbers("国办发[2023] 015号")
    ['办发〔2023〕15号', '国办发〔2023〕15号']
    """
    return [
        f"{issuer[-size:]}〔{year}〕{int(number)}号"
        for issuer, year, number in _DOC_NUMBER.findall(text)
        for size in range(2, min(len(issuer), _LONGEST_ISSUER) + 1)
    ]


def library_to_dictionary(library: Library) -> tuple[str, ...]:
    """The words that a corpus brings along: regions, units, indicators, defined terms; sorted, so always the same."""
    return tuple(sorted({word for word in _named(library) if _ENTRY.fullmatch(word)}))


@cache
def segmenter() -> str:
    """What identifies the way words are cut: jieba's version and a digest of its dictionary. Loads neither."""
    distributed = distribution("jieba")
    dictionary = Path(str(distributed.locate_file("jieba/dict.txt"))).read_bytes()
    return f"jieba {distributed.version}@{sha256(dictionary).hexdigest()[:16]}"


def is_word(text: str) -> bool:
    """Whether `text` is an ordinary word of the language (of jieba's own dictionary)."""
    return _base_dictionary()[0].get(text, 0) > 0


class Words:
    """A segmenter with a dictionary of its own on top of jieba's. Safe to use from several threads."""

    def __init__(self, dictionary: Iterable[str] = ()) -> None:
        self.dictionary = tuple(sorted(set(dictionary)))
        self._lock = threading.Lock()
        self._jieba: jieba.Tokenizer | None = None

    def __call__(self, text: str) -> list[str]:
        """Tokens for finding: words, the words inside long words, a 文号 as one token; no marks, no empty words."""
        plain = normalised(text)
        cut = self._tokenizer().cut_for_search
        found = (token for piece in _pieces(plain) for token in cut(piece) if _WORD.search(token))
        return [token for token in found if token not in _EMPTY_WORDS] + doc_numbers(plain)

    def borders(self, text: str) -> list[int]:
        """Offsets in `text` at which a word ends, ascending; the last is len(text)."""
        ends, at = [], 0
        for word in (word for piece in _pieces(text) for word in self._tokenizer().cut(piece)):
            at += len(word)
            ends.append(at)
        return ends

    def _tokenizer(self) -> "jieba.Tokenizer":
        with self._lock:
            if self._jieba is None:
                self._jieba = _with_words(self.dictionary)
            return self._jieba


def _pieces(text: str) -> list[str]:
    """`text` in pieces that end with a mark or, where none comes, anywhere: jieba takes quadratic time for characters
    that make no words.
    """
    return _PIECE.findall(text) if len(text) > _LONGEST_PIECE else [text]


def _with_words(dictionary: Iterable[str]) -> "jieba.Tokenizer":
    import jieba

    tokenizer = jieba.Tokenizer()
    frequencies, total = _base_dictionary()
    # What initialize() would do, without its cache file.
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dict(frequencies), total, True
    for word in dictionary:
        tokenizer.add_word(normalised(word))
        # How a text is cut then depends on the words that stand in it, not on how many there are.
        tokenizer.total = total
    return tokenizer


@cache
def _base_dictionary() -> tuple[dict[str, int], int]:
    import jieba

    frequencies, total = jieba.Tokenizer.gen_pfdict(jieba.Tokenizer().get_dict_file())
    return frequencies, total


def _run_to_grams(run: str) -> Iterator[str]:
    if run[0].isascii():
        yield run
        return
    yield from (character for character in run if character not in _EMPTY_CHARACTERS)
    yield from (first + second for first, second in pairwise(run))


def _named(library: Library) -> Iterator[str]:
    for document in library.documents.values():
        yield from document.source.regions
        yield from filter(None, (document.metadata.region, document.metadata.issuer))
    for facts in library.facts.values():
        for unit in facts.units:
            yield from (unit.name, *unit.aliases)
        for task in facts.tasks:
            yield from (*task.lead_units, *task.responsible_units)
        yield from (target.indicator for target in facts.targets)
        yield from (definition.term for definition in facts.definitions)

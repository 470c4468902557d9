"""How alike two short Chinese texts are, by their characters. Numbers between 0 and 1, nothing learnt."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeVar

from corpus.quoting import compact

Key = TypeVar("Key")


def likeness(left: str, right: str) -> float:
    """Dice over characters: 1 for equal texts and for the same characters in another order."""
    first, second = Counter(_letters(left)), Counter(_letters(right))
    size = first.total() + second.total()
    return 2 * (first & second).total() / size if size else 0.0


def coverage(part: str, whole: str) -> float:
    """The share of `part`'s character pairs that stand in `whole`."""
    pairs, all_pairs = _pairs(part), set(_pairs(whole))
    return sum(pair in all_pairs for pair in pairs) / len(pairs) if pairs else 0.0


def is_subsequence(short: str, long: str) -> bool:
    """Whether `short` is `long` with characters left out (区建管委 of 区建设管理委)."""
    rest = iter(long)
    return all(character in rest for character in short)


def _letters(text: str) -> str:
    return "".join(character for character in compact(text) if character.isalnum())


def _pairs(text: str) -> list[str]:
    letters = _letters(text)
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


class Likenesses:
    """`likeness` to many texts at once: only those that share a character are looked at."""

    def __init__(self, texts: Sequence[str]) -> None:
        letters = [_counted(_letters(text)) for text in texts]
        self._sizes = [len(one) for one in letters]
        self._having = _having(letters)

    def to(self, text: str) -> dict[int, float]:
        """By the number of a text, how alike it is; texts without a common character are left out."""
        own = _counted(_letters(text))
        shared = Counter(at for letter in own for at in self._having.get(letter, ()))
        return {at: 2 * count / (len(own) + self._sizes[at]) for at, count in shared.items()}


class Coverages:
    """`coverage` of a text by many texts at once: only those that share a pair of characters are looked at."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._having = _having([list(dict.fromkeys(_pairs(text))) for text in texts])

    def of(self, part: str) -> dict[int, float]:
        """By the number of a text, the share of `part`'s pairs that stand in it; texts without any are left out."""
        pairs = _pairs(part)
        shared = Counter(at for pair in pairs for at in self._having.get(pair, ()))
        return {at: count / len(pairs) for at, count in shared.items()}


def _counted(letters: str) -> list[tuple[str, int]]:
    """Each character with how often it stood before, so that common ones count as often as both texts have them."""
    seen: Counter[str] = Counter()
    counted = []
    for letter in letters:
        counted.append((letter, seen[letter]))
        seen[letter] += 1
    return counted


def _having(texts: Sequence[Sequence[Key]]) -> dict[Key, list[int]]:
    """By what a text is made of, the numbers of the texts that have it."""
    having: defaultdict[Key, list[int]] = defaultdict(list)
    for at, keys in enumerate(texts):
        for key in keys:
            having[key].append(at)
    return having

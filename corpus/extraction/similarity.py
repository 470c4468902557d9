"""How alike two short Chinese texts are, by their characters. Numbers between 0 and 1, nothing learnt."""

from collections import Counter

from corpus.quoting import compact

__all__ = ["coverage", "is_subsequence", "likeness"]


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

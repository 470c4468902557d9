"""Deciding by evidence: names that speak for one kind or another, by weights that `python -m eval.fit` learns.

Knows neither tables nor sentences. The weights are data: a file of this package for each question decided.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from corpus.folding.characters import fold

Weights: TypeAlias = Mapping[str, Mapping[str, float]]
"""By kind how much each name speaks for it; names that are in none speak for none."""
_YEAR = re.compile(r"20\d\d年?度?")


@cache
def kept_weights(name: str) -> Weights:
    """The fitted weights in a file of this package."""
    found: Weights = json.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    return found


def likeliest(evidence: Sequence[str], weights: Weights) -> str:
    """The kind that the evidence speaks for most."""
    return max(weights, key=lambda kind: sum(weights[kind].get(name, 0.0) for name in evidence))


def around(words: str, year: int | None) -> str:
    """Words with years as they lie: ＋ behind the year given, ＝ that year, － before it; 年 where none is given.

    >>> around("2024年基数，2026年目标", 2025)
    '－基数，＋目标'
    """

    def lies(match: re.Match[str]) -> str:
        own = int(match[0][:4])
        return "年" if not year else "＋" if own > year else "＝" if own == year else "－"

    return _YEAR.sub(lies, fold(words))


def grams(words: str, lengths: Sequence[int]) -> Iterator[str]:
    """The runs of characters of words, the two ends marked.

    >>> list(grams("目标", (2,)))
    ['^目', '目标', '标$']
    """
    return runs(f"^{words}$", lengths)


def runs(words: str, lengths: Sequence[int]) -> Iterator[str]:
    """The runs of so many characters of words, the shorter first."""
    for length in lengths:
        yield from (words[at : at + length] for at in range(len(words) - length + 1))


def earliest_year(words: str) -> int | None:
    """The first of the years that words name, in time; None where they name none."""
    return min((int(year[:4]) for year in _YEAR.findall(fold(words))), default=None)

"""What kind of answer the words of a question let expect: the way it is found, what it holds, that there is none.

Expected answer types (Li and Roth, "Learning Question Classifiers", COLING 2002) as a logistic regression over the runs
of characters of a question. Nobody wrote the types down: they are the ways of the candidates that were right, and what
these held. `eval/fitting/answer_type.py` fits and writes the weights.
"""

import io
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from assistant.prose.offers import families_in, forms_in
from corpus.folding.characters import fold

ANSWER_TYPES = "answer_type.npz"
"""The file of fitted weights, beside this module."""
NOTHING = "none"
"""The way of questions that no document answers."""
TYPE, HOLDS = "type", "type.holds"
"""The features that tell how much a candidate is of the type expected, by its way and by what it holds."""
_LENGTHS = (1, 2, 3, 4)
_FOLLOWING = "T:"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_BETWEEN = re.compile(r"[\s，。？?！!、：:；;“”\"（）()]+")
_LONG = (25, 60, 150)
"""From how many characters on it is longer."""
_LEAST, _LITTLE = 1e-4, 1e-3
_MOST = 127
"""The greatest whole number of 8 bits."""

Numbers = NDArray[np.float64]


def grams_of(question: str, follows: bool) -> frozenset[str]:
    """The runs of characters of a question, all numbers alike; behind other turns each a second time, as such."""
    words = f"^{_BETWEEN.sub('|', _NUMBER.sub('0', fold(question)))}$"
    found = {words[at : at + size] for size in _LENGTHS for at in range(len(words) - size + 1)}
    return frozenset(found | {_FOLLOWING + one for one in found} if follows else found)


@lru_cache(maxsize=8192)
def traits_of(text: str) -> frozenset[str]:
    """What an answer holds: units of measure, things of the forms that are asked for, how long it is."""
    long = sum(len(text) >= least for least in _LONG)
    return frozenset({f"long {long}", *(f"measures {one}" for one in families_in(text)), *forms_in(text)})


@dataclass(frozen=True, slots=True, eq=False)
class AnswerTypes:
    """The fitted weights."""

    grams: Mapping[str, int]
    """The runs of characters that tell something, by their row."""
    ways: tuple[str, ...]
    """The ways of right answers (subject and fold), and NOTHING."""
    traits: tuple[str, ...]
    table: Numbers
    """(grams, ways and traits) how much a run speaks for each, …"""
    bias: Numbers
    """… and what they are without any."""

    def expected(self, question: str, follows: bool) -> "Expected":
        """What a question lets expect; `follows` where it stands behind other turns."""
        rows = sorted(self.grams[one] for one in grams_of(question, follows) if one in self.grams)
        odds = self.table[rows].sum(axis=0) / math.sqrt(max(1, len(rows))) + self.bias
        ways, traits = np.split(odds, [len(self.ways)])
        shares = np.exp(ways - ways.max())
        chances = np.clip(1 / (1 + np.exp(-traits)), _LITTLE, 1 - _LITTLE)
        return Expected(
            dict(zip(self.ways, (shares / shares.sum()).tolist(), strict=True)),
            dict(zip(self.traits, chances.tolist(), strict=True)),
        )


@dataclass(frozen=True, slots=True)
class Expected:
    """The chance of each way that an answer is found, which make 1 together, and of each thing it may hold."""

    ways: Mapping[str, float]
    traits: Mapping[str, float]

    def features(self, answers: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
        """Of each candidate (way, text) of the question how much it is of the type expected, as logarithms of chances.

        type           by its way, …
        type.behind    … less the best of all
        type.kind      by the subject of its way alone, …
        type.fold      … and by its fold
        type.nothing   that nothing answers
        type.holds     by what it holds and does not hold, …
        type.holds.behind  … less the best of all
        """
        likely = self._likely()
        told = [(one, math.log(chance), math.log(1 - chance)) for one, chance in self.traits.items()]
        each = [{**_of_way(way, likely), HOLDS: _holds(text, told)} for way, text in answers]
        best = {name: max(one[name] for one in each) for name in (TYPE, HOLDS)} if each else {}
        nothing = {f"{TYPE}.nothing": _log(self.ways.get(NOTHING, 0.0))}
        return [
            {**one, **nothing, **{f"{name}.behind": one[name] - most for name, most in best.items()}} for one in each
        ]

    def _likely(self) -> dict[str, float]:
        """The chance of each way of an answer, of each subject (its name) and of each fold (behind a blank)."""
        likely = dict[str, float]()
        for way, share in self.ways.items():
            if way != NOTHING:
                kind, _, fold_ = way.partition(" ")
                for name in (way, kind, f" {fold_}"):
                    likely[name] = likely.get(name, 0.0) + share
        return likely


def _holds(text: str, told: Iterable[tuple[str, float, float]]) -> float:
    """The logarithm of the chance of what a text holds and does not hold, by those of each (with it, without it)."""
    held = traits_of(text)
    return math.fsum(with_it if one in held else without for one, with_it, without in told)


def _of_way(way: str, likely: Mapping[str, float]) -> dict[str, float]:
    kind, _, fold_ = way.partition(" ")
    names = {TYPE: way, f"{TYPE}.kind": kind, f"{TYPE}.fold": f" {fold_}"}
    return {feature: _log(likely.get(name, 0.0)) for feature, name in names.items()}


def _log(chance: float) -> float:
    return math.log(chance + _LEAST)


def answer_types_to_bytes(types: AnswerTypes) -> bytes:
    """The weights as `answer_types_from_bytes` reads them: as whole numbers of 8 bits, no pickles."""
    buffer = io.BytesIO()
    scale = np.abs(types.table).max(axis=0, initial=0.0) / _MOST + _LITTLE * _LITTLE
    np.savez_compressed(
        buffer,
        allow_pickle=False,
        grams=np.array([*types.grams]),
        ways=np.array(types.ways),
        traits=np.array(types.traits),
        table=np.round(types.table / scale).astype(np.int8),
        scale=scale,
        bias=types.bias,
    )
    return buffer.getvalue()


def answer_types_from_bytes(data: bytes) -> AnswerTypes:
    """The weights again; raises ValueError or KeyError where it is none."""
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        return AnswerTypes(
            grams={str(gram): at for at, gram in enumerate(kept["grams"])},
            ways=tuple(map(str, kept["ways"])),
            traits=tuple(map(str, kept["traits"])),
            table=kept["table"] * kept["scale"],
            bias=kept["bias"],
        )


@cache
def answer_types() -> AnswerTypes:
    """The shipped weights."""
    return answer_types_from_bytes(files(__package__).joinpath(ANSWER_TYPES).read_bytes())

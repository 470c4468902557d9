"""How near an answer comes to its question in meaning: word pieces matched softly, as learnt from answered questions.

Words that no rule knows for the same (打钱 and 拨付, 拍板 and 决定) lie near one another here. A kernel-pooled match
(K-NRM: Xiong et al., "End-to-End Neural Ad-hoc Ranking with Kernel Pooling", SIGIR 2017) over static vectors of the
pieces of multilingual-e5-small, turned by two fitted matrices: one for words that ask, one for words that answer.
`eval/fitting/closeness.py` fits and writes them; nothing is embedded when a question is answered.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.pieces import Pieces, Told, numbered

CLOSE = "close"
"""The feature that tells how near a candidate comes; names of those that tell how it stands among others begin so."""
CLOSENESS = "closeness.npz"
"""The file of the shipped match, beside this module."""
ASKED_PIECES, TOLD_PIECES = 30, 70
"""So many pieces of a question and of an answer are looked at."""
CENTRES = (1.0, 0.85, 0.65, 0.45, 0.25, 0.0)
WIDTHS = (0.02, 0.1, 0.1, 0.1, 0.1, 0.15)
"""The kernels: how near pieces are counted as alike, and how sharply."""
ALIKE = 0.95
"""The nearest that two different pieces come."""
_TABLES = ("asking", "telling", "weight", "wanting", "offering")
_MOST = 127
"""The greatest whole number of 8 bits."""
_ALONE, _LAST = 3.0, 9
_LITTLE = 1e-3

_PARTS = {f"{CLOSE}.held": 0, f"{CLOSE}.passed": 1, f"{CLOSE}.farthest": 2, f"{CLOSE}.offered": -4}
"""What of the evidence of a pair is told beside its score, and where it stands in `_evidence`."""

_KEPT = 8192
"""So many texts are kept cut."""

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Closeness:
    """The fitted match. Row 0 of each array stands for every piece that is not known."""

    pieces: Mapping[str, int]
    asking: Numbers
    """(pieces, width) vectors of length 1 of the pieces of a question, …"""
    telling: Numbers
    """… and of an answer."""
    weight: Numbers
    """(pieces, 2) how much a piece counts in a question and in an answer, 0 to 1."""
    wanting: Numbers
    """(pieces, narrow) what a piece of a question wants, …"""
    offering: Numbers
    """… what a piece of an answer offers, …"""
    kinds: Mapping[str, Numbers]
    """… and what a kind of answer does (its subject and fold): (narrow,)."""
    hidden: tuple[Numbers, Numbers]
    """Weights (evidence, hidden) and bias (hidden,) over the evidence of a pair, …"""
    out: tuple[Numbers, float]
    """… and those of the score."""

    def scores(self, question: str, answers: Sequence[tuple[str, str]]) -> list[float]:
        """How near each answer (kind, text) comes to the question, the nearer the higher; 0 is even odds."""
        if not answers:
            return []
        kinds, texts = zip(*answers, strict=True)
        return self.near(question, self.told(texts), kinds)

    def near(self, question: str, told: Told, kinds: Sequence[str]) -> list[float]:
        """The same for texts that were cut before."""
        return self._scored(self._evidence(question, told, kinds))

    def features(self, question: str, answers: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
        """Of each answer what tells it from the others: what `closeness_features` says of its score, and its parts.

        close.held       the share of the question that its words come near to
        close.passed     how much of the question they come not near to, …
        close.farthest   … and the piece of it that they are farthest from
        close.offered    how much it offers of what the question wants
        """
        if not answers:
            return []
        kinds, texts = zip(*answers, strict=True)
        evidence = self._evidence(question, self.told(texts), kinds)
        parts = evidence[:, [*_PARTS.values()]].tolist()
        each = zip(closeness_features(self._scored(evidence)), parts, strict=True)
        return [{**own, **dict(zip(_PARTS, held, strict=True))} for own, held in each]

    def _scored(self, evidence: Numbers) -> list[float]:
        inner = np.maximum(evidence @ self.hidden[0] + self.hidden[1], 0)
        return [float(one) for one in inner @ self.out[0] + self.out[1]]

    def told(self, texts: Iterable[str]) -> Told:
        """Texts cut into pieces, to be matched with any question."""
        return Told.of([_numbered(text, TOLD_PIECES, self) for text in texts])

    def _evidence(self, question: str, told: Told, kinds: Sequence[str]) -> Numbers:
        """(answers, evidence): what tells how near each answer comes: how near its nearest piece comes to each piece of
        the question, how many pieces come how near both ways, whether what is wanted is offered, lengths.
        """
        asked = _numbered(question, ASKED_PIECES, self)
        known, told_known = np.maximum(asked, 0), np.maximum(told.pieces, 0)
        near = np.minimum(self.asking[known] @ self.telling[told_known].T, ALIKE)
        near[asked[:, None] == told.pieces] = 1.0
        asks, tells = self.weight[known, 0], self.weight[told_known, 1][told.at]
        weight_asked, weight_told = asks.sum() + _LITTLE, np.add.reduceat(tells, told.starts) + _LITTLE
        nearest = np.maximum.reduceat(_of_each(near, told), told.starts, axis=1)
        far = asks[:, None] * (1 - nearest.clip(0, 1))
        wanted = asks @ self.wanting[known] / weight_asked
        offers = self.offering[told_known].take(told.at, axis=0) * tells[:, None]
        offered = np.add.reduceat(offers, told.starts) / weight_told[:, None]
        nothing = np.zeros_like(wanted)
        ways = np.array([self.kinds.get(kind, nothing) for kind in kinds])
        counts = [np.exp(-0.5 * ((near - centre) / width) ** 2) for centre, width in zip(CENTRES, WIDTHS, strict=True)]
        both = [(np.add.reduceat(_of_each(one, told), told.starts, axis=1), one.sum(axis=0)) for one in counts]
        parts = [
            asks @ nearest / weight_asked,
            far.sum(axis=0) / 4,
            far.max(axis=0, initial=0.0),
            *(asks @ np.log1p(4 * one) / weight_asked for one, _ in both),
            *(np.add.reduceat(np.log1p(4 * one)[told.at] * tells, told.starts) / weight_told for _, one in both),
            offered @ wanted,
            ways @ wanted,
            np.log1p(np.diff(told.starts, append=len(told.at))) / 3,
            np.full(len(told.starts), np.log1p(len(asked)) / 3),
        ]
        return np.stack(parts, axis=1).astype(np.float32)


def _of_each(known: Numbers, told: Told) -> Numbers:
    """(asked, pieces) of all pieces what is known (asked, distinct) of the distinct ones: that none lies outside is not
    looked at, which would cost twice the time.
    """
    return known.take(told.at, axis=1, mode="wrap")


@lru_cache(maxsize=_KEPT)
def _numbered(text: str, most: int, match: Closeness) -> Pieces:
    """The first pieces of a text; the windows of documents are matched with every question."""
    return numbered(text, match.pieces, most)


def closeness_features(scores: Sequence[float]) -> list[dict[str, float]]:
    """Of each candidate of a question, by the scores of all, what tells it from the others.

    close         its score
    close.behind  less the best
    close.ahead   less the best of the others
    close.share   its chance among all
    close.place   how many are nearer, at most nine
    """
    if not scores:
        return []
    each = np.array(scores)
    shares = np.exp(each - each.max(initial=0.0))
    places = np.argsort(np.argsort(-each, kind="stable"))
    best, second = (max(scores), sorted(scores)[-2]) if len(scores) > 1 else (scores[0], scores[0] - _ALONE)
    standing = zip(scores, (shares / shares.sum()).tolist(), np.minimum(_LAST, places).tolist(), strict=True)
    return [
        {
            CLOSE: score,
            f"{CLOSE}.behind": score - best,
            f"{CLOSE}.ahead": score - (second if score == best else best),
            f"{CLOSE}.share": share,
            f"{CLOSE}.place": float(place),
        }
        for score, share, place in standing
    ]


def closeness_to_bytes(match: Closeness) -> bytes:
    """A match as `closeness_from_bytes` reads it: vectors as whole numbers of 8 bits, no pickles."""
    buffer = io.BytesIO()
    names, kinds = zip(*match.kinds.items(), strict=True)
    np.savez_compressed(
        buffer,
        allow_pickle=False,
        pieces=np.array([*match.pieces]),
        names=np.array(names),
        kinds=np.array(kinds),
        hidden=match.hidden[0],
        hidden_bias=match.hidden[1],
        out=np.append(match.out[0], np.float32(match.out[1])),
        **dict(_packed(match)),
    )
    return buffer.getvalue()


def closeness_from_bytes(data: bytes) -> Closeness:
    """The match again; raises ValueError or KeyError where it is none."""
    with np.load(io.BytesIO(data), allow_pickle=False) as kept:
        tables = {table: kept[table].astype(np.float32) * kept[f"{table}.scale"] for table in _TABLES}
        return Closeness(
            pieces={str(piece): at for at, piece in enumerate(kept["pieces"], 1)},
            **tables,
            kinds=dict(zip(map(str, kept["names"]), kept["kinds"], strict=True)),
            hidden=(kept["hidden"], kept["hidden_bias"]),
            out=(kept["out"][:-1], float(kept["out"][-1])),
        )


def _packed(match: Closeness) -> Iterator[tuple[str, NDArray[Any]]]:
    for name in _TABLES:
        table = getattr(match, name)
        scale = np.abs(table).max() / _MOST
        yield name, np.round(table / scale).astype(np.int8)
        yield f"{name}.scale", np.array(scale, dtype=np.float32)


@cache
def closeness() -> Closeness:
    """The shipped match."""
    return closeness_from_bytes(files(__package__).joinpath(CLOSENESS).read_bytes())

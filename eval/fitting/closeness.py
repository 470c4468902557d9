"""Fitting how near an answer comes to its question in meaning (assistant/closeness.py): the one module that trains.

Knows questions with right and wrong candidates, and what the pieces of the default embedding model mean by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from assistant.closeness import (
    ALIKE,
    ASKED_PIECES,
    CENTRES,
    TOLD_PIECES,
    WIDTHS,
    Closeness,
)
from assistant.pieces import pieces_of
from eval.fitting.examples import Question, folded
from indexing.model import chinese_pieces

_WIDTH, _NARROW, _HIDDEN = 48, 24, 24
_DROPPED = 0.3
_ROUNDS, _BATCH, _RATE, _DECAY = 3, 12, 3e-3, 0.02
"""Taken over two rounds, vectors twice as wide and one matrix for both sides by leaving four libraries out."""
_EACH = 0.3
"""How much telling each right candidate counts beside putting a right one first."""
_SEED = 1

Numbers: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A question with its candidates in numbers: of pieces, of kinds; and which are right, 0 or 1."""

    asked: Numbers
    told: tuple[Numbers, ...]
    kinds: tuple[int, ...]
    right: Tensor


class _Vocabulary:
    """Numbers of pieces and of kinds. Pieces that mean nothing by themselves (names in Latin letters, rare characters)
    are told apart, and no more.
    """

    def __init__(self) -> None:
        pieces, vectors = chinese_pieces()
        self.known = {piece: at for at, piece in enumerate(pieces, 1)}
        self.numbers = dict(self.known)
        self.kinds: dict[str, int] = {}
        spread = (vectors - vectors.mean(axis=0)) / vectors.std()
        self.vectors = torch.from_numpy(np.vstack([np.zeros_like(spread[:1]), spread]))

    def lesson(self, question: Question) -> _Lesson:
        """A question in numbers."""
        return _Lesson(
            self._cut(question.asked, ASKED_PIECES),
            tuple(self._cut(one.said, TOLD_PIECES) for one in question.examples),
            tuple(self.kinds.setdefault(one.name, len(self.kinds)) for one in question.examples),
            torch.tensor([float(one.right) for one in question.examples]),
        )

    def _cut(self, text: str, most: int) -> Numbers:
        cut = pieces_of(text, self.known, most)
        return np.array([self.numbers.setdefault(one, len(self.numbers) + 1) for one in cut], dtype=np.int64)


class _Match(nn.Module):  # type: ignore[misc]
    """What assistant/closeness.py evaluates, as layers."""

    def __init__(self, vectors: Tensor, kinds: int) -> None:
        super().__init__()
        self.vectors = vectors
        size = vectors.shape[1]
        self.asking, self.telling = nn.Linear(size, _WIDTH, bias=False), nn.Linear(size, _WIDTH, bias=False)
        nn.init.orthogonal_(self.asking.weight)
        self.telling.load_state_dict(self.asking.state_dict())
        self.wanting, self.offering = nn.Linear(size, _NARROW, bias=False), nn.Linear(size, _NARROW, bias=False)
        self.weight = nn.Linear(size, 2)
        nn.init.zeros_(self.weight.weight)
        self.kinds = nn.Embedding(kinds, _NARROW)
        for one in (self.wanting, self.offering, self.kinds):
            nn.init.normal_(one.weight, std=0.05)
        self.spread = nn.BatchNorm1d(7 + 2 * len(CENTRES))
        self.hidden, self.out = nn.Linear(7 + 2 * len(CENTRES), _HIDDEN), nn.Linear(_HIDDEN, 1)
        self.drop = nn.Dropout(_DROPPED)

    def table(self, numbers: Tensor) -> dict[str, Tensor]:
        """Of each piece what it asks, tells, wants, offers and weighs."""
        own = self.vectors[numbers.clamp(max=len(self.vectors) - 1) * (numbers < len(self.vectors))]
        kept = self.drop(own)
        return {
            "asking": functional.normalize(self.asking(kept), dim=-1),
            "telling": functional.normalize(self.telling(kept), dim=-1),
            "wanting": self.wanting(kept),
            "offering": self.offering(kept),
            "weight": torch.sigmoid(self.weight(own)),
        }

    def forward(self, asked: Tensor, told: Tensor, kinds: Tensor) -> Tensor:
        """The scores of pairs: pieces (pairs, asked) and (pairs, told), 0 behind the last, and kinds (pairs,)."""
        every, at = torch.unique(torch.cat([asked.flatten(), told.flatten()]), return_inverse=True)
        table, (of, by) = self.table(every), at.split([asked.numel(), told.numel()])
        of, by = of.view(asked.shape), by.view(told.shape)
        there, here = (asked > 0).float(), (told > 0).float()
        both = there[:, :, None] * here[:, None, :]
        near = (table["asking"][of] @ table["telling"][by].transpose(1, 2)).clamp(max=ALIKE)
        near = torch.where((asked[:, :, None] == told[:, None, :]) & (both > 0), torch.ones_like(near), near)
        asks, tells = table["weight"][of][..., 0] * there, table["weight"][by][..., 1] * here
        nearest = (near * both - (1 - both)).max(dim=2).values
        far = asks * (1 - nearest.clamp(0, 1))
        alike = (near[..., None] - torch.tensor(CENTRES)) / torch.tensor(WIDTHS)
        counts = torch.exp(-0.5 * alike**2) * both[..., None]
        wanted = _mean(table["wanting"][of], asks)
        evidence = [
            _mean(nearest[..., None], asks),
            far.sum(dim=1, keepdim=True) / 4,
            far.max(dim=1, keepdim=True).values,
            _mean(torch.log1p(4 * counts.sum(dim=2)), asks),
            _mean(torch.log1p(4 * counts.sum(dim=1)), tells),
            (wanted * _mean(table["offering"][by], tells)).sum(dim=1, keepdim=True),
            (wanted * self.kinds(kinds)).sum(dim=1, keepdim=True),
            torch.log1p(here.sum(dim=1, keepdim=True)) / 3,
            torch.log1p(there.sum(dim=1, keepdim=True)) / 3,
        ]
        inner = torch.relu(self.hidden(self.spread(torch.cat(evidence, dim=1))))
        scores: Tensor = self.out(self.drop(inner))[:, 0]
        return scores


def _mean(rows: Tensor, weights: Tensor) -> Tensor:
    return (rows * weights[..., None]).sum(dim=1) / (weights.sum(dim=1, keepdim=True) + 1e-3)


def fit_closeness(questions: Sequence[Question]) -> Closeness:
    """The match that puts the right candidates of the questions first; the same questions give the same match."""
    torch.manual_seed(_SEED)
    known = _Vocabulary()
    lessons = [known.lesson(one) for one in questions if one.examples]
    match = _Match(known.vectors, len(known.kinds))
    order = np.random.default_rng(_SEED)
    steps = _ROUNDS * (len(lessons) // _BATCH + 1)
    optimiser = torch.optim.AdamW(match.parameters(), lr=_RATE, weight_decay=_DECAY)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps + 1)
    for _ in range(_ROUNDS):
        shuffled = order.permutation(len(lessons))
        for start in range(0, len(lessons), _BATCH):
            loss = _loss(match, [lessons[at] for at in shuffled[start : start + _BATCH]])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(match.parameters(), 1.0)
            optimiser.step()
            rate.step()
    return _evaluated(match.eval(), known)


def with_closeness(questions: Sequence[Question], groups: Sequence[str]) -> list[Question]:
    """The questions with the features of closeness that matches give which never saw a fifth of the groups, theirs
    among these.
    """
    return folded(questions, groups, fit_closeness, _close)


def _close(question: Question, match: Closeness) -> Question:
    """The question with the features of closeness that a match gives its candidates."""
    found = match.features(question.asked, [(one.name, one.said) for one in question.examples])
    every = zip(question.examples, found, strict=True)
    return replace(question, examples=tuple(replace(one, features={**one.features, **own}) for one, own in every))


def _loss(match: _Match, lessons: Sequence[_Lesson]) -> Tensor:
    told = [one for lesson in lessons for one in lesson.told]
    asked = [lesson.asked for lesson in lessons for _ in lesson.told]
    kinds = torch.tensor([kind for lesson in lessons for kind in lesson.kinds])
    scores = match(_padded(asked), _padded(told), kinds).split([len(lesson.told) for lesson in lessons])
    return torch.stack([_of(one, lesson.right) for one, lesson in zip(scores, lessons, strict=True)]).mean()


def _of(scores: Tensor, right: Tensor) -> Tensor:
    """What is lost by putting no right candidate first, and by not telling each."""
    each = functional.binary_cross_entropy_with_logits(scores, right, reduction="sum") * len(scores) ** -0.5
    good = right > 0
    first = torch.logsumexp(scores, 0) - torch.logsumexp(scores[good], 0) if good.any() else scores.new_zeros(())
    return first + _EACH * each


def _padded(each: Sequence[Numbers]) -> Tensor:
    found = np.zeros((len(each), max(1, *map(len, each))), dtype=np.int64)
    for row, one in zip(found, each, strict=True):
        row[: len(one)] = one
    return torch.from_numpy(found)


def _evaluated(match: _Match, known: _Vocabulary) -> Closeness:
    """The match without torch; what spreads the evidence goes into the layer behind it."""
    with torch.inference_mode():
        table = {name: one.numpy() for name, one in match.table(torch.arange(len(match.vectors))).items()}
        spread = match.spread
        scale = spread.weight / torch.sqrt(spread.running_var + spread.eps)
        weights = (match.hidden.weight * scale).T
        bias = match.hidden.bias + match.hidden.weight @ (spread.bias - spread.running_mean * scale)
        kinds = match.kinds.weight.numpy()
    return Closeness(
        pieces=known.known,
        **table,
        kinds={name: kinds[at] for name, at in known.kinds.items()},
        hidden=(weights.numpy(), bias.numpy()),
        out=(match.out.weight[0].detach().numpy(), float(match.out.bias.detach())),
    )

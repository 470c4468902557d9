"""Fitting what turns the default embedding model towards questions of policy (indexing/adapter.py): a question shall
come nearer to the sentences that answer it than to any other sentence of its library.

The one module that trains a transformer. Knows questions with their evidence, and sentences.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel, PreTrainedTokenizerFast

from corpus.quoting import compact
from eval.fitting.examples import Question
from eval.gold import alternatives
from indexing.adapter import Adapter, Change
from indexing.canaries import canaries_to_bytes
from indexing.durable import write_folder
from indexing.index import Index
from indexing.model import unpacked
from indexing.onnx_model import OnnxModel
from indexing.sentence_vectors import library_to_sentences
from indexing.torch_model import TorchModel

_RANK, _FROZEN = 16, 4
"""The rank of each change, and how many layers from below stay as they are."""
_ROUNDS, _BATCH, _RATE, _DECAY, _WARMING = 2, 16, 4e-4, 0.01, 20
_SHARPNESS = 50.0
"""What cosines are multiplied with before one sentence is told from the others."""
_AGAINST, _NEAREST, _LOOKED_AT = 3, 12, 24
"""Beside the right sentences of a batch so many wrong ones of each question stand, out of its nearest."""
_ASKED_PIECES, _TOLD_PIECES = 40, 64
_MOST = 700
"""So many questions of a library are learnt from."""
_SHORTEST = 6
_SEED = 1
_CHANGED = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
"""The matrices of a layer that are changed: their names in the packed model, and in the network."""

Matrix: TypeAlias = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Lesson:
    """A question, the numbers of the sentences that answer it, and of those that come near it without."""

    asked: str
    right: tuple[int, ...]
    wrong: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """The sentences of a library and the questions about them."""

    sentences: tuple[str, ...]
    lessons: tuple[_Lesson, ...]


def taught_by(questions: Sequence[Question], index: Index) -> Taught:
    """What questions of one library teach: those whose evidence holds a whole sentence, or lies in one."""
    sentences = library_to_sentences(index.library)
    plain, numbers = [*map(compact, sentences)], np.arange(len(sentences))
    lessons = []
    for one in questions:
        if one.asked and not one.gold.expect_refusal and (right := tuple(_telling(one, plain))):
            order = np.argsort(-index.nearness(one.asked, numbers))[:_LOOKED_AT].tolist()
            lessons.append(_Lesson(one.asked, right, tuple(at for at in order if at not in right)[:_NEAREST]))
    return Taught(sentences, tuple(lessons))


def fit_adapter(libraries: Sequence[Taught]) -> Adapter:
    """The changes that put the right sentences first; the same questions give nearly the same changes."""
    torch.manual_seed(_SEED)
    order = np.random.default_rng(_SEED)
    model = _Model()
    batches = [batch for one in libraries for batch in _batches(one, order)] * _ROUNDS
    optimiser = torch.optim.AdamW(model.learnt, lr=_RATE, weight_decay=_DECAY)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / _WARMING) * (1 - step / (len(batches) + 1))
    )
    for at in order.permutation(len(batches)):
        taught, lessons = batches[at]
        loss = _loss(model, taught.sentences, lessons, order)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.learnt, 1.0)
        optimiser.step()
        rate.step()
    return dict(model.changes())


def mean_of(adapters: Sequence[Adapter]) -> Adapter:
    """The mean of several changes, of the same rank: it finds more than any of them (Wortsman et al., "Model soups",
    ICML 2022).
    """
    return {name: _halved(np.mean([one[name][0] @ one[name][1] for one in adapters], axis=0)) for name in adapters[0]}


def _halved(whole: Matrix) -> Change:
    """The two matrices whose product comes nearest to one."""
    left, sizes, right = np.linalg.svd(whole, full_matrices=False)
    root = np.sqrt(sizes[:_RANK])
    return (left[:, :_RANK] * root).astype(np.float32), (root[:, None] * right[:_RANK]).astype(np.float32)


def first_found(libraries: Sequence[Taught], changes: Adapter) -> float:
    """The share of questions whose nearest sentence is right, with these changes."""
    with _unpacked(changes) as folder:
        model = OnnxModel(folder)
        found = [told for one in libraries for told in _found(one, model)]
    return sum(found) / max(1, len(found))


def canaries_with(changes: Adapter) -> bytes:
    """What the model with these changes makes of the canaries, by another engine than ours."""
    with _unpacked(changes) as folder:
        model = TorchModel(folder)
        return canaries_to_bytes(lambda text: model.encode([text], "")[0])


def _found(one: Taught, model: OnnxModel) -> Iterator[bool]:
    told = np.vstack([model.encode([sentence], model.prompts["document"]) for sentence in one.sentences])
    for lesson in one.lessons:
        yield int(np.argmax(told @ model.encode([lesson.asked], model.prompts["query"])[0])) in lesson.right


def _telling(question: Question, plain: Sequence[str]) -> Iterator[int]:
    """The numbers of the sentences that stand in the evidence of a question, or in which it stands."""
    words = (compact(each) for entry in question.gold.evidence for each in alternatives(entry))
    quotes = [quote for quote in words if len(quote) >= _SHORTEST]
    for at, sentence in enumerate(plain):
        if any(sentence in quote or quote in sentence for quote in quotes):
            yield at


def _batches(one: Taught, order: np.random.Generator) -> Iterator[tuple[Taught, Sequence[_Lesson]]]:
    lessons = [one.lessons[at] for at in order.permutation(len(one.lessons))[:_MOST]]
    for start in range(0, len(lessons), _BATCH):
        yield one, lessons[start : start + _BATCH]


def _loss(model: "_Model", sentences: Sequence[str], lessons: Sequence[_Lesson], order: np.random.Generator) -> Tensor:
    """What is lost by putting a wrong sentence of the batch before the right ones of a question."""
    told: list[int] = []
    for one in lessons:
        told += [order.choice(one.right), *order.permutation(one.wrong)[:_AGAINST]]
    near = model.vectors([one.asked for one in lessons], "query: ", _ASKED_PIECES) @ (
        model.vectors([sentences[at] for at in told], "passage: ", _TOLD_PIECES).T
    )
    right = torch.tensor([[at in one.right for at in told] for one in lessons])
    chances = torch.log_softmax(near * _SHARPNESS, dim=1)
    return -torch.logsumexp(chances.masked_fill(~right, -math.inf), dim=1).mean()


class _Changed(nn.Module):  # type: ignore[misc]
    """A matrix that stays, and the change that is learnt."""

    def __init__(self, kept: nn.Linear) -> None:
        super().__init__()
        self.kept = kept
        self.a = nn.Parameter(torch.randn(_RANK, kept.in_features) / math.sqrt(kept.in_features))
        self.b = nn.Parameter(torch.zeros(kept.out_features, _RANK))

    def forward(self, given: Tensor) -> Tensor:
        """What both make of it."""
        found: Tensor = self.kept(given) + (given @ self.a.T) @ self.b.T
        return found


class _Model:
    """The default model without changes, to be learnt upon."""

    def __init__(self) -> None:
        with _unpacked({}) as folder:
            self._network = BertModel.from_pretrained(folder, add_pooling_layer=False, dtype=torch.float32).eval()
            self._cut = PreTrainedTokenizerFast.from_pretrained(folder)
        self._network.requires_grad_(requires_grad=False)
        self._changed = {
            f"l{at}.{short}": _put(layer, name)
            for at, layer in enumerate(self._network.encoder.layer)
            if at >= _FROZEN
            for short, name in _CHANGED.items()
        }
        self.learnt = [weight for one in self._changed.values() for weight in (one.a, one.b)]

    def vectors(self, texts: Sequence[str], prompt: str, most: int) -> Tensor:
        """(texts, dim) of length 1, of the first pieces of each text."""
        cut = self._cut(
            [prompt + text for text in texts], padding=True, truncation=True, max_length=most, return_tensors="pt"
        )
        told = self._network(cut["input_ids"], attention_mask=cut["attention_mask"]).last_hidden_state
        there = cut["attention_mask"][..., None].float()
        return functional.normalize((told * there).sum(dim=1) / there.sum(dim=1), dim=-1)

    def changes(self) -> Iterator[tuple[str, Change]]:
        """What was learnt."""
        for name, one in self._changed.items():
            yield name, (one.b.detach().numpy(), one.a.detach().numpy())


def _put(layer: nn.Module, name: str) -> _Changed:
    """Put a change beside the matrix of that name."""
    path, _, last = name.rpartition(".")
    place = layer.get_submodule(path)
    changed = _Changed(getattr(place, last))
    setattr(place, last, changed)
    return changed


@contextmanager
def _unpacked(changes: Adapter) -> Iterator[Path]:
    """A folder of the model with these changes, as long as it is used."""
    with TemporaryDirectory() as above:
        folder = Path(above) / "model"
        write_folder(folder, dict(unpacked(changes)))
        yield folder

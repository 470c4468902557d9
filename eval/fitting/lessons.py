"""Lessons in prose: a question's windows with their features, and which of them would have been right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from assistant.prose.choosing import SEEN
from assistant.prose.features import Judged
from assistant.prose.ranking import Ranked, found_windows
from assistant.prose.windows import Window
from assistant.reading.ask import Ask, Subject
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from assistant.reading.words import Terms, terms_of
from corpus.quoting import bigrams
from eval.fitting.logistic import Numbers
from eval.gold import GoldItem, GoldQuestion, alternatives
from eval.measures.correctness import correct
from eval.response import Response
from eval.text import normal

if TYPE_CHECKING:
    from indexing.index import Index

_TOUCHES = 0.3
"""A window that shares less of its pairs of characters with the evidence is right by chance."""
_MODERATE = 120
"""Characters that a reader takes in at once."""
_MUCH_SHORTER = 0.8


@dataclass(frozen=True)
class Lesson:
    """One question and all its windows. `right` also counts those that hold all evidence; `excused` are right by the
    measure without touching the evidence: they teach nothing.
    """

    gold: GoldItem
    ask: Ask
    terms: Terms
    judged: Judged | None
    """Of its windows; None where there are none."""
    right: NDArray[np.bool_]
    excused: NDArray[np.bool_]

    @property
    def document(self) -> str:
        """The document that the question is about; empty where there are several or none."""
        return self.gold.docs[0] if len(self.gold.docs) == 1 else ""

    @property
    def taught(self) -> bool:
        """Whether some windows are right and some wrong."""
        return bool(self.right.any() and not (self.right | self.excused).all())

    @property
    def windows(self) -> Sequence[Window]:
        """Those that were found."""
        return self.judged.windows if self.judged else ()

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the features, those of every lesson."""
        return tuple(sorted(self.judged.columns)) if self.judged else ()

    @cached_property
    def rows(self) -> Numbers:
        """The features of the windows, a column for each name."""
        return np.array([self.judged.columns[name] for name in self.names]).T if self.judged else np.zeros((0, 0))

    def ranked(self, weights: Mapping[str, float]) -> list[Ranked]:
        """The windows by their scores, best first, as far as anyone looks."""
        if self.judged is None:
            return []
        scores = self.rows @ np.array([weights.get(name, 0.0) for name in self.names])
        order = np.argsort(-scores, kind="stable")[: SEEN + 1].tolist()
        return [Ranked(self.windows[at], float(scores[at]), self.judged, at) for at in order]

    def is_good(self, one: Ranked) -> bool:
        """Whether a ranked window is right."""
        return bool(self.right[one.at] or self.excused[one.at])

    @cached_property
    def best(self) -> list[int]:
        """The right windows of moderate length, and longer ones that hold no much shorter right one: to say more than
        is asked is not to be learnt.
        """
        texts = [one.text.rstrip("。") for one in self.windows]
        right = [int(at) for at in np.flatnonzero(self.right)]
        return [
            at
            for at in right
            if len(texts[at]) <= _MODERATE or not any(_is_inside(texts[one], texts[at]) for one in right if one != at)
        ]


def gold_to_lessons(items: Iterable[GoldItem], index: "Index") -> Iterator[Lesson]:
    """The lessons of all single questions; questions that have no answer have no right window."""
    for item in items:
        asks = [] if item.turns else asks_of(read(item.question, index.library), index.library)
        for ask in [ask for ask in asks if ask.subject is Subject.PROSE][:1]:
            judged = found_windows(ask, index)
            right, measured = (np.array(one, dtype=bool) for one in _labels(item, judged.windows if judged else ()))
            yield Lesson(item, ask, terms_of(ask.where.words, index.library), judged, right, measured & ~right)


def is_right(gold: GoldQuestion, text: str) -> bool:
    """Whether a text would have been a right answer by the measure; never where a refusal is."""
    if gold.expect_refusal or not gold.answerable or not gold.must_include:
        return False
    return correct(gold, Response(status="answered", answer=text))


def _labels(gold: GoldQuestion, windows: Sequence[Window]) -> tuple[list[bool], list[bool]]:
    measured = [is_right(gold, one.text) for one in windows]
    answerable = bool(gold.must_include) and gold.answerable and not gold.expect_refusal
    texts = [normal(one.text) for one in windows]
    right = [
        (good and _touches(text, gold)) or (answerable and _holds(text, gold))
        for good, text in zip(measured, texts, strict=True)
    ]
    return right, measured


def _holds(text: str, gold: GoldQuestion) -> bool:
    """Whether all evidence stands in a normalised text."""
    entries = [[normal(one).strip("。;,") for one in alternatives(entry)] for entry in gold.evidence]
    return bool(entries) and all(any(one in text for one in entry) for entry in entries)


def _touches(text: str, gold: GoldQuestion) -> bool:
    own = bigrams(text)
    for entry in gold.evidence:
        for words in map(normal, alternatives(entry)):
            other = bigrams(words)
            if own and other and len(own & other) >= _TOUCHES * min(len(own), len(other)):
                return True
    return False


def _is_inside(inner: str, outer: str) -> bool:
    return len(inner) < _MUCH_SHORTER * len(outer) and inner in outer

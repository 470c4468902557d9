"""The passages that the best windows are of: what answers the rest of a question often stands in the next sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.prose.answering import windows_to_candidate
from assistant.prose.choosing import SEEN
from assistant.prose.ranking import Ranked
from assistant.prose.windows import ROOM, Kind, Window, as_statement
from assistant.reading.ask import Ask
from assistant.sentences import text_to_sentences
from corpus.facts import Evidence

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_around"]

_OF_PASSAGE = frozenset({Kind.SENTENCE, Kind.PART, Kind.RUN, Kind.NOTE})
_SHOWN = 2
"""So many passages are offered."""
_ROOM = 320
"""Characters that a passage has at most; of a longer one what stands around the window."""


def answer_around(ask: Ask, found: Sequence[Ranked], index: "Index") -> list[Candidate]:
    """The passages of the best windows, whole as far as there is room; none for a window that is all of its passage."""
    return [*islice(_around(ask, found, index), _SHOWN)]


def _around(ask: Ask, found: Sequence[Ranked], index: "Index") -> Iterator[Candidate]:
    seen: set[str] = set()
    for one in found[:SEEN]:
        window = one.window
        if window.kind in _OF_PASSAGE and window.passage not in seen:
            seen.add(window.passage)
            sentences = _sentences(window)
            text = as_statement("".join(sentences))
            if text != window.text:
                quotes = (Evidence(quote=sentence.strip(), place=window.place) for sentence in sentences)
                made = windows_to_candidate([one], found, ask, index)
                features = {**made.features, "around": len(text) / len(window.text), "around.long": len(text) / ROOM}
                draft = Draft(AnswerKind.PASSAGE, (Statement(text, tuple(quotes)),))
                yield replace(made, outcome=draft, features=features)


def _sentences(window: Window) -> list[str]:
    """The sentences of a passage from that of the window on, and those before it where there is room for them."""
    sentences = text_to_sentences(window.passage)
    first, last, room = window.position, window.position + 1, _ROOM - len(sentences[window.position])
    while last < len(sentences) and (room := room - len(sentences[last])) >= 0:
        last += 1
    while first and last == len(sentences) and (room := room - len(sentences[first - 1])) >= 0:
        first -= 1
    return sentences[first:last]

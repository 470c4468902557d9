"""Numbered passages that follow each other under one heading: （一）…（二）…（三）…, headings or none of them."""

from collections.abc import Sequence
from itertools import chain

from corpus.reading.headings import HeadingParts
from corpus.reading.marks import Mark

__all__ = ["without_stray"]


def without_stray(
    found: Sequence[HeadingParts | None], marks: Sequence[Mark | None], texts: Sequence[str]
) -> list[HeadingParts | None]:
    """The headings of passages without the first sentences of items most of whose neighbours have no heading."""
    sentences = {at for at, parts in enumerate(found) if parts and (parts.body or texts[at].endswith("。"))}
    runs = _marks_to_sequences(marks)
    plain = [run for run in runs if len(sentences.intersection(run)) < sum(found[at] is None for at in run)]
    stray = sentences.intersection(chain.from_iterable(plain))
    return [None if at in stray else parts for at, parts in enumerate(found)]


def _marks_to_sequences(marks: Sequence[Mark | None]) -> list[list[int]]:
    """The positions of the marks that count on in one style, nothing of a higher rank between them."""
    found: list[list[int]] = []
    counting: dict[int, list[int]] = {}
    for at, mark in enumerate(marks):
        if mark is None or mark.value is None:
            continue
        counting = {rank: run for rank, run in counting.items() if rank <= mark.rank}
        run = counting.get(mark.rank)
        before = marks[run[-1]] if run else None
        if run is None or before is None or mark.value != (before.value or 0) + 1:
            counting[mark.rank] = run = []
            found.append(run)
        run.append(at)
    return found

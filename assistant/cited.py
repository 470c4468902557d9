"""How near in meaning what candidates cite comes to their question, by the vectors of the index."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from assistant.bearing import MOST_CITED
from assistant.candidate import Candidate
from assistant.reading.ask import Subject
from indexing.sentence_vectors import SPREAD

if TYPE_CHECKING:
    from indexing.index import Index


def with_nearness(candidates: Sequence[Candidate], index: "Index") -> list[Candidate]:
    """The candidates with further features; 0 where no vector of what they cite is known.

    near         how far the nearest sentence cited lies above the middle of all candidates', in spreads
    near.all     the same of all that is cited, taken together
    near.behind  how far it lies below the nearest of all
    near.cosine  its cosine
    """
    gist = next((one.ask.gist for one in candidates if one.ask.subject is Subject.PROSE), "")
    quoted = [[item.quote for item in one.evidence[:MOST_CITED]] for one in candidates]
    cosines = index.closeness(gist, list(dict.fromkeys(quote for each in quoted for quote in each))) if gist else {}
    known = [[cosines[quote] for quote in each if quote in cosines] for each in quoted]
    nearest = [max(each) for each in known if each]
    if not nearest:
        return list(candidates)
    middle, best = float(np.median(nearest)), max(nearest)

    def near(each: Sequence[float]) -> dict[str, float]:
        if not each:
            return {}
        most, whole = max(each), sum(each) / len(each)
        told = {"near": most - middle, "near.all": whole - middle, "near.behind": most - best}
        return {name: value / SPREAD for name, value in told.items()} | {"near.cosine": most}

    every = zip(candidates, known, strict=True)
    return [replace(one, features={**one.features, **near(each)}) for one, each in every]

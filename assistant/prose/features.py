"""What speaks for a window as the answer to an Ask: few named features, mostly between 0 and 1. Decides nothing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeAlias

import numpy as np

from assistant.prose.offers import with_form
from assistant.prose.passages import Numbers, Passage, Pool
from assistant.prose.windows import SHAPE, WHOLE_SENTENCE, Kind, Window
from assistant.reading.ask import Ask
from assistant.reading.bags import Held, forms_in, shares, terms_in
from assistant.reading.words import Terms, fold
from indexing.sentence_vectors import SPREAD

_ASKS_MUCH = frozenset({"how", "which", "each", "summary", "what", "meaning"})
_LISTS = frozenset({"which", "how", "each", "ask_count", "summary"})

_Columns: TypeAlias = dict[str, Numbers]
"""By the name of a feature, its value for each window."""


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the words that its slots left over, and all that it says; by document the years that it
    asks of (今年 is that of the document).
    """

    terms: Terms
    said: Terms
    years: Mapping[str, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Judged:
    """Windows, their features by name, and which terms each holds itself."""

    windows: Sequence[Window]
    columns: Mapping[str, Numbers]
    held: Held


def judged(pool: Pool, ask: Ask, about: About, cosines: Numbers) -> Judged:
    """The windows with their features. `cosines` are those of their nearest sentences, 0 where none is known."""
    held, worded = _worded(pool, about)
    above = _above(cosines)
    columns = {
        **worded,
        "unknown": 1.0 * ((above == 0) & (pool.scores == 0)),
        "search": pool.scores,
        "first": np.where(pool.scores != 0, 1 / (1 + pool.ranks), 0.0),
        **_offers(pool, ask),
        "meaning": _standing(cosines),
        "cosine": above,
        "dense": _standing(pool.dense),
        **_among(held, about.terms),
        **_slots(pool, ask, about),
        **_shape(pool, ask, worded["head"]),
        "of_part": _of_part(pool, about.terms),
    }
    return Judged(pool.windows, columns, held)


def _worded(pool: Pool, about: About) -> tuple[Held, _Columns]:
    """The terms that each window holds itself, and what share of the question it holds, and its surroundings."""
    terms = about.terms
    said, heads = pool.bags(lambda one: one.said), pool.bags(lambda one: one.heads)
    own, headed = terms_in(terms, said), terms_in(terms, heads)
    around = terms_in(terms, pool.bags(lambda one: one.surroundings))[:, pool.under]
    share, head = shares(terms, own), shares(terms, headed)
    named = forms_in(terms, heads).sum(axis=0) / np.maximum(heads.counts, 1)
    return own, {
        "own": share,
        "beside": shares(terms, around & ~own),
        "head": head[pool.under],
        "named": (head * named)[pool.under],
        "dense_words": share * np.minimum(1.0, WHOLE_SENTENCE / pool.every(lambda one: one.lengths)),
        "said": shares(about.said, terms_in(about.said, said)),
    }


def _offers(pool: Pool, ask: Ask) -> _Columns:
    """How much of what the asking words want each offers, and the share of them that it does not offer at all."""
    asked = with_form(ask.heard)
    if not asked:
        return {"offers": pool.zeros, "lacks": pool.zeros}
    rich = np.array([pool.every(partial(Passage.rich, sense=sense)) for sense in asked])
    return {"offers": rich.sum(axis=0) / len(asked), "lacks": (rich == 0).sum(axis=0) / len(asked)}


def _among(held: Held, terms: Terms) -> _Columns:
    """How much each window holds beside the best of the others, and how few others hold that."""
    share, counts = shares(terms, held), held.sum(axis=1)
    rare = np.array(terms.weights) * (1 - np.sqrt(counts / held.shape[1]))
    return {"own_best": share / (share.max() or 1.0), "rare": (rare[:, None] * held).sum(axis=0)}


def _slots(pool: Pool, ask: Ask, about: About) -> _Columns:
    """What the typed slots of the ask find in the windows; 0 where the ask does not fill them."""
    where = ask.where
    return {
        "measure": _measured(ask.measures, pool),
        "quoted": _said(where.quoted, pool),
        **_years(pool, about.years),
        "areas": _said((*where.areas, *where.units), pool),
        "amounts": _said([f"{one.value:f}" for one in where.amounts], pool),
    }


def _years(pool: Pool, asked: Mapping[str, frozenset[int]]) -> _Columns:
    """The share of the years asked of that each window names, and whether it names but others."""
    if not any(asked.values()):
        return {"years": pool.zeros, "other_years": pool.zeros}
    wanted = [asked.get(one.place.document_id, frozenset()) for one in pool.windows]
    both = list(zip(pool.listed(lambda one: one.years), wanted, strict=True))
    return {
        "years": np.array([len(told & years) / max(1, len(years)) for told, years in both]),
        "other_years": np.array([float(bool(years and told) and not told & years) for told, years in both]),
    }


def _shape(pool: Pool, ask: Ask, heads: Numbers) -> _Columns:
    """How the windows are cut and where they stand, and whether that is what is asked for."""
    shapes = dict(zip(SHAPE, pool.every(lambda one: one.shapes), strict=True))
    several, much, listed = "several" in ask.hints, bool(ask.heard & _ASKS_MUCH), bool(ask.heard & _LISTS)
    long = shapes.pop("long")
    return {
        "long": long,
        "long_several": long * several,
        "long_asked": long * much,
        **shapes,
        "list_asked": shapes[Kind.LIST] * listed,
        "points_asked": heads * (shapes[Kind.POINTS] * listed),
        "section_asked": heads * (shapes[Kind.SECTION] * listed),
    }


def _of_part(pool: Pool, terms: Terms) -> Numbers:
    """Whether each window is only about a part of what is asked about; hardly any is."""
    if not any(len(one.parts.pairs) for one in pool.passages):
        return pool.zeros
    told = pool.bags(lambda one: one.parts)
    is_of_part = (told.counts > 0) & ~terms_in(terms, told).any(axis=0)
    return is_of_part.astype(np.float64)


def _standing(values: Numbers) -> Numbers:
    """Each value above the middle of the known ones, as a share of the way to the best, the less sure the closer."""
    known = np.sort(values[values != 0])
    if len(known) < 2:
        return 0.0 * values
    middle, best = known[len(known) // 2], known[-1]
    spread = max(best - middle, 1e-6)
    sure = min(1.0, spread / SPREAD)
    return np.where(values != 0, np.maximum(-1.0, (values - middle) / spread) * sure, 0.0)


def _above(cosines: Numbers) -> Numbers:
    """How far each known cosine lies above the middle of all."""
    known = cosines[cosines != 0]
    return np.where(cosines != 0, (cosines - np.median(known)) / SPREAD, 0.0) if len(known) else 0.0 * cosines


def _measured(families: frozenset[str], pool: Pool) -> Numbers:
    """1 where an amount of a family asked for stands in the text, -1 where none does; 0 where none is asked for."""
    if not families:
        return pool.zeros
    asked = families | {"items"}
    return np.array([1.0 if asked & told else -1.0 for told in pool.listed(lambda one: one.families)])


def _said(words: Collection[str], pool: Pool) -> Numbers:
    """The share of the words that stands in each text."""
    folded = [fold(word) for word in words]
    if not folded:
        return pool.zeros
    texts = pool.listed(lambda one: one.folded)
    return np.array([sum(word in text for word in folded) / len(folded) for text in texts])

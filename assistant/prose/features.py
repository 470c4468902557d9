"""What speaks for a window as the answer to an Ask: few named features, mostly between 0 and 1. Decides nothing."""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import median

from assistant.prose.offers import offered
from assistant.prose.windows import ROOM, Kind, Window
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, fold, pairs
from corpus.folding.amounts import find_amounts
from corpus.folding.units import unit_family
from corpus.quoting import compact

__all__ = ["About", "Judged", "judged"]

_PART = re.compile(r"其中[，,：:]?([一-鿿]{2,4})")
_RESPONSIBILITY = re.compile(
    r"^[（(〔\[][^（(〔\[]{0,12}(?:责任单位|负责|牵头|按职责)|(?:负责|分工负责|责任单位.{0,400})[）)〕\]]。?$"
)
_FRAME = re.compile(r"附件?\d{0,2}[:：]|抄送")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHOLE_SENTENCE = 40
"""Shorter lines under no heading are the head and the foot of a document."""
_SPREAD = 0.06
"""How far cosines of sentences lie apart where one of them answers."""
_SEVERAL = re.compile(r"[，,；;？?、](?=.)")
_ASKS_MUCH = frozenset({"how", "which", "each", "summary", "what", "meaning"})
_LISTS = frozenset({"which", "how", "each", "ask_count", "summary"})


@dataclass(frozen=True, slots=True)
class About:
    """What a question is about: the words that its slots left over, and all that it says."""

    terms: Terms
    said: Terms


@dataclass(frozen=True, slots=True)
class Judged:
    """A window, its features, and the numbers of the terms that it holds itself and with its surroundings."""

    window: Window
    features: Mapping[str, float]
    held: frozenset[int]
    wider: frozenset[int]


def judged(windows: Sequence[Window], ask: Ask, about: About, cosines: Mapping[str, float]) -> list[Judged]:
    """The windows with their features. `cosines` are by sentence, as the index gives them."""
    near = _spread(windows, cosines)
    dense = _standing([window.dense for window in windows])
    among = _among([about.terms.held(pairs(window.text)) for window in windows], about.terms)
    return [
        _judged(window, ask, about, {"meaning": near[at][0], "cosine": near[at][1], "dense": dense[at], **among[at]})
        for at, window in enumerate(windows)
    ]


def _judged(window: Window, ask: Ask, about: About, among: Mapping[str, float]) -> Judged:
    terms, said = about.terms, about.said
    own, head = pairs(window.text), pairs(window.head)
    held = terms.held(own)
    wider = held | terms.held(_around(window.above)) | terms.held(_around(window.passage)) | terms.held(head)
    offers, lacks = offered(ask.heard, window.text)
    features = {
        "own": terms.share(held),
        "beside": terms.share(wider - held),
        "head": terms.coverage(head),
        "named": terms.coverage(head) * _named(head, terms),
        "dense_words": terms.share(held) * min(1.0, _WHOLE_SENTENCE / len(window.text)),
        "said": said.coverage(own),
        "unknown": float(not among["cosine"] and not window.score),
        "search": window.score,
        "first": 1 / (1 + window.rank) if window.score else 0.0,
        "offers": offers,
        "lacks": lacks,
        **among,
        **_slots(window, ask),
        **_shape(window, ask, terms),
    }
    return Judged(window, features, held, wider)


def _among(held: Sequence[frozenset[int]], terms: Terms) -> list[dict[str, float]]:
    """How much each window holds beside the best of the others, and how few others hold that."""
    best = max((terms.share(one) for one in held), default=0.0) or 1.0
    counts = Counter(at for one in held for at in one)
    rare = {at: terms.items[at].weight * (1 - math.sqrt(count / len(held))) for at, count in counts.items()}
    return [{"own_best": terms.share(one) / best, "rare": sum(rare[at] for at in one)} for one in held]


def _slots(window: Window, ask: Ask) -> dict[str, float]:
    """What the typed slots of the ask find in the window; 0 where the ask does not fill them."""
    text = fold(window.text)
    return {
        "measure": _measured(ask.measures, window.text),
        "quoted": _share(ask.where.quoted, text),
        "years": _share([str(year) for year in ask.where.years], text),
        "other_years": float(bool(ask.where.years) and _other_years(ask, text)),
        "areas": _share((*ask.where.areas, *ask.where.units), text),
        "amounts": _share([_number(one.value) for one in ask.where.amounts], text),
    }


def _shape(window: Window, ask: Ask, terms: Terms) -> dict[str, float]:
    """How the window is cut and where it stands."""
    listed = bool(ask.heard & _LISTS)
    length = min(1.0, len(window.text) / ROOM)
    part = _PART.match(window.text)
    return {
        "long": length,
        "long_several": length * bool(_SEVERAL.search(ask.gist)),
        "long_asked": length * bool(ask.heard & _ASKS_MUCH),
        "short": max(0.0, 1 - len(window.text) / 30),
        "late": min(1.0, window.position / 5),
        "part": float(window.kind is Kind.PART),
        "run": float(window.kind is Kind.RUN),
        "list": float(window.kind is Kind.LIST),
        "list_asked": float(listed and window.kind is Kind.LIST),
        "points": float(window.kind is Kind.POINTS),
        "points_asked": terms.coverage(pairs(window.head)) * (listed and window.kind is Kind.POINTS),
        "section": float(window.kind is Kind.SECTION),
        "section_asked": terms.coverage(pairs(window.head)) * (listed and window.kind is Kind.SECTION),
        "row": float(window.place.row is not None),
        "of_part": float(part is not None and not terms.held(pairs(part[1]))),
        "frame": float(_is_frame(window)),
        "duty": float(bool(_RESPONSIBILITY.search(compact(window.text)))),
        "open": float(window.sentences[-1].endswith(("：", ":"))),
    }


def _is_frame(window: Window) -> bool:
    """Whether it is of the head or foot of a document, which name and do not say."""
    return bool(_FRAME.match(window.text)) or (not window.place.path and len(window.text) < _WHOLE_SENTENCE)


@lru_cache(maxsize=4096)
def _around(text: str) -> frozenset[str]:
    return pairs(text)


def _named(head: frozenset[str], terms: Terms) -> float:
    """The share of a heading that the question says."""
    said = {form for term in terms.items for form in term.forms}
    return len(head & said) / len(head) if head else 0.0


def _spread(windows: Sequence[Window], cosines: Mapping[str, float]) -> list[tuple[float, float]]:
    """How near the nearest sentence of each window is: spread over these windows, and as it is."""
    raw = [max((cosines[one] for one in window.sentences if one in cosines), default=0.0) for window in windows]
    middle = median([value for value in raw if value] or [0.0])
    above = [(value - middle) / _SPREAD if value else 0.0 for value in raw]
    return list(zip(_standing(raw), above, strict=True))


def _standing(values: Sequence[float]) -> list[float]:
    """Each value above the middle of the known ones, as a share of the way to the best, the less sure the closer."""
    known = sorted(value for value in values if value)
    if len(known) < 2:
        return [0.0] * len(values)
    middle, best = known[len(known) // 2], known[-1]
    spread = max(best - middle, 1e-6)
    sure = min(1.0, spread / _SPREAD)
    return [max(-1.0, (value - middle) / spread) * sure if value else 0.0 for value in values]


def _measured(families: frozenset[str], text: str) -> float:
    """1 where an amount of a family asked for stands in the text, -1 where none does; 0 where none is asked for."""
    if not families:
        return 0.0
    found = {unit_family(amount.quantity.unit) for amount in _amounts(text)}
    return 1.0 if found & (families | {"items"}) else -1.0


@lru_cache(maxsize=4096)
def _amounts(text: str) -> tuple:  # type: ignore[type-arg]
    return tuple(find_amounts(text))


def _share(words: Collection[str], text: str) -> float:
    return sum(fold(word) in text for word in words) / len(words) if words else 0.0


def _other_years(ask: Ask, text: str) -> bool:
    found = {int(year) for year in _YEAR.findall(text)}
    return bool(found) and not found & set(ask.where.years)


def _number(value: object) -> str:
    return f"{value:f}"

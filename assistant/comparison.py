"""The comparator: indicators of several documents side by side, deterministic, with a reason for every doubt.

Everyday words mean the indicators that share their characters. Retrieval has no say in it.
Knows no question and no HTTP; the JSON shapes are in assistant/views.py.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from assistant.comparing.groups import Group, indicator_groups
from assistant.comparing.rows import group_rows
from assistant.comparing.vocabulary import normal_form
from assistant.validity import in_force, today
from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from corpus.facts import Library

_LEAST = 0.5
"""A group below this score is not what the words mean."""
_NEAR = 0.85
"""Groups this near to the best score are meant as well."""
_Scorer = Callable[[str, Sequence[str]], Sequence[float]]
"""Words and names to one score per name, from 0 to 1."""


def compare(
    library: Library,
    *,
    documents: Iterable[str] = (),
    indicator: str | None = None,
    year: int | None = None,
    scorer: _Scorer | None = None,
) -> ComparisonView:
    """The indicators of the documents (where none is named, all but those repealed or expired) side by side.

    `indicator` may be everyday words; the groups they mean are compared, none where no group is meant. `year` asks for
    one year; without it each row is compared at the year most documents share. Numbers are converted exactly to the
    unit most documents print. Every document in scope has its cells. Neither the order of the documents nor of their
    facts changes the result. Raises UnknownDocument.
    """
    wanted = {library.document(document_id).id for document_id in documents} or set(in_force(library, today()))
    scope = tuple(document_id for document_id in library.documents if document_id in wanted)
    groups = list(indicator_groups(library)) if indicator is None else _meant(library, indicator, scorer)
    rows = [row for group in groups for row in group_rows(library, group, scope, year)]
    return ComparisonView(documents=scope, indicators=tuple(rows))


def ranked(indicator: IndicatorView) -> list[tuple[str, CellView]]:
    """Document ids and cells from the largest number to the smallest, of those that can be compared and only those.

    Fewer than two comparable documents are no ranking: the list is empty.
    """
    stated = [
        (document_id, cell)
        for document_id, cells in indicator.cells.items()
        for cell in cells
        if cell.state is CellState.STATED and cell.value is not None
    ]
    if len({document_id for document_id, _ in stated}) < 2:
        return []
    return sorted(stated, key=lambda pair: (-Decimal(pair[1].value or 0), pair[0]))


def _meant(library: Library, words: str, scorer: _Scorer | None) -> list[Group]:
    scored = match_indicators(library, words, scorer)
    best = scored[0][1] if scored else 1.0
    least = max(_LEAST, best if best == 1.0 else _NEAR * best)
    return [group for group, score in scored if score >= least]


def match_indicators(library: Library, words: str, scorer: _Scorer | None = None) -> list[tuple[Group, float]]:
    """All groups with how well `words` mean them, best first; 1 where the words are one of a group's names.

    `scorer` compares the words with names; without one, shared characters do (rare ones weigh more).
    """
    groups = indicator_groups(library)
    form = normal_form(words)
    names = [name for group in groups for name in group.names]
    scores = dict(zip(names, (scorer or _shared_characters)(form, names), strict=True))
    scored = [
        (group, 1.0 if {words, form} & set(group.names) else max(scores[name] for name in group.names))
        for group in groups
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].name))


def _shared_characters(words: str, names: Sequence[str]) -> list[float]:
    """How much of each name stands in the words, characters and pairs of them weighted by their rarity in all names."""
    grams = [_grams(name) for name in names]
    documents = Counter(gram for found in grams for gram in set(found))
    asked = Counter(_grams(words))

    def weight(gram: str) -> float:
        return math.log(1 + len(names) / (documents[gram] or 1))

    whole = sum(weight(gram) for gram in asked.elements()) or 1.0
    return [_overlap(Counter(found), asked, weight, whole) for found in grams]


def _overlap(name: Counter[str], asked: Counter[str], weight: Callable[[str], float], whole: float) -> float:
    """Mostly how much of the name is asked for, a little how much of what is asked the name covers; below 1."""
    shared = sum(weight(gram) for gram in (name & asked).elements())
    of_name = shared / (sum(weight(gram) for gram in name.elements()) or 1.0)
    return 0.99 * (0.7 * of_name + 0.3 * shared / whole)


def _grams(text: str) -> list[str]:
    return [*text, *(text[at : at + 2] for at in range(len(text) - 1))]

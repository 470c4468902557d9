"""The comparator: indicators of several documents side by side, deterministic, with a reason for every doubt.

Retrieval has no say in it. Knows no question and no HTTP; the JSON shapes are in assistant/views.py.
"""

from collections.abc import Iterable
from decimal import Decimal

from assistant.comparing.groups import Group, indicator_groups
from assistant.comparing.matching import Scorer, match_indicators
from assistant.comparing.rows import group_rows
from assistant.validity import in_force, today
from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from corpus.facts import Library

__all__ = ["compare", "match_indicators", "ranked"]

_LEAST = 0.5
"""A group below this score is not what the words mean."""
_NEAR = 0.85
"""Groups this near to the best score are meant as well."""


def compare(
    library: Library,
    *,
    documents: Iterable[str] = (),
    indicator: str | None = None,
    year: int | None = None,
    scorer: Scorer | None = None,
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


def _meant(library: Library, words: str, scorer: Scorer | None) -> list[Group]:
    scored = match_indicators(library, words, scorer)
    best = scored[0][1] if scored else 1.0
    least = max(_LEAST, best if best == 1.0 else _NEAR * best)
    return [group for group, score in scored if score >= least]

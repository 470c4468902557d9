"""Target lists: which targets of which documents, by indicator, scope and year. Retrieval has no say in it."""

from collections.abc import Iterable

from corpus.facts import Library
from corpus.quoting import compact
from corpus.target import Target


def select_targets(
    library: Library,
    *,
    documents: Iterable[str] = (),
    indicator: str | None = None,
    scope: str | None = None,
    year: int | None = None,
) -> list[Target]:
    """Targets that pass every filter, in document and printed order; what twins say alike is there once.

    `indicator` counts as a part of the canonical or of the printed name, `scope` as a part of the printed scope. A
    target for a period without a year counts for each year of it. Raises UnknownDocument.
    """
    chosen = tuple(documents)
    return [
        target
        for target in library.once(library.targets(chosen), chosen)
        if (indicator is None or _names(indicator, target.indicator, target.indicator_raw))
        and (scope is None or _names(scope, target.scope or ""))
        and (year is None or _is_for(target, year))
    ]


def _names(wanted: str, *names: str) -> bool:
    return any(compact(wanted) in compact(name) for name in names)


def _is_for(target: Target, year: int) -> bool:
    if target.year is not None or target.period is None:
        return target.year == year
    return target.period[0] <= year <= target.period[1]

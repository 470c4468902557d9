"""All the goals of one area (昆山市) or one year, where no single indicator is asked for. Knows no passages."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.fact_answers.evidence import distinct, target_evidence
from assistant.fact_answers.target_choice import is_whole
from assistant.fact_answers.target_words import area_words, value_words
from assistant.query import Operation, Query
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_all_targets"]

_GOALS = re.compile(r"目标|指标")
_ASKED = frozenset({Operation.LIST, Operation.VALUE, Operation.TEXT, Operation.SUMMARY})
_FEWEST = 3
_LONGEST_TOPIC = 12


def answer_all_targets(query: Query, index: "Index") -> Draft | None:
    """The cells of an area, or of a year of the whole, of every indicator of one document's table."""
    if query.operation not in _ASKED or query.indicators or len(query.documents) != 1 or not _GOALS.search(query.text):
        return None
    if len("".join(query.topic.split())) > _LONGEST_TOPIC or not (query.scopes or query.years):
        return None
    library = index.library
    cells = [one for one in library.targets(query.documents) if one.place.row is not None and not one.is_baseline]
    if query.scopes:
        cells = [one for one in cells if one.scope == query.scopes[0]]
    else:
        cells = [one for one in cells if is_whole(one)]
    cells = [one for one in cells if not query.years or one.year in query.years]
    if len(cells) < _FEWEST:
        return None
    head = f"{area_words(cells[0], library)}："
    evidence = distinct(item for one in cells for item in target_evidence(one, library))
    return Draft(AnswerKind.LIST, (Statement(f"{head}{_listed(cells)}。", evidence),))


def _listed(cells: list[Target]) -> str:
    """Indicator by indicator within each year."""
    by_year: dict[int | None, list[str]] = {}
    for one in cells:
        by_year.setdefault(one.year, []).append(f"{one.indicator}{value_words(one)}")
    return "；".join(f"{f'{year}年' if year else ''}{'、'.join(values)}" for year, values in by_year.items())

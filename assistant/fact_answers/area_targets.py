"""All the goals of one area (昆山市) or one year, where no single indicator is asked for or none that it has."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer, Statement
from assistant.fact_answers.target_choice import is_whole
from assistant.fact_answers.target_words import area_words, value_words
from assistant.facts.evidence import targets_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from assistant.understanding.likeness import text_to_grams, weights_of
from corpus.facts import Library
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_all_targets"]

_GOALS = re.compile(r"目标|指标")
_ASKED = frozenset({Operation.LIST, Operation.VALUE, Operation.TEXT, Operation.SUMMARY})
_WHOLE_ROW = re.compile(r"[一整]行|(?:各[项个]?|所有|全部|哪些)指标")
"""Asks for every column, also for those that say how it was before."""
_FEWEST = 3
_ASIDE = re.compile(r"平方米|平米|万方|亿?元|楼宇经济|高质量|发展|主要|总体|任务|工作|项")
_TELLING, _COVERED = 0.3, 0.5
_LONGEST_TOPIC = 12


def answer_all_targets(query: Query, index: "Index") -> Draft | NoAnswer | None:
    """The cells of an area, or of a year of the whole, of every indicator of one document's table."""
    if query.operation not in _ASKED or query.indicators or len(query.documents) != 1 or not _GOALS.search(query.text):
        return None
    if len("".join(query.topic.split())) > _LONGEST_TOPIC or not (query.scopes or query.years):
        return None
    library = index.library
    whole_row = _WHOLE_ROW.search(query.text) and not query.years
    cells = [one for one in library.targets(query.documents) if one.place.row is not None]
    cells = [one for one in cells if whole_row or not one.is_baseline]
    if query.scopes:
        cells = [one for one in cells if one.scope == query.scopes[0]]
    else:
        cells = [one for one in cells if is_whole(one)]
    cells = [one for one in cells if not query.years or one.year in query.years]
    if len(cells) < _FEWEST:
        return None
    if _asks_for_one_more(query, cells, library):
        return _without_column(query, cells, library)
    head = f"{area_words(cells[0], library)}："
    evidence = targets_evidence(cells, library)
    return Draft(AnswerKind.LIST, (Statement(f"{head}{_listed(cells)}。", evidence),))


def _asks_for_one_more(query: Query, cells: Sequence[Target], library: Library) -> bool:
    """Whether one number is asked for, of something that no column of the table and no word of the text is about."""
    if query.operation is not Operation.VALUE:
        return False
    weights = weights_of(library)
    asked = text_to_grams(_ASIDE.sub(" ", query.topic))
    columns = text_to_grams("，".join(one.indicator for one in cells))
    return weights.sum(asked) >= _TELLING and weights.coverage(asked, columns) < _COVERED


def _without_column(query: Query, cells: Sequence[Target], library: Library) -> NoAnswer:
    """Says that the table has no such column, and which it has."""
    label, area = document_label(library, cells[0].document_id), area_words(cells[0], library)
    topic = "".join(_ASIDE.sub(" ", query.topic).split())
    message = f"{label}的文件没有{'' if area == label else area}“{topic}”的目标数字，只列了：{_listed(cells)}。"
    evidence = targets_evidence(cells, library)
    return NoAnswer(
        RefusalReason.NOT_IN_CORPUS, message, evidence, firm=topic not in library.document(cells[0].document_id).text
    )


def _listed(cells: Sequence[Target]) -> str:
    """Indicator by indicator within each year."""
    by_year: dict[int | None, list[str]] = {}
    for one in cells:
        by_year.setdefault(one.year, []).append(f"{one.indicator}{value_words(one)}")
    return "；".join(f"{f'{year}年' if year else ''}{'、'.join(values)}" for year, values in by_year.items())

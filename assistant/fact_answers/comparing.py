"""How the places differ: one line per document in scope, from the comparator's cells. Knows no passages."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.comparison import compare, ranked
from assistant.draft import Draft, Statement
from assistant.fact_answers.target_choice import is_whole
from assistant.fact_answers.target_words import value_words, year_words
from assistant.facts.evidence import targets_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from assistant.understanding.likeness import weights_of
from assistant.understanding.topic import with_official_words
from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from corpus.facts import Definition, Evidence, Library
from corpus.target import Target
from indexing.words import characters

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_compared_targets"]

_QUANTITY = re.compile(
    r"目标|指标|数字|多少|多[满高大]|几[个幢栋座家场成]|率|面积|数量|幢数|总[量额]|最[高多大低少小]|规模|比例|占比"
)
_NEW, _TOTAL = re.compile(r"新增|新建|新认定|新引进"), re.compile(r"累计|总量|总数|存量|一共")
_LOWEST = re.compile(r"最[低少小]")
_SUPERLATIVE = re.compile(r"最[高多大低少小]|谁(?:更|最)|更[高多大]")
_QUOTED = re.compile(r"“([^”]{1,40})”")
_GENERAL = re.compile(r"数量|个数|规模|水平|总数")
"""Words that any indicator may be asked with."""
_EXPLAINED = 0.4
"""The indicators must explain so much of what the question says, or it is about something more than them."""
_MOST = 4
_MOST_MEANINGS = 2


def answer_compared_targets(query: Query, index: "Index") -> Draft | None:
    """The goals of every document in scope for the indicator asked for; 未提出 for those that set none."""
    library = index.library
    unnamed = query.operation is Operation.VALUE and not query.documents_named and len(query.indicators) > 1
    if not (query.operation is Operation.COMPARE or unnamed) or not _QUANTITY.search(query.text):
        return None
    view = _view(query, library)
    if view is None:
        return None
    if unnamed and sum(bool(_targets(document, view, library)) for document in view.documents) < 2:
        return None
    lines = [_line(document, view, query, library) for document in view.documents]
    statements = [*_ranking(query, view, library), *lines, *_meanings(view, library), *_remark(view)]
    return Draft(AnswerKind.COMPARISON, tuple(statements), comparison=view)


def _view(query: Query, library: Library) -> ComparisonView | None:
    """The comparison of the indicator group that the words mean; 新增 or 总量 as the question says, else both."""
    year = query.years[0] if len(query.years) == 1 else None
    for words in dict.fromkeys((query.topic, with_official_words(query.topic), *query.indicators[:1])):
        view = compare(library, documents=query.documents, indicator=words, year=year) if words else None
        if view and any(_is_stated(cells) for one in view.indicators for cells in one.cells.values()):
            if not _explains(view, query, library):
                continue
            wanted = [one for one in view.indicators if _is_wanted(one, query.text)] or list(view.indicators)
            return view.model_copy(update={"indicators": tuple(wanted)})
    return None


def _explains(view: ComparisonView, query: Query, library: Library) -> bool:
    named = frozenset(gram for name in _names(view) for gram in characters(name))
    asked = frozenset(characters(with_official_words(_GENERAL.sub(" ", query.topic))))
    return weights_of(library).coverage(asked, named) >= _EXPLAINED


def _is_wanted(one: IndicatorView, text: str) -> bool:
    if _NEW.search(text) and not _TOTAL.search(text):
        return "总量" not in one.indicator
    if _TOTAL.search(text) and not _NEW.search(text):
        return "新增" not in one.indicator
    return True


def _is_stated(cells: Sequence[CellView]) -> bool:
    return any(cell.state is not CellState.NOT_STATED for cell in cells)


def _line(document: str, view: ComparisonView, query: Query, library: Library) -> Statement:
    """What one document says of the indicator."""
    label = document_label(library, document)
    targets = _targets(document, view, library)
    if not targets:
        return Statement(f"{label}：未提出该指标的量化目标。", ())
    chosen = [one for one in targets if one.year in query.years] if query.years else []
    missing = f"没有{'、'.join(f'{year}年' for year in query.years)}的目标，只有" if query.years and not chosen else ""
    told = sorted(chosen or targets, key=lambda one: (one.place.row is not None, one.year or 0))[:_MOST]
    evidence = targets_evidence(told, library)
    return Statement(f"{label}：{missing}{_words(told)}。", evidence)


def _words(targets: Sequence[Target]) -> str:
    """Years and values by indicator: 企业属地注册率2024年75%、2025年85%."""
    by_indicator: dict[str, list[str]] = {}
    for one in targets:
        area = "" if is_whole(one) or one.scope is None else one.scope
        by_indicator.setdefault(area + one.indicator, []).append(f"{year_words(one)}{value_words(one)}")
    alone = {indicator for indicator, values in by_indicator.items() if len(values) == 1}
    single = {one.indicator: f"{year_words(one)}{one.indicator}{value_words(one)}" for one in targets if is_whole(one)}
    return "；".join(
        single[indicator] if indicator in alone and indicator in single else f"{indicator}{'、'.join(values)}"
        for indicator, values in by_indicator.items()
    )


def _targets(document: str, view: ComparisonView, library: Library) -> list[Target]:
    """The targets behind a document's cells, the same number of the same year once."""
    cells = [cell for one in view.indicators for cell in one.cells.get(document, ()) if cell.quote]
    names = _names(view)
    found: dict[tuple[int | None, str], Target] = {}
    for target in library.targets([document]):
        if target.indicator in names and any(
            (cell.quote, cell.year, cell.scope) == (target.quote, target.year, target.scope) for cell in cells
        ):
            words = value_words(target)
            if any(cell.original == words for cell in cells):
                found.setdefault((target.year, f"{target.indicator}{words}"), target)
    return list(found.values())


def _names(view: ComparisonView) -> set[str]:
    """The indicators, as the documents call them, that a comparison brings together."""
    return {name for one in view.indicators for name in _QUOTED.findall(one.reason)}


def _ranking(query: Query, view: ComparisonView, library: Library) -> list[Statement]:
    """The document with the largest or smallest comparable number, where one is asked for."""
    if not _SUPERLATIVE.search(query.text):
        return []
    order = next((found for one in view.indicators if (found := ranked(one))), [])
    if not order:
        return [Statement("各文件的年份或口径不同，不能直接排出高低。", ())]
    document, cell = order[-1] if _LOWEST.search(query.text) else order[0]
    behind = [
        target for target in library.targets([document]) if target.quote == cell.quote and target.year == cell.year
    ]
    evidence = targets_evidence(behind, library)
    word = _SUPERLATIVE.search(query.text)
    told = word[0] if word and word[0].startswith("最") else "更高"
    label = document_label(library, document)
    return [Statement(f"可比的数字中{told}的是{label}（{cell.original}）。", evidence)]


def _meanings(view: ComparisonView, library: Library) -> list[Statement]:
    """What the documents that say it mean by their indicators."""
    names = _names(view)
    return [
        Statement(f"{document_label(library, document)}的“{one.term}”指{one.meaning}。", (_evidence(one),))
        for document in view.documents
        for one in library.facts[document].definitions
        if one.term in names and not one.members
    ][:_MOST_MEANINGS]


def _evidence(one: Definition) -> Evidence:
    return Evidence(quote=one.quote, place=one.place)


def _remark(view: ComparisonView) -> list[Statement]:
    """A word of warning where the numbers are not for the same thing or year."""
    states = {cell.state for one in view.indicators for cells in one.cells.values() for cell in cells}
    if states & {CellState.NOT_COMPARABLE, CellState.NEEDS_REVIEW}:
        return [Statement("各文件的年份、范围或口径不尽相同，比较时请注意。", ())]
    return []

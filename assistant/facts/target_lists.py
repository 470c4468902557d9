"""Lists over targets: those that meet a condition, and all that one area or document sets. Knows no arithmetic."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import targets_evidence
from assistant.facts.indicators import Meant
from assistant.facts.measuring import holds, same_amount
from assistant.facts.target_choice import asks_which, chosen, means_parts
from assistant.facts.target_rows import in_table, is_whole, value_words, year_of, year_words
from assistant.facts.target_saying import all_statement
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import pairs, terms_of
from corpus.facts import Library
from corpus.target import Bound, Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["all_targets", "filtered_targets"]

_GOALS = pairs("各项主要总体全部所有目标任务指标数据情况数字具体分别要求怎么样")
_NAMED = 0.5
"""Where one indicator holds so much of the words, it is meant and not all of them."""
_FEWEST = 2


def filtered_targets(ask: Ask, targets: Sequence[Target], library: Library) -> Statement | None:
    """The areas or years whose value is as asked, counted and named; None where no condition is set."""
    where = ask.where
    named = where.amounts if asks_which(ask) else ()
    if ask.claim or not (where.conditions or where.lacks or named):
        return None
    rows = [one for one in targets if not is_whole(one)] or [one for one in targets if in_table(one)]
    if len(rows) < _FEWEST:
        return None
    held = [one for one in rows if _holds(ask, one)]
    first = rows[0]
    head = f"{document_label(library, first.document_id)}{_year(rows)}{first.indicator}"
    if not held:
        return Statement(f"没有符合条件的：{head}各项都不是。", targets_evidence(rows, library))
    parts = not is_whole(first)
    names = "、".join(f"{one.scope if parts else year_words(one)}（{value_words(one)}）" for one in held)
    count = f"共{len(held)}个" if len(held) > 1 else "是"
    return Statement(f"{head}符合条件的{count}：{names}。", targets_evidence(held, library))


def _holds(ask: Ask, one: Target) -> bool:
    where = ask.where
    if where.lacks:
        return not one.quantity.value
    amounts = [amount for amount in where.amounts if amount.bound is Bound.EQ]
    exact = not amounts or any(same_amount(amount, one.quantity) for amount in amounts)
    return exact and all(holds(one.quantity, condition) for condition in where.conditions)


def _year(rows: Sequence[Target]) -> str:
    return year_words(rows[0]) if len({year_of(one) for one in rows}) == 1 else ""


def all_targets(ask: Ask, ranked: Sequence[Meant], index: "Index") -> list[Candidate]:
    """Every indicator of the area, the year or the document named, where the words name hardly any one of them."""
    if ask.fold not in {Fold.SHOW, Fold.COUNT} or not (ask.where.areas or ask.where.years or ask.where.named):
        return []
    document = ask.where.documents[0] if len(ask.where.documents) == 1 else ranked[0].document
    meant = [one for one in ranked if one.document == document]
    cells = [one for indicator in meant for one in chosen(indicator.targets, ask, index.library).targets]
    cells = sorted(_of_one_area(ask, cells), key=lambda one: (in_table(one), one.place.line))
    if len(cells) < _FEWEST or means_parts(ask):
        return []
    cells = [one for one in cells if in_table(one)] if ask.where.areas else _goals(cells)
    if len(cells) < _FEWEST:
        return []
    terms = terms_of(ask.where.words, index.library)
    if terms.items and ranked[0].explained >= _NAMED:
        return []
    match = terms.share(terms.held(_GOALS)) if terms.items else 1.0
    features = {"match": match, "own": match, "all": 1.0, "agree": 0.0, "filled": 1.0, "year_ok": 1.0, "area_ok": 1.0}
    features["margin"] = match - ranked[0].explained
    draft = Draft(AnswerKind.LIST, (all_statement(cells, index.library),))
    return [Candidate(ask, draft, features, tuple(dict.fromkeys(one.indicator for one in cells)))]


def _of_one_area(ask: Ask, cells: Sequence[Target]) -> list[Target]:
    if ask.where.areas:
        return [one for one in cells if one.scope == ask.where.areas[0]]
    return [one for one in cells if is_whole(one)]


def _goals(cells: Sequence[Target]) -> list[Target]:
    """The goals of the running text where there are some, else the cells."""
    return [one for one in cells if not in_table(one)] or list(cells)

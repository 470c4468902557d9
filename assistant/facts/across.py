"""One indicator over several documents: which is highest, by how much. Says when they are for other years."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.comparing.groups import mates_of
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import (
    Term,
    difference,
    extreme,
    growth_words,
    in_one_unit,
    ordered,
    rank_words,
    ratio,
    summed,
)
from assistant.facts.indicators import Meant
from assistant.facts.kinship import kin_of
from assistant.facts.target_choice import chosen
from assistant.facts.target_rows import in_table, is_whole, to_term, value_words, year_of, year_words
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from corpus.facts import Library
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["across_documents"]

_NEAR = 0.6
"""The share of what the best indicator explains that one of another document must explain to be the same thing."""


def across_documents(ask: Ask, ranked: Sequence[Meant], index: "Index") -> list[Candidate]:
    """The fold over the best fitting goal of each document in scope; those without one are named."""
    library = index.library
    best = _best(ask, ranked, library)
    if not best:
        return []
    terms = [to_term(one, _name(one, library), library) for _, one in best]
    text = _folded(ask, terms)
    if not text:
        return []
    missing = [one for one in ask.where.documents if one not in {meant.document for meant, _ in best}]
    told = "；".join(f"{_name(one, library)}{year_words(one)}{one.indicator}{value_words(one)}" for _, one in best)
    absent = f"；{'、'.join(document_label(library, one) for one in missing)}未写" if missing else ""
    years = "（年份不同）" if len({year_of(one) for _, one in best}) > 1 else ""
    evidence = distinct(item for term in terms for item in term.evidence)
    draft = Draft(AnswerKind.CALCULATION, (Statement(f"{text}{years}。{told}{absent}。", evidence),))
    return [Candidate(ask, draft, _features(ask, best), tuple(term.name for term in terms))]


def _best(ask: Ask, ranked: Sequence[Meant], library: Library) -> list[tuple[Meant, Target]]:
    """The best indicator of each document that has a number for the whole; the same under another name comes first."""
    found: dict[str, tuple[Meant, Target]] = {}
    mates = mates_of(ranked[0].document, ranked[0].name, library)
    for one in sorted(ranked, key=lambda one: (one.document, one.name) not in mates):
        wholes = [target for target in chosen(one.targets, ask.about(whole=True), library).targets if is_whole(target)]
        goals = [target for same in kin_of(one, ranked) for target in same.targets if is_whole(target)]
        wholes = wholes or _only_scope(one.targets)
        if not any(not in_table(target) for target in wholes) and not ask.where.years:
            wholes = [target for target in goals if not in_table(target)] or wholes
        near = (one.document, one.name) in mates or one.explained >= _NEAR * ranked[0].explained
        if wholes and near and one.agree >= 0:
            found.setdefault(
                one.document, (one, max(wholes, key=lambda target: (not in_table(target), year_of(target) or 0)))
            )
    scope = ask.where.documents or tuple(library.documents)
    return [found[document] for document in scope if document in found]


def _only_scope(targets: Sequence[Target]) -> list[Target]:
    """The targets of an indicator that is for one part only (城区)."""
    return [one for one in targets if not one.is_baseline] if len({one.scope for one in targets}) == 1 else []


def _folded(ask: Ask, terms: Sequence[Term]) -> str:
    if len(terms) < 2 or in_one_unit(terms) is None:
        return ""
    rate = terms[0].unit in {"%", "％"}
    if ask.fold in {Fold.DIFFERENCE, Fold.RATIO}:
        return _between(ask, terms)
    if ask.fold is Fold.SUM:
        total = summed(terms)
        return f"{'、'.join(one.name for one in terms)}合计{total.text}" if total and not rate else ""
    if ask.fold is Fold.ORDER:
        return "、".join(f"{one.name}{one.said}" for one in ordered(terms, low=ask.low))
    first = extreme(terms, rank=ask.rank, top=ask.top, low=ask.low)
    names = "、".join(f"{one.name}（{one.said}）" for one in first)
    return f"{names}{rank_words(ask.rank, low=ask.low, rate=rate)}" if first else ""


def _between(ask: Ask, terms: Sequence[Term]) -> str:
    folded = (ratio if ask.fold is Fold.RATIO else difference)(terms[0], terms[1])
    if folded is None:
        return ""
    if ask.fold is Fold.RATIO:
        return f"{terms[0].name}是{terms[1].name}的{folded.text}"
    if not folded.value:
        return "两者相同"
    more = f"{folded.terms[0].name}{'高' if folded.terms[0].unit in {'%', '％'} else '多'}{folded.text}"
    return more + growth_words(ask, *folded.terms[::-1], more="高出")


def _name(one: Target, library: Library) -> str:
    return document_label(library, one.document_id)


def _features(ask: Ask, best: Sequence[tuple[Meant, Target]]) -> dict[str, float]:
    count = len(ask.where.documents) or len(best)
    return {
        "match": min(meant.explained for meant, _ in best),
        "own": min(meant.explained for meant, _ in best),
        "named": min(meant.named for meant, _ in best),
        "meaning": min(meant.meaning for meant, _ in best),
        "agree": min(meant.agree for meant, _ in best),
        "filled": len(best) / count,
        "across": 1.0,
    }

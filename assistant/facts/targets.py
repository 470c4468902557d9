"""How much: answers from targets. Finds the indicators, selects, folds, and says it; the steps are in other modules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.comparing.groups import mates_of
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.across import across_documents
from assistant.facts.indicators import Meant, meant_indicators, naming_amounts, several, with_members
from assistant.facts.kinship import alike, kin_of
from assistant.facts.outcomes import answer_outcomes
from assistant.facts.ranking import names_said
from assistant.facts.target_achieved import achieved, earlier_level
from assistant.facts.target_besides import missing_here, only_a_goal, variants
from assistant.facts.target_choice import Chosen, best_chosen, is_only_for, means_parts
from assistant.facts.target_folds import folded_targets, goal_of, sum_of
from assistant.facts.target_lists import all_targets, filtered_targets
from assistant.facts.target_members import members_added
from assistant.facts.target_rows import distinct_targets, in_table
from assistant.facts.target_saying import disagreements, instead_words, sums_that_differ, target_statements
from assistant.facts.target_silence import are_within, is_meant, is_silent
from assistant.facts.target_verdicts import missing_words, verdict
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold, Want
from assistant.reading.words import terms_of
from corpus.facts import Library
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_targets"]

_MOST = 6
_ACROSS = frozenset({"compare", "each_place"})
_ANSWERED = frozenset({Want.VALUE, Want.YEAR, Want.AREA, Want.NAME})
_RANKED = frozenset({Fold.EXTREME, Fold.ORDER})
_COMPARED = frozenset({Fold.EXTREME, Fold.DIFFERENCE, Fold.RATIO, Fold.ORDER})


def answer_targets(ask: Ask, index: "Index") -> list[Candidate]:
    """The best reading of an ask over the targets in scope, the next best indicator, and the whole row of an area."""
    ranked = _known_elsewhere(ask, meant_indicators(ask, index), index)
    if not ranked:
        return answer_outcomes(ask, index)
    naming = [one for one, words in naming_amounts(ask, index.library) if ranked[0].name.startswith(words)]
    kept = tuple(one for one in ask.where.conditions if one not in naming)
    ask = ask.about(conditions=kept, words=with_members(ask, index.library)) if naming else ask
    if ask.per_document or (_sets_places_apart(ask) and ask.fold in _COMPARED):
        return across_documents(ask, ranked, index) if ask.fold in _COMPARED else []
    if _sets_places_apart(ask) and ask.fold is Fold.SUM and (added := across_documents(ask, ranked, index)):
        return added
    terms = terms_of(with_members(ask, index.library), index.library)
    groups = _with_other_side(ask, several(ranked, terms, ask.where.words), ranked)
    groups = alike(groups, ranked, ask.where.words) if ask.fold in _RANKED else groups
    found = [*_candidates(ask, groups, ranked, index), *_besides(ask, groups, ranked, index)]
    same = {other.name for one in groups for other in kin_of(one, ranked)}
    rest = [one for one in ranked if one not in groups and one.name not in same and one.explained > 0]
    found += [candidate for one in rest[:1] for candidate in _candidates(ask, (one,), ranked, index)]
    return [*found, *all_targets(ask, ranked, index), *answer_outcomes(ask, index)][:_MOST]


def _known_elsewhere(ask: Ask, ranked: list[Meant], index: "Index") -> list[Meant]:
    """The indicators, first the one of the one document asked that another document calls by the name asked for."""
    other = _elsewhere(ask, ranked[:1], index)
    if other is None or missing_here(ask, ranked[0], other, index.library) is None:
        return ranked
    mates = mates_of(other.document, other.name, index.library)
    same = next((one for one in ranked if (one.document, one.name) in mates), None)
    if same is None:
        return ranked
    named = replace(other, document=same.document, name=same.name, targets=same.targets)
    return [named, *(one for one in ranked if one is not same)]


def _elsewhere(ask: Ask, ranked: Sequence[Meant], index: "Index") -> Meant | None:
    """The indicator of another document that fits an ask over one document best of all."""
    if not ranked or not ask.where.named or len(ask.where.documents) != 1:
        return None
    other = _best_anywhere(replace(ask.about(documents=()), gist=""), index)
    return other if other.document != ranked[0].document else None


@lru_cache(maxsize=4)
def _best_anywhere(ask: Ask, index: "Index") -> Meant:
    """Asked for twice by an ask."""
    return meant_indicators(ask, index)[0]


def _sets_places_apart(ask: Ask) -> bool:
    """Whether several documents are set against each other."""
    return len(ask.where.documents) > 1 and (ask.where.named or bool(_ACROSS & ask.heard))


def _with_other_side(ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant]) -> Sequence[Meant]:
    """Both sides of a comparison, where the area named has a number under another name (城区的楼宇入驻率)."""
    if len(groups) > 1 or ask.fold not in _COMPARED or len(ask.where.areas) != 1:
        return groups
    area, best = ask.where.areas[0], groups[0]
    if any(one.scope == area for one in best.targets):
        return groups
    others = [one for one in ranked if one.document == best.document and is_only_for(one.targets, area)]
    return (best, *others[:1])


def _besides(ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant], index: "Index") -> list[Candidate]:
    """Other things the ask may mean, and what has to be told about it."""
    library, best = index.library, groups[0]
    found = []
    for other, name in variants(ask, best, kin_of(best, ranked)):
        meant = _candidates(other, groups, ranked, index)
        found += [replace(one, features={**one.features, name: 1.0}) for one in meant]
    told: dict[str, Draft | NoAnswer | None] = {
        "goal_only": only_a_goal(ask, best, library),
        "members": members_added(ask, ranked, library),
        "earlier": earlier_level(ask, best, library),
        "achieved": achieved(ask, best, library),
    }
    features = _features(ask, groups, ranked, [Chosen(best.targets)], index)
    found += [Candidate(ask, one, {**features, name: 1.0}) for name, one in told.items() if one]
    return [*found, *_missing(ask, best, features, index)]


def _missing(ask: Ask, best: Meant, features: Mapping[str, float], index: "Index") -> list[Candidate]:
    """That the one document asked has no such indicator, where another has."""
    other = _elsewhere(ask, [best], index)
    absent = missing_here(ask, best, other, index.library) if other else None
    if other is None or absent is None:
        return []
    told = {**features, "match": other.around, "own": other.explained, "named": other.named, "missing": 1.0}
    return [Candidate(ask, absent, told)]


def _candidates(ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant], index: "Index") -> list[Candidate]:
    """What the targets of these indicators say to the ask; [] where only prose may."""
    library = index.library
    ask = ask.about(whole=True) if len(groups) > 1 and ask.fold in _RANKED and not ask.where.areas else ask
    picks = [best_chosen([same.targets for same in (one, *kin_of(one, ranked))], ask, library) for one in groups]
    features = _features(ask, groups, ranked, picks, index)
    if not any(pick.targets for pick in picks):
        gap = _gap(groups, picks, ask, library)
        return [Candidate(ask, NoAnswer(RefusalReason.NOT_IN_CORPUS, one.text, one.evidence), features) for one in gap]
    told = [_until(ask, pick.targets, library) for pick in picks if pick.targets]
    draft, more = _draft(ask, told, library)
    missed = [pair for pair in zip(groups, picks, strict=True) if not pair[1].targets]
    gaps = [gap for one, pick in missed for gap in _gap([one], [pick], ask, library)]
    draft = replace(draft, statements=(*draft.statements, *gaps))
    rows = tuple(
        dict.fromkeys(one.scope if means_parts(ask) and one.scope else one.indicator for t in told for one in t)
    )
    return [Candidate(ask, draft, {**features, **more}, names_said(rows, draft) if ask.fold in _RANKED else rows)]


def _until(ask: Ask, targets: Sequence[Target], library: Library) -> Sequence[Target]:
    """The targets; beside the cells of one year the goal of the running text where what is to be reached until then is
    asked (到2025年引进几个: 不少于15个 in all, 5个 in that year).
    """
    yearly = "until" in ask.hints and ask.fold not in _RANKED and all(map(in_table, targets))
    goal = goal_of(targets, library) if yearly else None
    return [goal, *targets] if goal else targets


def _draft(ask: Ask, told: Sequence[Sequence[Target]], library: Library) -> tuple[Draft, Mapping[str, float]]:
    """The statements for targets that are there, and what more there is to know for choosing."""
    folded = folded_targets(ask, told, library)
    if folded is not None:
        judged = _claimed_sum(ask, told, folded, library)
        return Draft(AnswerKind.CALCULATION, (judged, *_doubts(ask, told, library))), {"folded": 1.0}
    filtered = filtered_targets(ask, told[0], library)
    if filtered is not None:
        return Draft(AnswerKind.LIST, (filtered,)), {"folded": 1.0}
    return _shown(ask, told, library)


def _shown(ask: Ask, told: Sequence[Sequence[Target]], library: Library) -> tuple[Draft, Mapping[str, float]]:
    targets = [one for group in told for one in distinct_targets(group)]
    statements = target_statements([one for group in told for one in group], library)
    if ask.fold is Fold.DIFFERENCE and (missing := missing_words(ask, targets[-1])):
        statements[0] = replace(statements[0], text=f"{statements[0].text.rstrip('。')}；{missing}。")
        return Draft(AnswerKind.CALCULATION, tuple(statements)), {"folded": 1.0}
    doubts = _doubts(ask, told, library)
    judged = verdict(ask, [one.quantity for one in targets]) if ask.claim or ask.fold is Fold.WHETHER else None
    if judged is not None:
        opened = replace(statements[0], text=("是。" if judged else "不是。") + statements[0].text)
        return Draft(AnswerKind.YES_NO, (opened, *statements[1:])), {"verdict": 1.0}
    kind = AnswerKind.FACT if len(targets) == 1 else AnswerKind.LIST
    return Draft(kind, (*statements, *doubts)), {"folded": float(ask.fold in {Fold.SHOW, Fold.COUNT, Fold.WHETHER})}


def _claimed_sum(ask: Ask, told: Sequence[Sequence[Target]], folded: Statement, library: Library) -> Statement:
    """A sum that is claimed to be some amount is judged by the sum."""
    claims = ask.claim and ask.fold is Fold.SUM and "yearly" not in ask.hints
    total = sum_of(ask, told, library) if claims else None
    judged = verdict(ask, [total]) if total is not None else None
    return folded if judged is None else replace(folded, text=("是。" if judged else "不是。") + folded.text)


def _doubts(ask: Ask, told: Sequence[Sequence[Target]], library: Library) -> list[Statement]:
    if ask.where.areas:
        return []
    sums = [one for group in told for one in sums_that_differ(group, library)]
    return [*(one for group in told for one in disagreements(group, library)), *sums]


def _gap(groups: Sequence[Meant], picks: Sequence[Chosen], ask: Ask, library: Library) -> list[Statement]:
    """Says what is not there, and what is; [] where another indicator may be meant, or the text gives another figure:
    then nothing is absent.
    """
    first, pick = groups[0], picks[0]
    years, areas = ask.where.years, () if pick.area_ok else ask.where.areas
    meant = is_meant(first, terms_of(with_members(ask, library), library))
    if not meant or are_within(pick.instead, years) or not is_silent(first, years, areas, library):
        return []
    there, evidence = instead_words(pick.instead, library, ask.where.areas)
    what = "、".join(areas or (f"{year}年" for year in years))
    label = document_label(library, first.document)
    return [Statement(f"{label}的文件未写{what}的“{first.name}”，写的是：{there}。", evidence)]


def _features(
    ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant], picks: Sequence[Chosen], index: "Index"
) -> dict[str, float]:
    terms = terms_of(with_members(ask, index.library), index.library)
    held = frozenset().union(*(one.held for one in groups))
    best = groups[0]
    others = [one.score for one in ranked if one.name not in {group.name for group in groups}]
    return {
        "match": max(terms.share(held), *(one.around for one in groups)),
        "own": terms.share(held),
        "named": min(one.named for one in groups),
        "margin": best.score - max(others, default=0.0),
        "meaning": best.meaning,
        "agree": min(one.agree for one in groups),
        "filled": _filled(ask, picks),
        "year_ok": min(pick.year_ok for pick in picks),
        "area_ok": min(pick.area_ok for pick in picks),
        "several": float(len(groups) > 1),
    }


def _filled(ask: Ask, picks: Sequence[Chosen]) -> float:
    wants = [want for want in ask.want if want in _ANSWERED]
    there = sum(bool(pick.targets) for pick in picks) / len(picks)
    return there * (len(wants) / len(ask.want) if ask.want else 1.0)

"""How much: answers from targets. Finds the indicators, selects, judges and says it; rows of tables fold."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.actuals import answer_actuals
from assistant.facts.evidence import distinct, header_evidence, table_of, targets_evidence
from assistant.facts.indicators import Meant, fit_features, meant_indicators, naming_amounts, several, with_members
from assistant.facts.measuring import verdict
from assistant.facts.target_choice import Chosen, chosen, means_parts
from assistant.facts.target_folds import folded_targets
from assistant.facts.target_rows import (
    area_words,
    distinct_targets,
    in_table,
    is_whole,
    value_words,
    year_words,
    years_of,
)
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold, Want
from assistant.reading.words import terms_of
from assistant.sentences import text_to_sentences
from corpus.facts import Evidence, FindingKind, Library
from corpus.quoting import compact
from corpus.target import Target
from indexing.index import Index

_YEAR = re.compile(r"(?:19|20)\d\d")
_LISTED = 6
"""So many goals of other years are told."""
_ACROSS = frozenset({"compare", "each_place"})
_ANSWERED = frozenset({Want.VALUE, Want.YEAR, Want.AREA, Want.NAME})
_COMPARED = frozenset({Fold.DIFFERENCE, Fold.RATIO})
_FIGURES = frozenset({"how_much", "goal", "share", "growth", "difference", "ratio", "average", "total", "whether"})
"""Senses of which one asks for a figure: who asks how or which (都鼓励改哪些地方) misses no goal."""
_MOST, _AHEAD, _MORE, _HALF = 4, 0.3, 0.1, 0.5
"""So many goals are told; by so much another document's indicator must fit better than any here, and so much more of
the words it must hold, more than half of them in all.
"""


def answer_targets(ask: Ask, index: Index) -> list[Candidate]:
    """The best reading of an ask over the targets in scope, and the next best indicator."""
    ranked = meant_indicators(ask, index)
    if ask.per_document or (_sets_places_apart(ask) and ask.fold in _COMPARED):
        return []
    if not ranked:
        return answer_actuals(ask, (), index)
    naming = [one for one, words in naming_amounts(ask, index.library) if ranked[0].name.startswith(words)]
    kept = tuple(one for one in ask.where.conditions if one not in naming)
    ask = ask.about(conditions=kept, words=with_members(ask, index.library)) if naming else ask
    terms = terms_of(with_members(ask, index.library), index.library)
    groups = several(ranked, terms, ask.where.words)
    rest = [one for one in ranked if one not in groups and one.explained > 0]
    found = [one for some in (groups, rest[:1]) if some for one in _candidates(ask, some, ranked, index)]
    found = found or _in_no_such_year(ask, groups[0], ranked, index.library)
    return [*found, *_missing(ask, groups[0], index), *answer_actuals(ask, ranked, index)]


def _missing(ask: Ask, here: Meant, index: Index) -> list[Candidate]:
    """That the one document asked sets no goal for an indicator that another has, and which it sets: a question that
    names an amount takes such a goal for granted. Where only the words told the one, the other may be meant.
    """
    if not ask.where.named or len(ask.where.documents) != 1 or not (ask.where.amounts or _FIGURES & ask.heard):
        return []
    other = meant_indicators(replace(ask.about(documents=()), gist=""), index)[0]
    ahead, more = other.score - here.score, other.explained - here.explained
    goals = [one for one in index.library.targets([here.document]) if is_whole(one) and not one.is_baseline]
    own = ([one for one in goals if not in_table(one)] or goals)[:_MOST]
    if other.document == here.document or ahead < _AHEAD or more < _MORE or other.explained <= _HALF:
        return []
    if other.document in ask.where.spared:
        return answer_targets(ask.about(documents=(other.document,), spared=()), index)
    if not own:
        return []
    listed = "；".join(f"{year_words(one)}{one.indicator}{value_words(one)}" for one in own)
    label = document_label(index.library, here.document)
    message = f"{label}的文件没有“{other.name}”的目标，写了的目标有：{listed}等。"
    reason = RefusalReason.FALSE_PREMISE if ask.where.amounts else RefusalReason.NOT_IN_CORPUS
    features = {"match": other.around, "own": other.explained, "named": other.named, "missing": 1.0}
    return [Candidate(ask, NoAnswer(reason, message, targets_evidence(own, index.library)), features)]


def _sets_places_apart(ask: Ask) -> bool:
    """Whether several documents are set against each other."""
    return len(ask.where.documents) > 1 and (ask.where.named or bool(_ACROSS & ask.heard))


def _candidates(ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant], index: Index) -> list[Candidate]:
    """What the targets of these indicators say to the ask; [] where only prose may."""
    picks = [chosen(one.targets, ask, index.library) for one in groups]
    told = [pick.targets for pick in picks if pick.targets]
    if not told:
        return []
    draft, more = _draft(ask, told, index.library)
    named = (one.scope if means_parts(ask) and one.scope else one.indicator for some in told for one in some)
    features = _features(ask, groups, ranked, picks, index) | more
    return [Candidate(ask, draft, features, tuple(dict.fromkeys(named)))]


def _in_no_such_year(ask: Ask, best: Meant, ranked: Sequence[Meant], library: Library) -> list[Candidate]:
    """That a document sets goals of an indicator for other years than those asked, of which no sentence of it that
    names the indicator speaks, nor a goal that the words fit as well (徐泾镇2024年的楼宇指标).
    """
    pick, years = chosen(best.targets, ask, library), ask.where.years
    alike = [one for one in ranked if one.document == best.document and one.around >= best.explained]
    if pick.year_ok or any(chosen(one.targets, ask, library).year_ok for one in alike):
        return []
    other = distinct_targets(chosen(best.targets, ask.about(years=()), library).targets)
    if not other or not all(map(year_words, other)) or _is_said_of(best.name, years, best.document, library):
        return []
    label, asked = document_label(library, best.document), "、".join(f"{year}年" for year in years)
    listed = "、".join(
        f"{'' if is_whole(one) else one.scope or ''}{year_words(one)}{value_words(one)}" for one in other[:_LISTED]
    )
    message = f"{label}的文件没有写{asked}的“{best.name}”，写了的是：{listed}{'等' if len(other) > _LISTED else ''}。"
    fitting = {"year_ok": 0.0, "area_ok": pick.area_ok, "missing": 1.0}
    features = {**fit_features(ask, [best], ranked, library), **fitting}
    outcome = NoAnswer(RefusalReason.NOT_IN_CORPUS, message, targets_evidence(other[:_LISTED], library))
    return [Candidate(ask, outcome, features, (best.name,))]


def _is_said_of(name: str, years: Sequence[int], document: str, library: Library) -> bool:
    """Whether a sentence names an indicator and is of one of these years, as it says or one before it on its line."""
    for line in library.document(document).text.splitlines():
        said = ""
        for sentence in map(compact, text_to_sentences(line)):
            said = sentence if _YEAR.search(sentence) else said
            if name in sentence and any(str(year) in said for year in years):
                return True
    return False


def _draft(ask: Ask, told: Sequence[Sequence[Target]], library: Library) -> tuple[Draft, dict[str, float]]:
    """The statements for targets that are there, and what more there is to know for choosing."""
    doubts = [] if ask.where.areas else [one for group in told for one in _disagreements(group, library)]
    if folded := folded_targets(ask, told, library):
        return Draft(AnswerKind.CALCULATION, (folded, *doubts)), {"folded": 1.0}
    targets = [one for group in told for one in distinct_targets(group)]
    statements = _target_statements([one for group in told for one in group], library)
    judged = verdict(ask, [one.quantity for one in targets]) if ask.claim and ask.fold is not Fold.SUM else None
    if judged is not None:
        opened = replace(statements[0], text=("是。" if judged else "不是。") + statements[0].text)
        return Draft(AnswerKind.YES_NO, (opened, *statements[1:])), {"verdict": 1.0}
    kind = AnswerKind.FACT if len(targets) == 1 else AnswerKind.LIST
    return Draft(kind, (*statements, *doubts)), {"folded": float(ask.fold is Fold.SHOW)}


def _features(
    ask: Ask, groups: Sequence[Meant], ranked: Sequence[Meant], picks: Sequence[Chosen], index: Index
) -> dict[str, float]:
    return {
        **fit_features(ask, groups, ranked, index.library),
        "filled": _filled(ask, picks),
        "year_ok": min(pick.year_ok for pick in picks),
        "area_ok": min(pick.area_ok for pick in picks),
    }


def _filled(ask: Ask, picks: Sequence[Chosen]) -> float:
    wants = [want for want in ask.want if want in _ANSWERED]
    there = sum(bool(pick.targets) for pick in picks) / len(picks)
    return there * (len(wants) / len(ask.want) if ask.want else 1.0)


def _target_statements(targets: Sequence[Target], library: Library) -> list[Statement]:
    """One statement for each indicator, in the order in which they are first met."""
    by_indicator: dict[str, list[Target]] = {}
    for target in targets:
        by_indicator.setdefault(target.indicator, []).append(target)
    return [_statement(distinct_targets(group), library) for group in by_indicator.values()]


def _disagreements(targets: Sequence[Target], library: Library) -> list[Statement]:
    """What text and annex say differently of these targets, both sides; nothing for parts of the area."""
    if not targets or not all(map(is_whole, targets)):
        return []
    ids = {target.id for target in targets if not in_table(target)}
    return [
        Statement(finding.message, _with_headers(finding.evidence, library))
        for finding in library.facts[targets[0].document_id].findings
        if finding.kind is FindingKind.PROSE_ANNEX and ids & set(finding.targets)
    ]


def _statement(targets: Sequence[Target], library: Library) -> Statement:
    return Statement(_sentence(targets, library), targets_evidence(targets, library))


def _sentence(targets: Sequence[Target], library: Library) -> str:
    """The shortest sentence that keeps years and areas apart."""
    first = targets[0]
    if len(targets) == 1:
        return f"{area_words(first, library)}{year_words(first)}{first.indicator}为{value_words(first)}。"
    if len({one.scope for one in targets}) == 1 or all(map(is_whole, targets)):
        values = "、".join(f"{year_words(one)}{value_words(one)}" for one in targets)
        return f"{area_words(first, library)}{first.indicator}：{values}。"
    same_year = len(years_of(targets)) == 1
    head = f"{year_words(first)}{first.indicator}" if same_year else first.indicator
    values = "、".join(f"{one.scope or ''}{'' if same_year else year_words(one)}{value_words(one)}" for one in targets)
    return f"{document_label(library, first.document_id)}{head}：{values}。"


def _with_headers(evidence: Iterable[Evidence], library: Library) -> tuple[Evidence, ...]:
    found = list(evidence)
    tables = [table_of(item.place, library) for item in found]
    return distinct((*found, *(header_evidence(table) for table in tables if table is not None)))

"""What else an ask over targets may mean, or has to be told: each part, that only a goal is written, or elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer
from assistant.facts.evidence import targets_evidence
from assistant.facts.indicators import Meant
from assistant.facts.target_achieved import figures_before, goals_meant
from assistant.facts.target_rows import distinct_targets, in_table, is_whole, value_words, year_words
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from corpus.facts import Library
from corpus.target import Target, TargetKind

__all__ = ["missing_here", "only_a_goal", "variants"]

_RANKED = frozenset({Fold.EXTREME, Fold.ORDER})
_EACH = frozenset({"each", "each_place"})
_FIGURES = frozenset(
    {
        "how_much",
        "goal",
        "share",
        "growth",
        "difference",
        "ratio",
        "average",
        "total",
        "most",
        "least",
        "order",
        "whether",
    }
)
"""Senses of which one asks for a figure: who asks how or which (都鼓励改哪些地方) misses no goal."""
_MOST = 4
_TOLD_ELSEWHERE, _MORE = 0.3, 0.1
"""By so much another document's indicator must fit better than any here, and so much more of the words it
must hold."""


def variants(ask: Ask, meant: Meant, kin: Sequence[Meant]) -> Iterator[tuple[Ask, str]]:
    """The asks that may be meant instead, each with its name among the features."""
    where = ask.where
    if ask.fold is Fold.SHOW and (ask.rank > 1 or ask.top):
        yield replace(ask, fold=Fold.EXTREME), "ranked"
    if ask.fold is Fold.SHOW and 2 in {len(where.areas), len(where.years)} and "than" in ask.hints:
        yield replace(ask, fold=Fold.DIFFERENCE), "compared"
    if earlier := _years_up_to(ask, [one for same in (meant, *kin) for one in same.targets]):
        yield replace(ask.about(years=earlier), fold=Fold.SUM), "up_to"
    parts = any(not is_whole(one) for one in meant.targets)
    if parts and ask.fold in _RANKED and where.whole and not where.areas:
        yield ask.about(whole=False), "parts"
    if parts and ask.fold is Fold.SHOW and not (where.areas or where.whole or ask.by) and _EACH & ask.heard:
        yield replace(ask, by="地区"), "parts"


def _years_up_to(ask: Ask, targets: Sequence[Target]) -> tuple[int, ...]:
    """The years up to the one named, where what was added in all of them is asked for (到2024年底累计)."""
    years = ask.where.years
    yearly = {one.year for one in targets if in_table(one) and one.kind is TargetKind.NEW and one.year}
    told = len(years) == 1 and "累计" in ask.where.words
    earlier = tuple(sorted(year for year in yearly if year <= years[0])) if told else ()
    return earlier if len(earlier) > 1 else ()


def only_a_goal(ask: Ask, meant: Meant, library: Library) -> NoAnswer | None:
    """Says that a document sets the goal and tells nowhere how it turned out."""
    goals = goals_meant(ask, meant, library) if "done" in ask.hints else []
    if not goals or figures_before(goals, meant, library):
        return None
    label, told = document_label(library, meant.document), _listed(distinct_targets(goals)[:_MOST])
    message = f"{label}的文件只定了目标（{told}），没有写实际完成的数字。"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, message, targets_evidence(goals[:_MOST], library))


def missing_here(ask: Ask, here: Meant, elsewhere: Meant, library: Library) -> NoAnswer | None:
    """Says that a document sets no goal for an indicator that another one has, and which goals it sets, where a figure
    is asked for: a question that names an amount takes such a goal for granted.
    """
    if not (ask.measures or ask.where.amounts or _FIGURES & ask.heard):
        return None
    if elsewhere.score - here.score < _TOLD_ELSEWHERE or elsewhere.explained - here.explained < _MORE:
        return None
    goals = [one for one in library.targets([here.document]) if is_whole(one) and not one.is_baseline]
    own = ([one for one in goals if not in_table(one)] or goals)[:_MOST]
    label = document_label(library, here.document)
    message = f"{label}的文件没有“{elsewhere.name}”的目标，写了的目标有：{_listed(own)}等。"
    reason = RefusalReason.FALSE_PREMISE if ask.where.amounts else RefusalReason.NOT_IN_CORPUS
    return NoAnswer(reason, message, targets_evidence(own, library))


def _listed(targets: Sequence[Target]) -> str:
    return "；".join(f"{year_words(one)}{one.indicator}{value_words(one)}" for one in targets)

"""What goals for each year (每年不少于300家) come to over the years they are set for."""

import re
from collections.abc import Sequence
from decimal import Decimal

from assistant.draft import Statement
from assistant.facts.evidence import targets_evidence
from assistant.facts.measuring import number_words
from assistant.facts.target_rows import area_words, distinct_targets, in_table, value_words
from assistant.facts.target_terms import said
from assistant.reading.ask import Ask, Fold
from corpus.extraction.periods import text_to_time
from corpus.facts import Library
from corpus.folding.numerals import number_text, numeral_to_int
from corpus.quoting import compact
from corpus.target import Bound, Target, TargetKind

__all__ = ["over_its_years"]

_EACH_YEAR = re.compile(r"每年|各年")
_LISTED = re.compile(r"((?:20\d\d年?[、和])+20\d\d)年[^，,。；;\d]{0,4}每年[^，,。；;\d]{0,20}")
_RUNNING = re.compile(r"连续(\d|[两二三四五])年")
_YEARS_OF_PLAN = re.compile(r"([两二三四五])年(?:行动|计划|规划|方案|实施|攻坚|提升)")
_BOUNDS = {Bound.GE: "不少于", Bound.GT: "超过", Bound.LE: "不超过", Bound.LT: "低于", Bound.APPROX: "约"}


def over_its_years(ask: Ask, targets: Sequence[Target], library: Library) -> Statement | None:
    """The sum over its years of an indicator that is set for each, where all years together are asked for; None where
    it is not set so, or nobody says for how many years.
    """
    asked = ask.fold is Fold.SUM or (ask.heard & {"span", "total"} and "yearly" not in ask.hints)
    chosen = distinct_targets(targets)
    if not asked or not all(map(_is_yearly, chosen)) or len({one.quantity.unit for one in chosen}) > 1:
        return None
    years = [_years(one, library) for one in chosen]
    if not all(years):
        return None
    bounds = {one.quantity.bound for one in chosen}
    unit = chosen[0].quantity.unit
    total = sum((one.quantity.value * count for one, count in zip(chosen, years, strict=True)), Decimal())
    plus = "+".join(f"{number_text(one.quantity.value)}{unit}×{n}年" for one, n in zip(chosen, years, strict=True))
    words = number_words(total, unit)
    told = "、".join(value_words(one) for one in chosen)
    head = f"{area_words(chosen[0], library)}{chosen[0].indicator}{told}"
    text = f"{head}，合计{_BOUNDS.get(min(bounds), '')}{words}（{plus}={words}）。"
    return said(text, targets_evidence(chosen, library))


def _is_yearly(target: Target) -> bool:
    """Whether a number is an exact amount or a bound for each year."""
    of_each_year = _EACH_YEAR.search(target.indicator) or _EACH_YEAR.search(target.indicator_raw)
    plain = target.quantity.high is None and target.kind is not TargetKind.RATE and not in_table(target)
    return bool(of_each_year) and plain


def _years(target: Target, library: Library) -> int:
    """For how many years a number is set: those listed before it, its period, else those of the document's plan; 0
    where nothing says so.
    """
    quote = compact(target.quote)
    if listed := re.search(rf"{_LISTED.pattern}{number_text(target.quantity.value)}", quote):
        return len(re.findall(r"20\d\d", listed[1]))
    if running := _RUNNING.search(quote):
        return _count(running[1])
    metadata = library.document(target.document_id).metadata
    period = target.period or metadata.period or text_to_time(metadata.title).period
    if period:
        return period[1] - period[0] + 1
    named = _YEARS_OF_PLAN.search(metadata.title)
    return _count(named[1]) if named else 0


def _count(numeral: str) -> int:
    return numeral_to_int(numeral.replace("两", "二")) or 0

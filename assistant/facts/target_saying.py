"""Targets in sentences, with what they rest on. Knows no asks."""

from collections.abc import Iterable, Sequence

from assistant.draft import Statement
from assistant.facts.evidence import distinct, header_evidence, table_of, targets_evidence
from assistant.facts.folding import summed
from assistant.facts.target_rows import (
    area_words,
    distinct_targets,
    in_table,
    is_whole,
    to_term,
    value_words,
    year_words,
    years_of,
)
from assistant.labels import document_label
from corpus.facts import Evidence, FindingKind, Library
from corpus.target import Target, TargetKind

__all__ = ["all_statement", "disagreements", "instead_words", "sums_that_differ", "target_statements"]

_MOST_INSTEAD = 4


def target_statements(targets: Sequence[Target], library: Library) -> list[Statement]:
    """One statement for each indicator, in the order in which they are first met."""
    by_indicator: dict[str, list[Target]] = {}
    for target in targets:
        by_indicator.setdefault(target.indicator, []).append(target)
    return [_statement(distinct_targets(group), library) for group in by_indicator.values()]


def all_statement(targets: Sequence[Target], library: Library) -> Statement:
    """Every indicator of one area or document, year by year."""
    by_year: dict[int | None, list[str]] = {}
    for one in targets:
        by_year.setdefault(one.year, []).append(f"{one.indicator}{value_words(one)}")
    listed = "；".join(f"{f'{year}年' if year else ''}{'、'.join(values)}" for year, values in by_year.items())
    return Statement(f"{area_words(targets[0], library)}：{listed}。", targets_evidence(targets, library))


def disagreements(targets: Sequence[Target], library: Library) -> list[Statement]:
    """What text and annex say differently of these targets, both sides; nothing for parts of the area."""
    if not targets or not all(map(is_whole, targets)):
        return []
    ids = {target.id for target in targets if not in_table(target)}
    return [
        Statement(finding.message, _with_headers(finding.evidence, library))
        for finding in library.facts[targets[0].document_id].findings
        if finding.kind is FindingKind.PROSE_ANNEX and ids & set(finding.targets)
    ]


def sums_that_differ(targets: Sequence[Target], library: Library) -> list[Statement]:
    """Printed totals that are not the sum of their parts: both are said."""
    totals = [one for one in targets if one.is_total and one.kind is not TargetKind.RATE and not one.is_baseline]
    return [statement for one in totals if (statement := _sum_of_parts(one, library))]


def _sum_of_parts(total: Target, library: Library) -> Statement | None:
    parts = [
        one
        for one in library.targets([total.document_id])
        if not is_whole(one) and one.place.table_no == total.place.table_no
        if (one.indicator, one.year) == (total.indicator, total.year)
    ]
    folded = summed([to_term(one, one.scope or "", library) for one in parts]) if len(parts) > 1 else None
    if folded is None or (folded.unit, folded.value) == (total.quantity.unit, total.quantity.value):
        return None
    text = f"{year_words(total)}{total.indicator}印的合计是{value_words(total)}，各地相加为{folded.text}，两者不一致。"
    return Statement(text, distinct((*targets_evidence([total], library), *folded.evidence)))


def instead_words(
    targets: Sequence[Target], library: Library, areas: Sequence[str]
) -> tuple[str, tuple[Evidence, ...]]:
    """What comes closest to what is not there: the same area in other years, else the whole."""
    goals = [one for one in targets if not one.is_baseline] or list(targets)
    near = [one for one in goals if one.scope in areas] or [one for one in goals if is_whole(one)] or goals
    offered = distinct_targets(near)[:_MOST_INSTEAD]
    said = [f"{area_words(one, library)}{year_words(one)}{one.indicator}为{value_words(one)}" for one in offered]
    return "；".join(said), targets_evidence(offered, library)


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
    values = "、".join(f"{_part(one)}{'' if same_year else year_words(one)}{value_words(one)}" for one in targets)
    return f"{document_label(library, first.document_id)}{head}：{values}。"


def _part(one: Target) -> str:
    return one.scope or ""


def _with_headers(evidence: Iterable[Evidence], library: Library) -> tuple[Evidence, ...]:
    found = list(evidence)
    tables = [table_of(item.place, library) for item in found]
    return distinct((*found, *(header_evidence(table) for table in tables if table is not None)))

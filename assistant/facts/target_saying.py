"""Targets in sentences, with what they rest on. Knows no asks."""

from collections.abc import Iterable, Sequence

from assistant.draft import Statement
from assistant.facts.evidence import distinct, header_evidence, table_of, targets_evidence
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
from corpus.facts import Evidence, FindingKind, Library
from corpus.target import Target

__all__ = ["disagreements", "target_statements"]


def target_statements(targets: Sequence[Target], library: Library) -> list[Statement]:
    """One statement for each indicator, in the order in which they are first met."""
    by_indicator: dict[str, list[Target]] = {}
    for target in targets:
        by_indicator.setdefault(target.indicator, []).append(target)
    return [_statement(distinct_targets(group), library) for group in by_indicator.values()]


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

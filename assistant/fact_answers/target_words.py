"""Targets in words: a value, its year and its area as an official would say them. Knows no questions."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from assistant.comparing.originals import printed_number
from assistant.fact_answers.target_choice import is_whole
from assistant.labels import document_label
from corpus.facts import Library
from corpus.quoting import squeeze
from corpus.target import Target

__all__ = ["area_words", "number_words", "scaled_words", "target_sentence", "value_words", "year_words", "years_of"]


def value_words(target: Target) -> str:
    """The number with unit and bound as printed: 40万平方米, 不少于15个, 85%以上."""
    return printed_number(target)


def number_words(value: Decimal, unit: str = "") -> str:
    """A number without needless zeros and without exponent, with its unit."""
    text = format(value, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) + unit


def scaled_words(value: Decimal, unit: str) -> str:
    """A number with the 万 or 亿 of its unit, as a term of arithmetic: 62亿 of 62亿元."""
    scale = re.match(r"[百千]?[万亿]?", unit)
    return number_words(value, scale[0] if scale else "")


def year_words(target: Target) -> str:
    """到2025年 or 2025年底前 for goals of running text, 2025年 for cells and baselines; a span for periods of years."""
    if target.year is not None:
        cumulative = target.place.row is None and not target.is_baseline
        return _by_when(target.year, target.quote) if cumulative else f"{target.year}年"
    if target.period and all(str(year) in target.quote for year in target.period):
        return f"{target.period[0]}—{target.period[1]}年"
    return ""


def _by_when(year: int, quote: str) -> str:
    """到2025年, or more exactly where the words say so: 2020年底前, 到2025年末."""
    printed = re.search(rf"{year}年(\d{{1,2}}月)?([底末])?(前)?", squeeze(quote))
    if printed is None or not any(printed.groups()):
        return f"到{year}年"
    return printed[0] if printed[3] else f"到{printed[0]}"


def area_words(target: Target, library: Library) -> str:
    """The area of a target, in words that name its document: 青浦赵巷镇; the whole is called by its document."""
    label = document_label(library, target.document_id)
    if is_whole(target):
        return label
    return target.scope or label


def years_of(targets: Iterable[Target]) -> list[int]:
    """The years that targets are for, ascending."""
    return sorted({one.year for one in targets if one.year is not None})


def target_sentence(targets: Sequence[Target], library: Library) -> str:
    """One sentence for the targets of one indicator, the shortest that keeps years and areas apart."""
    first = targets[0]
    if len(targets) == 1:
        return f"{area_words(first, library)}{year_words(first)}{first.indicator}为{value_words(first)}。"
    if len({one.scope for one in targets}) == 1:
        values = "、".join(f"{year_words(one)}{value_words(one)}" for one in targets)
        return f"{area_words(first, library)}{first.indicator}：{values}。"
    same_year = len({(one.year, one.period) for one in targets}) == 1
    head = f"{year_words(first)}{first.indicator}" if same_year else first.indicator
    values = "、".join(f"{one.scope or ''}{'' if same_year else year_words(one)}{value_words(one)}" for one in targets)
    return f"{document_label(library, first.document_id)}{head}：{values}。"

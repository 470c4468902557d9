"""Rules by which a document names the leading unit of a shared list: a mark (带“*”为牵头单位) or the first place.

Knows how such rules are worded. A lead that no label and no stated rule names is not a lead.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.extraction.unit_names import MARKS, UnitList
from corpus.quoting import compact

_MARKED = re.compile(
    rf"[带标加有注]{{0,2}}[“\"'‘「]?([{re.escape(MARKS)}])[”\"'’」]?号?[者的]{{0,2}}(?:单位|部门)?[均皆]?[为是系](?:本项[^。；]{{0,8}})?(?:牵头|主办|主要责任|第一责任)"
)
_FIRST = re.compile(
    r"(?:[列排][名在于]{0,3})?(?:第一位|第一名|第一|首位|首个|最前)个?[者的]{0,2}(?:单位|部门)?[者的]?[均皆]?[为是系](?:[^。；]{0,6})?(?:牵头|主办)"
    r"|(?:牵头|主办)(?:责任)?(?:单位|部门)[均皆]?[列排][名在于]{0,3}(?:第一|首位|最前)"
)
_SENTENCE = re.compile(
    r"[。；，,]?[^。；，,]{0,12}(?:(?:第一|首位|首个|最前)[^。；，,]{0,8}[为是系][^。；，,]{0,6}(?:牵头|主办)[^。；，,]{0,6}"
    r"|(?:牵头|主办)[^。；，,]{0,6}[列排][^。；，,]{0,3}(?:第一位?|首位|最前))(?:[，,。](?:下同|以下同))?[。]?$"
)


@dataclass(frozen=True, slots=True)
class LeadRule:
    """How leads are marked in shared lists: by `mark` before or behind a name, or by standing first."""

    mark: str | None = None
    first: bool = False


def stated_rule(texts: Iterable[str]) -> LeadRule | None:
    """The rule that one of the texts states; None where none does."""
    for text in texts:
        words = compact(text)
        if match := _MARKED.search(words):
            return LeadRule(mark=match.group(1))
        if _FIRST.search(words):
            return LeadRule(first=True)
    return None


def without_rule(text: str) -> str:
    """A clause's words without the sentence that states the rule (。列第一位者为牵头单位，下同)."""
    return _SENTENCE.sub("", text)


def apply_rule(units: UnitList, rule: LeadRule | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Leads and all names (marks removed) of a shared list. Marks are removed even where no rule explains them."""
    names = tuple(name.strip(MARKS) for name in units.names)
    if rule is None or not names:
        return (), names
    if rule.first:
        return names[:1], names
    marked = tuple(name.strip(MARKS) for name in units.names if rule.mark in (name[0], name[-1]))
    return marked, names

"""What a comparing Ask is about: the groups of indicators that its words mean, and their rows. Words nothing."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.comparing.cells import NOT_STATED
from assistant.comparing.groups import Group, Member, indicator_groups
from assistant.comparing.readings import Kind
from assistant.comparing.rows import group_rows
from assistant.facts.indicators import Meant, meant_indicators, several, with_members
from assistant.prose.items import items_of
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, terms_of
from assistant.validity import in_force, today
from assistant.views import ComparisonView, IndicatorView
from corpus.facts import Library
from indexing.index import Index

_LISTED = 0.3
"""So much of a listed thing's words and of the indicator's name is said by the other."""
_LIKE = 0.6
"""An indicator in other words is offered where it says so much of the asked words as the best does, and they so much of
its name. Closeness by the embedder cannot tell (2026-11-28: 亿元楼宇 and 千万元楼宇 .97, the same thing in other words
.86 to .97); of five documents on one field and fourteen others the nearest false friend has .22 of the words.
"""
_KINDS = {"新增": Kind.NEW, "新建": Kind.NEW, "累计": Kind.STOCK, "总量": Kind.STOCK, "总数": Kind.STOCK}
"""Words of an ask that mean one of two rows of a group."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Groups as rows over the documents in scope, and how well they fit the words."""

    view: ComparisonView
    groups: tuple[Group, ...]
    meant: tuple[Meant, ...]
    """The indicators that the groups were found by, the best first."""
    terms: Terms
    """Those of the words."""
    margin: float

    @property
    def held(self) -> frozenset[int]:
        """The numbers of the terms of the words that the indicators hold."""
        return frozenset().union(*(one.held for one in self.meant))

    @property
    def match(self) -> float:
        """The share of the words that the indicators hold."""
        return self.terms.share(self.held)

    @property
    def fit(self) -> float:
        """That share, or that of a name that the words say."""
        return max(self.match, *(one.named for one in self.meant))


def compared(ask: Ask, index: Index) -> list[Compared]:
    """The groups that the words mean, and the next best group; none where no indicator has any of words in quotation
    marks: nearness alone means nothing then.
    """
    ranked = [one for one in meant_indicators(ask, index) if one.score > 0]
    if not ranked or (ask.where.quoted and not any(one.held for one in ranked)):
        return []
    groups = _by_group(ranked, index)
    first = _named_together(ranked, groups, ask, index)
    rest = [group for group in groups if group not in first]
    each = _of_each_item(groups, ask, index)
    found = [*([each] if len(each) > 1 and set(each) != set(first) else []), first, *([rest[:1]] if rest else [])]
    return [_compared(chosen, groups, ask, index) for chosen in found]


def _of_each_item(groups: Collection[Group], ask: Ask, index: Index) -> list[Group]:
    """The best group for each thing that the words list (经济增长、城镇新增就业和失业率), in the order said."""
    asks = [ask.about(words=item) for item in items_of(ask)]
    found = [meant_indicators(one, index)[:1] for one in asks if terms_of(one.where.words, index.library).items]
    best = [one for ranked in found for one in ranked if one.named >= _LISTED and one.explained >= _LISTED]
    of = {(member.document_id, member.indicator): group for group in groups for member in group.members}
    return list(dict.fromkeys(of[key] for one in best if (key := (one.document, one.name)) in of))


def _by_group(ranked: Sequence[Meant], index: Index) -> dict[Group, list[Meant]]:
    """The indicators by group, the best group first."""
    of: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in indicator_groups(index.library):
        for member in group.members:
            of[member.document_id, member.indicator].append(group)
    found: dict[Group, list[Meant]] = {}
    for one in ranked:
        for group in of[one.document, one.name]:
            found.setdefault(group, []).append(one)
    return found


def _named_together(
    ranked: Sequence[Meant], groups: Mapping[Group, Sequence[Meant]], ask: Ask, index: Index
) -> list[Group]:
    """The best group with those of other indicators that the words name as well (入驻率和注册率), in the order said."""
    together = several(ranked, _terms(ask, index), ask.where.words)
    best = next(iter(groups))
    said = {group: [together.index(one) for one in meant if one in together] for group, meant in groups.items()}
    others = [group for group in groups if said[group] and group.subject != best.subject]
    return sorted([best, *others], key=lambda group: min(said[group], default=0))


def _terms(ask: Ask, index: Index) -> Terms:
    return terms_of(with_members(ask, index.library), index.library)


def _compared(chosen: Sequence[Group], groups: Mapping[Group, Sequence[Meant]], ask: Ask, index: Index) -> Compared:
    meant = [one for group in chosen for one in groups[group]]
    rival = max((found[0].score for group, found in groups.items() if group not in chosen), default=0.0)
    scope = documents_compared(ask, index.library)
    others = {group: found for group, found in groups.items() if group not in chosen}
    rows = [row for group in chosen for row in _rows(group, groups[group], others, scope, ask, index)]
    view = ComparisonView(documents=scope, indicators=tuple(rows))
    return Compared(view, tuple(chosen), tuple(meant), _terms(ask, index), meant[0].score - rival)


def _rows(
    group: Group,
    meant: Sequence[Meant],
    others: Mapping[Group, Sequence[Meant]],
    scope: Sequence[str],
    ask: Ask,
    index: Index,
) -> list[IndicatorView]:
    """The rows of a group; a document that has none of its indicators is offered by that which is likest."""
    year = ask.where.years[0] if len(ask.where.years) == 1 else None
    rows = group_rows(index.library, group, scope, year)
    silent = {one for one in scope if all(row.cells[one] == (NOT_STATED,) for row in rows)}
    likely = _likely(group, meant[0], others, silent)
    if likely:
        rows = group_rows(index.library, replace(group, members=(*group.members, *likely)), scope, year)
    return _of_kind(rows, ask)


def _likely(
    group: Group, best: Meant, others: Mapping[Group, Sequence[Meant]], silent: Collection[str]
) -> tuple[Member, ...]:
    """The likest indicator of each silent document that is counted in the same unit and fits the words well enough."""
    dimensions = {member.dimension for member in group.members}
    like = [one for found in others.values() for one in found if one.document in silent and _is_like(one, best)]
    found: dict[str, Member] = {}
    for one in sorted(like, key=lambda one: -one.score):
        members = [member for other in others for member in other.members if _is_of(member, one)]
        for member in members:
            if member.dimension in dimensions:
                found.setdefault(one.document, replace(member, likely=True))
    return tuple(found.values())


def _is_like(one: Meant, best: Meant) -> bool:
    return one.named >= _LIKE * best.named and one.explained >= _LIKE * best.explained


def _is_of(member: Member, one: Meant) -> bool:
    return (member.document_id, member.indicator) == (one.document, one.name)


def _of_kind(rows: list[IndicatorView], ask: Ask) -> list[IndicatorView]:
    """The row of the kind that the words name (新增, 累计); all where they name none or both."""
    kinds = {kind for word, kind in _KINDS.items() if word in ask.where.words}
    named = [row for row in rows if any(row.indicator.endswith(f"（{kind}）") for kind in kinds)]
    return named if len(kinds) == 1 and named else rows


def documents_compared(ask: Ask, library: Library) -> tuple[str, ...]:
    """The documents in scope of an ask, in their order; of twins that say the same the first."""
    documents = library.distinct(ask.where.documents or library.documents)
    if ask.where.named:
        return documents
    return tuple(one for one in documents if one in in_force(library, today())) or documents

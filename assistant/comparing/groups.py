"""Canonical indicators: the indicators of all documents brought together where the words justify it, with the reason.

Knows no states and no years; every indicator of a library is in exactly one group.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from assistant.comparing.measures import measure_of
from assistant.comparing.vocabulary import normal_form, sense_of
from corpus.facts import Library
from corpus.target import Target


@dataclass(frozen=True, slots=True)
class Member:
    """One indicator of one document in one unit dimension: its names, its sense, and its targets."""

    document_id: str
    indicator: str
    form: str
    sense: str
    part: bool
    """Counts only a part of what the group is about (星级楼宇入驻率)."""
    targets: tuple[Target, ...]
    likely: bool = False
    """Put beside the others for its likeness alone, which somebody must look at."""

    @property
    def dimension(self) -> str:
        """What it is counted in."""
        return measure_of(self.targets[0].quantity.unit, self.form).dimension


@dataclass(frozen=True, slots=True)
class Group:
    """A canonical indicator. Members of one sense are the same indicator; other senses are related, not the same."""

    name: str
    members: tuple[Member, ...]
    doubt: str
    """What speaks against taking the senses for one another; empty where there is nothing to say."""

    @property
    def subject(self) -> str:
        """What is counted, also where the group is about its share: 亿元楼宇占比 -> 亿元楼宇."""
        return self.name.removesuffix("占比")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name the group goes by, once, sorted."""
        own = {name for member in self.members for name in (member.indicator, member.form, member.sense)}
        return tuple(sorted({self.name, *own}))


@lru_cache(maxsize=4)
def indicator_groups(library: Library) -> tuple[Group, ...]:
    """All groups of a library, those of most documents first, then by name. The order of documents plays no part."""
    gathered: defaultdict[str, list[Member]] = defaultdict(list)
    doubts: dict[str, str] = {}
    for member, name, doubt in _members(library):
        gathered[name].append(member)
        doubts[name] = doubts.get(name) or doubt
    groups = [Group(name, tuple(members), doubts[name]) for name, members in gathered.items()]
    return tuple(sorted(groups, key=lambda group: (-len({m.document_id for m in group.members}), group.name)))


def _members(library: Library) -> list[tuple[Member, str, str]]:
    """Each member with the name of its group and the doubt that comes with its concept."""
    targets: defaultdict[tuple[str, str, str, str], list[Target]] = defaultdict(list)
    dimensions: defaultdict[str, set[str]] = defaultdict(set)
    for target in library.targets():
        form = normal_form(_without_scope(target))
        dimension = measure_of(target.quantity.unit, form).dimension
        targets[target.document_id, target.indicator, form, dimension].append(target)
        dimensions[form].add(dimension)
    return [
        _member(key, found, len(dimensions[key[2]]) > 1) for key, found in sorted(targets.items(), key=itemgetter(0))
    ]


def _member(key: tuple[str, str, str, str], targets: list[Target], several: bool) -> tuple[Member, str, str]:
    """A member, its group and its doubt; `several`: the words are counted in several dimensions."""
    document_id, indicator, form, dimension = key
    ordered = tuple(sorted(targets, key=lambda target: (target.place.line, target.id)))
    found = sense_of(form, dimension)
    if found is None:
        name = f"{form}（{dimension}）" if several else form
        return Member(document_id, indicator, form, form, False, ordered), name, ""
    concept, sense, part = found
    return Member(document_id, indicator, form, sense, part, ordered), concept.name, concept.doubt


def _without_scope(target: Target) -> str:
    """The indicator without the name of its area, which is the target's scope: 城区楼宇入驻率 -> 楼宇入驻率."""
    words = target.indicator.removeprefix(target.scope or "")
    return words if len(words) > 1 else target.indicator

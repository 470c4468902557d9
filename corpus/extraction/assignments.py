"""Words that assign work (A牵头，B、C配合; 责任单位：A、B) to leads, responsible units and whoever stands beside them.

Where the words stand (bracket, cell, paragraph) is the caller's business; which words are roles, `role_words` knows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.extraction.brackets import bracket_groups, split_outside, without_groups
from corpus.extraction.deadlines import is_deadline
from corpus.extraction.lead_rules import LeadRule, apply_rule, without_rule
from corpus.extraction.role_words import LABEL, ROLE, Part, RoleWord, label_part, role_behind, verb_at_end, verb_within
from corpus.extraction.unit_names import UnitList, is_group, looks_like_unit, split_units, with_groups_kept
from corpus.quoting import compact
from corpus.simplified import simplified
from corpus.task import RoleUnits

_WITH = re.compile(r"会同(?=[\u4e00-\u9fff])")
_BY = re.compile(r"^(?:.*(?<![自理缘事]))?由")
"""此项工作由, 其中管网改造由: of what the next name does something."""
_BY_DAY = re.compile(r"^(?:20\d\d年|[今明本当]年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:年?[底末中])?(?:之|以)?[前内](?=\w)")
"""Behind who does the work: by when what of it is done (2025年9月底前完成交接)."""
_NOTE = re.compile(
    r"[。；;，,]?(?:以下|以上|其他|其余|后续)[^。]{0,80}?(?:列出|列明|单列|下同)[^。]{0,20}$|[。；;，,]?(?:以)?下同$"
)
_NOTE_INSIDE = re.compile(r"下同|(?:牵头|主办)单位.|.(?:牵头|主办)单位|不再")
_SENTENCE = re.compile(r"[^。；;]*[。；;]?")
_LONGEST = 600
"""More characters than any list of units has; what is longer is running text."""
_LONGEST_NAME = 30
_SEPARATORS = frozenset("、，,；;。")


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads and who else is responsible, in printed order; `deadline` is what stands behind 完成时限： or alone.

    `others` are the roles beside 牵头 and 责任 by their names.
    """

    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    open_ended: bool = False
    deadline: str | None = None
    others: tuple[RoleUnits, ...] = ()

    @property
    def is_contact(self) -> bool:
        """Whether it only names whom to ask (联系人：…), which is no work."""
        return not (self.lead or self.responsible) and all(one.role == "联系人" for one in self.others)


@dataclass(slots=True)
class _Gathered:
    """Names by what their role makes of them, while a clause is read."""

    lead: list[str] = field(default_factory=list)
    responsible: list[str] = field(default_factory=list)
    others: dict[str, list[str]] = field(default_factory=dict)
    open_ended: bool = False
    due: str | None = None

    def add(self, part: Part, role: str, names: list[str]) -> None:
        """Names in a role; who helps is responsible and named as helping."""
        if part is Part.LEAD:
            self.lead.extend(names)
        elif part is Part.RESPONSIBLE:
            self.responsible.extend(names)
        if role and names:
            self.others.setdefault(role, []).extend(names)

    def names(self) -> list[str]:
        """All names, leads first."""
        return [*self.lead, *self.responsible, *(name for names in self.others.values() for name in names)]

    def assignment(self, rule: LeadRule | None) -> Assignment | None:
        """What was gathered; where no word names a lead, the stated rule may."""
        others = tuple(RoleUnits(role=role, units=tuple(dict.fromkeys(names))) for role, names in self.others.items())
        lead, shared = tuple(dict.fromkeys(self.lead)), tuple(dict.fromkeys(self.responsible))
        if not lead and shared:
            lead, shared = apply_rule(UnitList(shared, self.open_ended), rule)
        if not (lead or shared or others):
            return None
        rest = tuple(name for name in shared if name not in lead)
        return Assignment(lead, rest, self.open_ended, self.due, others)


def together(first: Assignment, second: Assignment) -> Assignment:
    """What two groups of words say of the same work."""
    gathered = _Gathered(open_ended=first.open_ended or second.open_ended, due=first.deadline or second.deadline)
    for one in (first, second):
        gathered.add(Part.LEAD, "", list(one.lead))
        gathered.add(Part.RESPONSIBLE, "", list(one.responsible))
        for other in one.others:
            gathered.add(Part.BESIDE, other.role, list(other.units))
    return gathered.assignment(None) or first


def starts_with_role(text: str) -> bool:
    """Whether the words begin with a role label (责任单位：, 牵头部门：)."""
    return _label_at_start(text) in (Part.LEAD, Part.RESPONSIBLE, Part.BESIDE)


def starts_with_due(text: str) -> bool:
    """Whether the words begin with the label of a deadline (完成时限：)."""
    return _label_at_start(text) is Part.DUE


def labelled_tail(text: str) -> tuple[int, int] | None:
    """Where sentences inside a paragraph begin with role labels (…。责任单位：A、B。完成时限：年底), first to last."""
    covered = {at for group in bracket_groups(text) for at in range(group.start, group.end)}
    tail: tuple[int, int] | None = None
    for match in _SENTENCE.finditer(text):
        if tail is None and match.start() not in covered and match.start() and starts_with_role(match[0]):
            tail = match.span()
        elif tail is not None and _label_at_start(match[0]) is not None:
            tail = (tail[0], match.end())
        elif tail is not None:
            break
    return tail


def words_to_assignment(text: str, rule: LeadRule | None = None) -> Assignment | None:
    """The assignment that these words make; None where they make none (an aside, 由专人负责, an explanation)."""
    if len(text) > _LONGEST:
        return None
    words = _without_notes(compact(text))
    gathered = _labelled(words) if _label_at_start(words) is not None else _by_verbs(words)
    return gathered.assignment(rule) if gathered else None


def bare_units(text: str, rule: LeadRule | None = None) -> Assignment | None:
    """Units alone in a bracket that closes a paragraph (…。（各有关单位）) as responsible; None for other words."""
    units = split_units(_without_notes(compact(text)))
    if not units.names or not all(map(looks_like_unit, units.names)):
        return None
    lead, everyone = apply_rule(units, rule)
    return Assignment(lead, tuple(name for name in everyone if name not in lead), units.open_ended)


def _label_at_start(text: str) -> Part | None:
    match = LABEL.match(simplified(compact(text[:40])))
    return label_part(match)[0] if match else None


def _without_notes(words: str) -> str:
    """The words without the rule of leads, without 以下均需…不再列出, and without brackets that say such things."""
    groups = [group for group in bracket_groups(words) if _NOTE_INSIDE.search(group.inner)]
    return without_rule(_NOTE.sub("", without_groups(words, groups))).strip("。；;")


def _labelled(words: str) -> _Gathered | None:
    """牵头单位：A；责任单位：B、C；完成时限：2025年底."""
    labels = list(LABEL.finditer(simplified(words)))
    gathered = _Gathered()
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part, role = label_part(label)
        said = words[label.end() : following.start() if following else None].strip("；;，,。")
        if part is Part.DUE:
            gathered.due = said
        elif part is not None:
            _add_list(gathered, part, role, said)
    return gathered


def _add_list(gathered: _Gathered, part: Part, role: str, said: str) -> None:
    """The names behind a label, a deadline, a verb and names with a role of their own taken out."""
    names: list[str] = []
    for piece in _pieces(said):
        if is_deadline(piece):
            gathered.due = f"{gathered.due}；{piece}" if gathered.due else piece
            continue
        if told := role_behind(piece):
            gathered.add(*told)
            continue
        verb = verb_at_end(simplified(piece))
        units = split_units(piece[: verb.start] if verb else piece)
        gathered.open_ended = gathered.open_ended or units.open_ended
        names.extend(units.names)
        if verb is not None and part is Part.RESPONSIBLE and not role:
            gathered.add(verb.part, verb.name, names)
            names = []
    gathered.add(part, role, names)


def _by_verbs(words: str) -> _Gathered | None:
    """A牵头，B、C按职责分工负责: names gather until a verb says what they do."""
    gathered = _Gathered()
    waiting: list[str] = []
    spoken = telling = False
    for piece in _pieces(words):
        if is_deadline(piece) or (spoken and _BY_DAY.match(piece)):
            gathered.due = f"{gathered.due}；{piece}" if gathered.due else piece
            continue
        if told := role_behind(piece):
            gathered.add(*told)
            spoken = True
            continue
        verb = _verb_of(piece)
        units = split_units(_BY.sub("", piece[: verb.start] if verb else piece))
        if telling and not verb and not all(map(looks_like_unit, units.names)):
            continue
        gathered.open_ended = gathered.open_ended or units.open_ended
        waiting.extend(units.names)
        if verb is not None:
            gathered.add(verb.part, verb.name, waiting)
            waiting, spoken = [], True
            telling = verb_at_end(simplified(piece)) is None
    if not (spoken or gathered.due) or not all(map(looks_like_unit, waiting)):
        return None
    gathered.add(Part.RESPONSIBLE, "", waiting)
    return gathered if _are_units(gathered.names()) else None


def _verb_of(piece: str) -> RoleWord | None:
    """The verb that a piece ends in, or that stands between units and what they do."""
    words = simplified(piece)
    last = verb_at_end(words)
    if looks_like_unit(_BY.sub("", words[: last.start] if last else words)) and not ROLE.search(words[:-2]):
        return last
    within = verb_within(words)
    names = split_units(_BY.sub("", words[: within.start])).names if within else ()
    return within if names and all(map(_acts, names)) else last


def _acts(name: str) -> bool:
    """Whether a name is that of a unit, or of several, not of a place (怀川市统筹发展)."""
    return looks_like_unit(name) and (is_group(name) or name[-1] not in "省市县区镇乡")


def _are_units(names: list[str]) -> bool:
    return all(looks_like_unit(name) for name in names[:1]) and all(len(name) <= _LONGEST_NAME for name in names)


def _pieces(words: str) -> Iterator[str]:
    """The words cut at separators, and behind 会同 (A会同B负责 makes A the lead)."""
    for piece in split_outside(with_groups_kept(words), _SEPARATORS):
        first, *others = _WITH.split(piece, maxsplit=1)
        yield from [f"{first}牵头", *others] if others and first else [piece]

"""Words that assign work (A牵头，B、C配合; 责任单位：A、B) to leads and responsible units.

Knows labels and verbs of assignment. Where the words stand (bracket, cell, paragraph) is the caller's business.
"""

import re
from dataclasses import dataclass

from corpus.extraction.brackets import split_outside
from corpus.extraction.lead_rules import LeadRule, apply_rule, without_rule
from corpus.extraction.unit_names import UnitList, looks_like_unit, split_units
from corpus.quoting import compact

__all__ = ["Assignment", "starts_with_role", "words_to_assignment"]

_LEAD = "牵头|主办|主责|第一责任"
_OTHER = "责任|配合|协办|协同|协助|参与|参加|落实|承办|实施|负责|完成|支持|执行"
_LABEL = re.compile(
    rf"(?:(?P<lead>{_LEAD})|(?P<other>{_OTHER}))(?:责任|负责|落实|配合|及责任|和责任)?(?:单位|部门|处室|科室|主体|地区)(?:及分工|分工)?[:：]|"
    r"(?P<due>完成时限|完成时间|时间节点|时限要求|完成期限)[:：]|(?P<else>[\u4e00-\u9fff]{2,8})[:：]"
)
_WORK = re.compile(
    r"(?:(?:按照?|根据|依据?|结合)(?:各自|部门|工作|有关){0,2}(?:职责|职能|职权|分工|任务){1,2})?"
    r"(?:分别|共同|具体|分工|联合|协同|积极){0,2}(?:负责|配合|参与|参加|协助|协同|落实|实施|推进|支持){1,2}(?:落实|实施|推进|做好|工作)?$"
)
_LEADS = re.compile(r"(?:共同|联合|负责|具体)?(?:牵头|主办)(?:负责|落实|实施|推进|组织|组织实施|会同)?$")
_WITH = re.compile(r"会同(?=[\u4e00-\u9fff])")
_LONGEST = 600
"""More characters than any list of units has; what is longer is running text."""
_SEPARATORS = frozenset("、，,；;。")


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads and who else is responsible, in printed order; `deadline` is what stands behind 完成时限：."""

    lead: tuple[str, ...]
    responsible: tuple[str, ...]
    open_ended: bool = False
    deadline: str | None = None


def starts_with_role(text: str) -> bool:
    """Whether the words begin with a role label (责任单位：, 牵头部门：)."""
    match = _LABEL.match(compact(text[:40]))
    return match is not None and bool(match["lead"] or match["other"])


def words_to_assignment(text: str, rule: LeadRule | None = None) -> Assignment | None:
    """The assignment that these words make; None where they make none (an aside, 由专人负责, an explanation)."""
    if len(text) > _LONGEST:
        return None
    words = without_rule(compact(text)).strip("。；;")
    if starts_with_role(words):
        return _labelled(words, rule)
    if _WORK.search(words) is None and _LEADS.search(words) is None:
        return None
    return _by_verbs(words, rule)


def _labelled(words: str, rule: LeadRule | None) -> Assignment | None:
    """牵头单位：A；责任单位：B、C；完成时限：2025年底."""
    labels = list(_LABEL.finditer(words))
    lead: list[str] = []
    other: list[str] = []
    open_ended, due = False, None
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        part = words[label.end() : following.start() if following else None].strip("；;，,。")
        units = split_units(_WORK.sub("", part))
        if label["due"]:
            due = part
        elif label["lead"] or label["other"]:
            (lead if label["lead"] else other).extend(units.names)
            open_ended = open_ended or units.open_ended
    if lead:
        return Assignment(tuple(lead), tuple(other), open_ended, due)
    shared = split_units("、".join(other))
    return _shared(shared.names, rule, open_ended, due)


def _by_verbs(words: str, rule: LeadRule | None) -> Assignment | None:
    """A牵头，B、C按职责分工负责: names gather until a verb says what they do."""
    lead: list[str] = []
    other: list[str] = []
    waiting: list[str] = []
    open_ended = False
    for piece in _pieces(words):
        role, bare = _role(piece)
        units = split_units(bare.removeprefix("由"))
        open_ended = open_ended or units.open_ended
        waiting.extend(units.names)
        if role is not None:
            (lead if role == "lead" else other).extend(waiting)
            waiting = []
    other.extend(waiting)
    if not all(looks_like_unit(name) for name in (lead + other)[:1]) or any(len(name) > 30 for name in lead + other):
        return None
    if lead:
        return Assignment(tuple(lead), tuple(name for name in other if name not in lead), open_ended)
    return _shared(tuple(dict.fromkeys(other)), rule, open_ended, None)


def _pieces(words: str) -> list[str]:
    """The words cut at separators, and behind 会同 (A会同B负责 makes A the lead)."""
    pieces: list[str] = []
    for piece in split_outside(words, _SEPARATORS):
        first, *others = _WITH.split(piece, maxsplit=1)
        pieces.extend([f"{first}牵头", *others] if others and first else [piece])
    return pieces


def _role(piece: str) -> tuple[str | None, str]:
    """What the verb at the end of a piece makes of the names before it, and the piece without the verb."""
    if match := _LEADS.search(piece):
        return "lead", piece[: match.start()]
    if match := _WORK.search(piece):
        return "other", piece[: match.start()]
    return None, piece


def _shared(names: tuple[str, ...], rule: LeadRule | None, open_ended: bool, due: str | None) -> Assignment | None:
    """One list for all: the stated rule says who leads; the others are responsible."""
    if not names:
        return None
    lead, everyone = apply_rule(UnitList(names, open_ended), rule)
    return Assignment(lead, tuple(name for name in everyone if name not in lead), open_ended, due)

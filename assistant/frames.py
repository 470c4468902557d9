"""A claim against clauses of one form (甲链由赵领衔，乙链由钱领衔): what one says of the one is not so of the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import permutations

from assistant.cases import Verdict
from assistant.claims import Claim
from assistant.held import share_said
from assistant.reading.claimed import content_of
from assistant.reading.words import fold

_SENTENCES, _CLAUSES = re.compile(r"[^。\n；;！？?]+"), re.compile(r"[,，]")
_LABEL = re.compile(r"^([^,，:：]{2,15})[:：](.+)$")
_REMARK = re.compile(r"\([^)]*\)")
_ITEMS = re.compile(r"[、和及与]|等$")
_MOST, _SLOTS, _PAIR = 24, 4, 2
_ALL, _LEAST = 0.99, 0.8
_FORM = 0.3
"""The share of the shorter of two clauses that makes them one form."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """What two clauses of one form say in the same place of it, each with the character behind it."""

    left: str
    right: str
    behind: str


def verdict_of_frames(claim: Claim, text: str, over: str) -> Verdict | None:
    """What clauses of one form, under what stands over them, say to a claim; None where they leave it open."""
    if claim.claimed.values or claim.claimed.turns:
        return None
    clauses = [one for one in _clauses_of(_REMARK.sub("", fold(text))) if share_said(claim.claimed.terms, one) > 0][
        :_MOST
    ]
    found = {one for pair in permutations(clauses, 2) if (one := _verdict(claim, *pair, over))}
    holds = {one.holds for one in found}
    return max(found, key=lambda one: one.share) if len(holds) == 1 else None


def _verdict(claim: Claim, left: str, right: str, over: str) -> Verdict | None:
    """What the left one of two clauses, told apart from the right one, says to a claim."""
    slots = _slots(left, right)
    if not _PAIR <= len(slots) <= _SLOTS:
        return None
    shared = len(left) - sum(len(one.left) for one in slots)
    if shared < min(len(left), len(right)) * _FORM and not _LABEL.match(left):
        return None
    own = [_says(one.left, one.behind, claim) and not _says(one.right, one.behind, claim) for one in slots]
    other = [_says(one.right, one.behind, claim) and not _says(one.left, one.behind, claim) for one in slots]
    told = claim.known_share(f"{left}，{right}，{over}")
    return Verdict(False, told) if any(own) and any(other) and told >= _LEAST else None


def _clauses_of(text: str) -> Iterator[str]:
    """The clauses of a text, those behind a label (甲科：负责…，牵头…) each behind it."""
    for sentence in _SENTENCES.findall(text):
        labelled = _LABEL.match(sentence)
        label, rest = (f"{labelled[1]}:", labelled[2]) if labelled else ("", sentence)
        yield from (label + one for one in _CLAUSES.split(rest) if one)


def _slots(left: str, right: str) -> Sequence[_Slot]:
    """Where two clauses differ that share the rest; none where anything stands in one of them alone."""
    blocks = [
        one for one in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks() if one.size >= _PAIR
    ]
    if not blocks:
        return ()
    found, at, there = [], 0, 0
    for one in [*blocks, None]:
        end, stop = (one.a, one.b) if one else (len(left), len(right))
        if (end > at) != (stop > there):
            return ()
        if end > at:
            found.append(_Slot(left[at:end], right[there:stop], left[end : end + 1]))
        if one:
            at, there = one.a + one.size, one.b + one.size
    return found


def _says(said: str, behind: str, claim: Claim) -> bool:
    """Whether a claim says what stands in a slot, or one of the things listed there."""
    return any(_is_said(one, behind, claim) for one in _ITEMS.split(said) if one)


def _is_said(one: str, behind: str, claim: Claim) -> bool:
    words = claim.claimed.words
    if len(one) == 1 or one in words:
        return (one + behind if len(one) == 1 else one) in words
    own = content_of(one, claim.library)
    return bool(own) and share_said(own, words) >= _ALL

"""A verdict for a claim whose answer gives none: by the cases that the sentences of the likeliest candidates list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.cases import Verdict, verdict_of_cases
from assistant.choosing import Choice
from assistant.claims import Claim, claim_of
from assistant.clauses import COLUMNS
from assistant.draft import Draft, Statement
from assistant.frames import verdict_of_frames
from assistant.held import share_said
from assistant.reading.ask import Ask, Fold
from assistant.reading.claimed import content_of, is_comparing
from assistant.reading.maker import RANKED
from assistant.reading.printed import LOWER, UPPER, values_in
from assistant.reading.stated import one_by_one
from assistant.verdicts import (
    OPEN,
    behind_verdict,
    has_verdict,
    is_of_another_kind,
    is_printed,
    verdict_given,
    with_verdict,
    without_verdict,
)
from corpus.facts import Library
from corpus.folding.units import base_unit
from corpus.target import Quantity

_TITLE = re.compile(r"《[^》]{1,60}》")
_SENTENCES = re.compile(r"[^。\n！？?]+")
_LOOKED_AT = 6
_LEAST = 0.7
"""The share of the words of a claim that tell whether it is so; the sentence itself must say as much where it is."""
_OWN, _NAMED = 0.6, 0.6
"""The share that the sentence says itself, and that of the name of its row which the claim says."""
_NEAR = 0.1
"""Verdicts of sentences that tell so much less of a claim than the best count as well."""
_WITHIN = 0.7
"""Sentences that print the number claimed leave it open if they say so much of what another says."""
_UNWRITTEN = "没有写"
"""What is told of a document, and stands in none."""


@dataclass(frozen=True, slots=True)
class _Told:
    verdict: Verdict
    candidate: Candidate
    statement: Statement


def settled(chosen: Candidate, ranked: Sequence[Choice], library: Library) -> Candidate | None:
    """The candidate behind whose words a verdict can be given on a claim, where the one chosen gives none; the one
    chosen without its verdict, where they say otherwise. None where it stays, or where sentences that tell as much of
    the claim differ.
    """
    ask, draft = chosen.ask, chosen.outcome
    if not ask.claim or OPEN & ask.heard or not isinstance(draft, Draft):
        return None
    given = verdict_given(draft)
    if given is None and has_verdict(draft):
        return None
    told = [one for choice in ranked[:_LOOKED_AT] for one in _told(choice.candidate, library)]
    most = max((one.verdict.share for one in told), default=0.0)
    near = [one for one in told if one.verdict.share >= most - _NEAR]
    if len({one.verdict.holds for one in near}) != 1 or near[0].verdict.holds is given:
        return None
    if given is not None:
        return without_verdict(chosen, draft)
    best = max(near, key=lambda one: one.verdict.share)
    draft = Draft(AnswerKind.YES_NO, (best.statement,))
    return with_verdict(replace(best.candidate, outcome=draft), draft, holds=best.verdict.holds)


def _told(candidate: Candidate, library: Library) -> Iterator[_Told]:
    """The verdicts that the sentences of a candidate give."""
    draft, ask = candidate.outcome, candidate.ask
    if not isinstance(draft, Draft) or ask.fold is not Fold.SHOW or not ask.claim or _is_ranked(ask):
        return
    if _UNWRITTEN in draft.text or (has_verdict(draft) and verdict_given(draft) is None):
        return
    claim = claim_of(ask, library)
    if claim.claimed.case or is_comparing(claim.claimed.words):
        return
    for one in draft.statements:
        statement = replace(one, text=behind_verdict(one.text))
        parts = [*_parts(statement, claim)]
        verdicts = [_sound(claim, ask, *part) for part in parts] + [_framed(claim, parts)]
        yield from (_Told(verdict, candidate, statement) for verdict in verdicts if verdict)


def _is_ranked(ask: Ask) -> bool:
    """Whether a rank is claimed; 最高150万元 is a limit and none."""
    return bool(ask.heard & RANKED) and not any(one.bound in LOWER | UPPER for one in values_in(ask.gist))


def _parts(statement: Statement, claim: Claim) -> Iterator[tuple[str, str, bool]]:
    """The sentences of a statement with what stands over them; the columns of a row whose name the claim says."""
    cited = statement.evidence
    over = " ".join(
        [*chain.from_iterable(item.place.path for item in cited), *(item.place.document_name for item in cited)]
    )
    text = one_by_one(_TITLE.sub("", statement.text))
    head, columns, cells = text.partition(COLUMNS)
    if not columns:
        yield from ((sentence, over, False) for sentence in _SENTENCES.findall(text))
    elif share_said(content_of(head, claim.library), claim.claimed.words) >= _NAMED:
        yield cells, f"{head} {over}", True


def _sound(claim: Claim, ask: Ask, sentence: str, over: str, row: bool) -> Verdict | None:
    """The verdict of a sentence that tells enough of a claim; what is denied may be printed nowhere else."""
    own = claim.known_share(f"{sentence} {over}" if row else sentence)
    found = verdict_of_cases(claim, sentence, over, row=row) if own >= _OWN else None
    least = min(found.share, own) if found and found.holds else found.share if found else 0.0
    if found is None or least < _LEAST or is_of_another_kind(ask, sentence):
        return None
    elsewhere = is_printed(ask, sentence, claim.library, within=_WITHIN) or _is_a_goal(ask, claim)
    open_ = (elsewhere and not found.holds) or not claim.is_as_strict(f"{sentence} {over}")
    return None if open_ else found


def _framed(claim: Claim, parts: Sequence[tuple[str, str, bool]]) -> Verdict | None:
    """The verdict of clauses of one form among the sentences of a statement."""
    sentences = [sentence for sentence, _, row in parts if not row]
    return verdict_of_frames(claim, "。".join(sentences), parts[0][1]) if sentences else None


def _is_a_goal(ask: Ask, claim: Claim) -> bool:
    """Whether an amount claimed is set as a goal of what the claim speaks of."""
    amounts = [(one.printed.kind, one.printed.value) for one in claim.claimed.stated]
    goals = (one for one in claim.library.targets(ask.where.documents) if _typed(one.quantity) in amounts)
    return any(share_said(content_of(one.indicator, claim.library), claim.claimed.words) >= _NAMED for one in goals)


def _typed(amount: Quantity) -> tuple[str, Decimal]:
    return base_unit(amount.unit), amount.in_base

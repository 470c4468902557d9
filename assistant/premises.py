"""What a question takes for granted, held against what the documents print of it: where they say otherwise, that is
told in place of an answer. Judges by claims only, and is silent where anything found bears it out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.claims import Claim, Held, claim_of
from assistant.clauses import COLUMNS
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.records import answer_records
from assistant.labels import document_label
from assistant.prose.answering import sentences_held
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Window
from assistant.reading.ask import Ask, Fold, Subject
from assistant.reading.premised import asks_where_said, is_placed, leaves_room, premises_of
from assistant.reading.printed import OFTEN, TIMES, values_in
from assistant.reading.tiers import in_tier
from assistant.verdicts import is_of_another_kind, is_printed, statement_held
from corpus.facts import Evidence, Library
from indexing.index import Index

_TELLING = frozenset({AnswerKind.FACT, AnswerKind.PASSAGE, AnswerKind.LIST})
_ASIDE = TIMES | {OFTEN}
_CASES = re.compile(r"下列(?:情形|行为|情况)|有[^。；]{0,20}(?:情形|行为|情况)之一")


@dataclass(frozen=True, slots=True)
class _Told:
    """What something found says to a premise."""

    held: Held | None
    """None where nothing found prints a value that is taken for granted."""
    text: str
    evidence: tuple[Evidence, ...]
    share: float
    sure: bool = False
    """Whether a row holds another value than the one named, in a column of few."""


def corrections(ask: Ask, found: Sequence[Candidate], windows: Sequence[Ranked], index: Index) -> list[Candidate]:
    """What the documents, in what is found of rows or the windows of prose, say otherwise than a question takes for
    granted; [] where anything bears that out.
    """
    premises = premises_of(ask.gist)
    if ask.per_document or ask.subject not in {Subject.PROSE, Subject.RECORDS} or not premises:
        return []
    statements = _statements(found) if ask.subject is Subject.RECORDS else []
    for premise in premises:
        claimed = replace(ask.about(words=premise), claim=True, gist=premise)
        claim = claim_of(claimed, index.library)
        told = chain(_worded(claim, windows), _stated(claim, statements), _rows(claimed, claim, index))
        against = next(told, None)
        if against is None or against.held is Held.SAYS or not _is_sure(claim, against):
            continue
        if is_of_another_kind(claimed, against.text) or (
            ask.claim and is_printed(claimed, against.text, index.library)
        ):
            continue
        if not any(one.held is Held.SAYS for one in told):
            return [_correction(against, ask, found, index)]
    unprinted = asks_where_said(ask.gist) and not _are_printed(premises, ask, index.library)
    nearest = [_Told(None, one.window.text, one.window.evidence, 0.0) for one in windows[:1] if unprinted]
    return [_correction(one, ask, found, index) for one in nearest]


def _are_printed(premises: Iterable[str], ask: Ask, library: Library) -> bool:
    """Whether some document in scope prints each value that is taken for granted; times tell nothing."""
    claimed = {(one.kind, one.value) for text in premises for one in values_in(text, bare=True)}
    scope = ask.where.documents or tuple(library.documents)
    printed = frozenset().union(*(_values_in(document, library) for document in scope))
    return all(one in printed for one in claimed if one[0] not in _ASIDE)


@lru_cache(maxsize=64)
def _values_in(document: str, library: Library) -> frozenset[tuple[str, object]]:
    """The values that a document prints anywhere, by kind."""
    lines = library.document(document).text.splitlines()
    return frozenset((one.kind, one.value) for line in lines for one in values_in(line, bare=True))


def _worded(claim: Claim, windows: Iterable[Ranked]) -> Iterator[_Told]:
    """What sentences say to a claim, the likeliest first; cases of a rule (有下列情形之一的：未付款) deny nothing."""
    for held, one in sentences_held(claim, windows):
        if held is not Held.DENIED and (held is not Held.TURNED or not _names_case(one.window)):
            yield _Told(held, one.window.text, one.window.evidence, claim.share(one.window.passage))


def _names_case(window: Window) -> bool:
    """Whether what a window says is listed as a case of a rule."""
    before = window.passage.partition(window.cited[0][0])[0]
    return bool(_CASES.search(before) or _CASES.search(window.text))


def _statements(found: Sequence[Candidate]) -> list[Statement]:
    """What the rows found say, each once."""
    drafts = [one.outcome for one in found if isinstance(one.outcome, Draft) and one.outcome.kind in _TELLING]
    return list(dict.fromkeys(one for draft in drafts for one in draft.statements))


def _stated(claim: Claim, statements: Iterable[Statement]) -> Iterator[_Told]:
    """What rows say to a claim."""
    for one in statements:
        held = statement_held(claim, one)
        if held is Held.SAYS or (held and COLUMNS in one.text):  # 没有…的赛事 are no words of a document
            yield _Told(held, one.text, one.evidence, claim.share(one.text))


def _rows(ask: Ask, claim: Claim, index: Index) -> Iterator[_Told]:
    """The verdicts of rows that a premise names, by the words in their columns."""
    if ask.subject is not Subject.RECORDS or ask.fold is not Fold.SHOW:
        return
    unmeasured = ask.about(amounts=(), conditions=())  # 100平的高层 puts a case, and claims no number of a row
    drafts = (one.outcome for one in answer_records(unmeasured, index) if isinstance(one.outcome, Draft))
    for first in (draft.statements[0] for draft in drafts if draft.kind is AnswerKind.YES_NO):
        verdict, _, text = first.text.partition("。")
        held = {"是": Held.SAYS, "不是": Held.VALUE}.get(verdict)
        if held and COLUMNS in text:
            yield _Told(held, text, first.evidence, claim.share(text), sure=True)


def _is_sure(claim: Claim, against: _Told) -> bool:
    """Whether words that say otherwise say so of the very thing: a value that leaves no room for the one claimed, a
    name in a place or role, a turn.
    """
    claimed = claim.claimed
    if against.sure:
        return True
    if against.held is Held.VALUE:
        own = [one for one in values_in(claimed.words, bare=True) if one.kind not in _ASIDE]
        said = values_in(against.text)
        if any(in_tier(one.kind, one.value, against.text) for one in own):
            return False
        return bool(own) and not any(leaves_room(one, other) for one in own for other in said)
    if against.held is Held.NAME:
        return all(is_placed(name, claimed.words) for names in claimed.names.values() for name in names)
    return against.held is Held.TURNED


def _correction(against: _Told, ask: Ask, found: Sequence[Candidate], index: Index) -> Candidate:
    label = document_label(index.library, against.evidence[0].place.document_id)
    silent = "" if against.held else "文件没有写所说的数。"
    message = f"前提不对。{silent}{label}的文件写的是：{against.text}"
    best = max(found, key=lambda one: one.features.get("own", 0.0), default=None)
    features = {**(best.features if best else {}), "premise": 1.0, f"premise.{against.held or 'unprinted'}": 1.0}
    features["premise.share"] = against.share
    return Candidate(ask, NoAnswer(RefusalReason.FALSE_PREMISE, message, against.evidence), features)

"""Verdicts on candidates for a claim: given by their words, and taken back where they rest on another amount."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.claims import Claim, Held, claim_of
from assistant.clauses import COLUMNS
from assistant.draft import Draft, Statement
from assistant.facts.measuring import claimed_amounts, same_amount
from assistant.facts.record_saying import cell_words
from assistant.facts.record_tables import record_tables
from assistant.reading.ask import Ask, Fold, Subject, Want
from assistant.reading.maker import RANKED
from assistant.reading.printed import LOWER, TIMES, UPPER, all_in, values_in
from assistant.reading.ways import is_change, is_goal
from assistant.reading.words import pairs, terms_of
from corpus.document import Paragraph
from corpus.facts import Library
from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.target import Quantity

OPEN = frozenset({"what", "who", "how", "why", "when", "where", "how_much"})
"""Senses that ask for more than a verdict."""
_VERDICT = re.compile(r"(?:是|不是|有|没有|算|不算|对|不对|提到了|未|文件未)[，。,:：提写]")
_WORDED = frozenset({Subject.PROSE, Subject.RECORDS, Subject.OVERVIEW, Subject.METADATA, Subject.TASKS})
"""Subjects whose statements are the documents' own words; others judge by typed values."""
_RECKONED = frozenset({AnswerKind.CALCULATION, AnswerKind.COMPARISON})
_NAME = 40
"""The length of the name of a record."""
_GIVEN = re.compile(r"^(不?是)。")
_CLAUSES = re.compile(r"[，,；;。、：:]")
_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.年])")
_CLEARLY = 0.15
"""A clause says clearly more of a claim where it holds so much more of its words."""
_SAME = 0.8
"""So much alike, two sentences are one."""
_DATES = frozenset({Want.WRITTEN_ON, Want.PRINTED_ON})
_LOOKED_FOR = frozenset({Fold.EXTREME, Fold.ORDER})
_RANK = re.compile(r"最|第[一二三四五六七八九十\d]|前[一二三四五六七八九十\d]")
"""How what was looked for tells a rank; a row alone tells none."""
_NUMERAL = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.年])|(?<![A-Za-z])[IVX]{1,4}(?![A-Za-z])")
"""Figures, and the Roman numerals of classes."""
_SENTENCES = re.compile(r"[^。；;！？\n]+")


def judged(candidate: Candidate, library: Library) -> Candidate:
    """A candidate for a claim behind the verdict that its words give; as it is where they give none or have one."""
    draft = candidate.outcome
    if candidate.ask.subject not in _WORDED or OPEN & candidate.ask.heard:
        return candidate
    if not isinstance(draft, Draft) or draft.kind in _RECKONED or has_verdict(draft):
        return candidate
    if (dated := _is_dated(candidate.ask, draft.text)) is not None:
        return with_verdict(candidate, draft, holds=dated)
    claim = claim_of(candidate.ask, library)
    told = next(filter(None, (statement_held(claim, one) for one in draft.statements)), None)
    return candidate if told is None else with_verdict(candidate, draft, holds=told is Held.SAYS)


def statement_held(claim: Claim, statement: Statement) -> Held | None:
    """What a statement, with the words that it rests on and what stands over these, says to a claim; None where it
    leaves it open.
    """
    cited = statement.evidence
    quotes = "；".join(item.quote for item in cited)
    headings = " ".join(chain.from_iterable(item.place.path for item in cited))
    titles = " ".join(dict.fromkeys(item.place.document_name for item in cited))
    return claim.held(statement.text, _about(statement.text), quotes, headings, titles)


def with_verdict(candidate: Candidate, draft: Draft, *, holds: bool) -> Candidate:
    """A candidate whose draft stands behind a verdict."""
    first, *others = draft.statements
    stated = replace(first, text=("是。" if holds else "不是。") + first.text)
    return replace(candidate, outcome=replace(draft, kind=AnswerKind.YES_NO, statements=(stated, *others)))


def _is_dated(ask: Ask, text: str) -> bool | None:
    """Whether a date of a document is the one claimed, which is named last; None where none is claimed or told."""
    claimed = [one.value for one in values_in(ask.gist) if one.kind in TIMES]
    told = frozenset(one.value for one in values_in(text) if one.kind in TIMES)
    if ask.subject is not Subject.METADATA or not _DATES & set(ask.want) or not claimed or not told:
        return None
    return any(all_in(kind, frozenset(claimed[-1:]), told) for kind in TIMES)


def _about(text: str) -> str:
    """The name of a record, which stands before its columns."""
    head, dash, _ = text.partition(COLUMNS)
    return head if dash and len(head) <= _NAME else ""


def has_verdict(draft: Draft) -> bool:
    """Whether a draft begins with a verdict."""
    return _VERDICT.match(draft.text) is not None


def verdict_given(draft: Draft) -> bool | None:
    """The verdict that words gave to a draft."""
    given = _GIVEN.match(draft.text)
    return None if given is None else given[1] == "是"


def behind_verdict(text: str) -> str:
    """What is said behind a verdict."""
    return _GIVEN.sub("", text)


def with_sound_verdict(candidate: Candidate, library: Library) -> Candidate:
    """A candidate for a claim without a verdict that its own words leave open."""
    draft, ask = candidate.outcome, candidate.ask
    if not isinstance(draft, Draft) or not (given := _GIVEN.match(draft.text)):
        return candidate
    text = draft.text[given.end() :]
    denied = given[1] == "不是"
    against = is_of_another_kind(ask, text) or _states(ask, text) or is_printed(ask, text, library)
    open_ = against if denied else _is_of_another(ask, text, library)
    return without_verdict(candidate, draft) if open_ else candidate


def is_of_another_kind(ask: Ask, text: str) -> bool:
    """Whether a change is claimed and none is told (进出口总额318亿元 of 增长了11.7%), or a goal and what is told is
    none: neither denies the other.
    """
    goal = ask.subject is not Subject.TARGETS and is_goal(ask.gist, named=True) and not is_goal(text)
    return goal or (is_change(ask.gist) and not is_change(text))


def is_printed(ask: Ask, said: str, library: Library, within: float = 0.0) -> bool:
    """Whether a sentence or cell in scope has the numbers claimed and as many words of the claim as what is `said`, or
    that share of them; then what is said itself tells nothing.
    """
    claimed = _numerals(ask.where.words)
    if not claimed:
        return False
    terms = terms_of(_NUMERAL.sub("", ask.where.words), library)
    own = pairs(said) if within else frozenset[str]()
    least = terms.coverage(pairs(said)) * (within or 1.0)
    lines = (line for one in ask.where.documents or library.documents for line in _lines(one, library))
    held = (pairs(line) for line, numbers in lines if claimed <= numbers)
    return any(terms.coverage(one) >= least for one in held if len(one & own) <= len(one) * _SAME)


def _claimed(ask: Ask) -> list[Quantity]:
    """The amounts claimed, those with a bound too."""
    bounded = (Quantity(value=one.value, unit=one.unit, bound=one.bound) for one in ask.where.conditions)
    return [*claimed_amounts(ask), *bounded]


def _states(ask: Ask, text: str) -> bool:
    """Whether a text states an amount that is claimed; or the years, where nothing else is."""
    claimed, stated = _claimed(ask), [one.quantity for one in find_amounts(text)]
    if claimed:
        return any(same_amount(one, other) for one in claimed for other in stated)
    years = ask.where.years
    return bool(years) and not ask.where.units and all(f"{year}年" in text for year in years)


def _is_of_another(ask: Ask, text: str, library: Library) -> bool:
    """Whether a rank is claimed that was not looked for (最高150万元 is a limit and none), or the amount claimed stands
    in a clause that says less of the claim than another with an amount.
    """
    limited = any(one.bound in LOWER | UPPER for one in values_in(ask.gist))
    if ask.heard & RANKED and not limited and not (ask.fold in _LOOKED_FOR and _RANK.search(text)):
        return True
    terms = terms_of(ask.where.words, library)
    said = [(set(_NUMBER.findall(clause)), terms.coverage(pairs(clause))) for clause in _CLAUSES.split(text)]
    claimed = set(_NUMBER.findall(ask.where.words))
    own = max((share for numbers, share in said if numbers & claimed), default=1.0)
    return any(share > own + _CLEARLY for numbers, share in said if numbers and not numbers & claimed)


def without_verdict(candidate: Candidate, draft: Draft) -> Candidate:
    """A candidate whose draft stands without its verdict."""
    first, *others = draft.statements
    stated = replace(first, text=_GIVEN.sub("", first.text))
    return replace(candidate, outcome=replace(draft, kind=AnswerKind.FACT, statements=(stated, *others)))


@lru_cache(maxsize=256)
def _lines(document: str, library: Library) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sentences and cells of a document that have numbers, with these."""
    each = ((line, _numerals(line)) for line in (*_sentences(document, library), *_cells(document, library)))
    return tuple((line, numbers) for line, numbers in each if numbers)


def _sentences(document: str, library: Library) -> Iterator[str]:
    for block in library.document(document).blocks:
        if isinstance(block, Paragraph):
            yield from _SENTENCES.findall(block.text)


def _cells(document: str, library: Library) -> Iterator[str]:
    """Each cell behind the name of its row and its column."""
    for table in record_tables(library):
        if table.document == document:
            for record in table.records:
                for at in (*table.categories, *table.numbers, *table.texts):
                    yield f"{table.called(record)}——{table.label(at)}：{cell_words(record, at, table)}"


def _numerals(text: str) -> frozenset[str]:
    return frozenset(_NUMERAL.findall(fold(text)))

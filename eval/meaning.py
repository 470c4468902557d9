"""What is measured beside answers: whether Asks are what a reader takes questions for, whether statements put as
questions get the right verdict, and whether right answers stay right when neutral words stand round the question.

An answer without a verdict claims nothing: it is counted apart, for to say 是 to what is false is worse than to quote.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256

from pydantic import BaseModel

from assistant.answer import RefusalReason
from assistant.assistant import Assistant
from assistant.reading.ask import Ask, Fold, Subject, Want
from assistant.reading.turn import json_to_turn
from eval.gold import GOLD, GoldItem, read_lines
from eval.measures.correctness import correct
from eval.response import Response
from eval.runner import Record
from eval.systems import Ours, System
from eval.text import normal
from eval.wrapping import measured_wrappers, wrapped

_PARTS = ("subject", "fold", "want", "documents")
_LABEL = re.compile(r"[^:。,]{1,12}:")
"""The name of the place, where answers are given place by place."""
_YES = re.compile(r"(?:是的?|有|对)[。,:;同]")
_NO = re.compile(r"(?:不是|没有|不|没|并非|否)[。,:;同]")


class Aspect(BaseModel, frozen=True):
    """Counts, each of `of` at most."""

    of: int
    counts: Mapping[str, int]
    failures: tuple[str, ...] = ()

    def __str__(self) -> str:
        shares = ", ".join(f"{name} {count}" for name, count in self.counts.items())
        return f"{shares} (of {self.of})"


class GoldAsk(BaseModel, frozen=True, extra="forbid"):
    """A question and what it means. Of several subjects or folds each will do; of each group in `want` one member must
    be wanted, whatever is wanted besides.
    """

    id: str
    question: str
    subject: tuple[Subject, ...]
    fold: tuple[Fold, ...]
    want: tuple[tuple[Want, ...], ...] = ()
    documents: tuple[str, ...]


def read_asks() -> list[GoldAsk]:
    """The labelled questions."""
    return read_lines(GOLD / "asks.jsonl", GoldAsk)


def faults(gold: GoldAsk, ask: Ask) -> list[str]:
    """The parts of an Ask that are not as labelled."""
    held = {
        "subject": ask.subject in gold.subject,
        "fold": ask.fold in gold.fold,
        "want": all(set(group) & set(ask.want) for group in gold.want),
        "documents": set(ask.where.documents) == set(gold.documents),
    }
    return [part for part in _PARTS if not held[part]]


def score_asks(labelled: Sequence[GoldAsk], understood: Callable[[str], Ask]) -> Aspect:
    """How many winning Asks are right in each part, and in all of them."""
    found = [(one, ask, faults(one, ask)) for one in labelled for ask in [understood(one.question)]]
    counts = {part: sum(part not in wrong for _, _, wrong in found) for part in _PARTS}
    return Aspect(
        of=len(found),
        counts={"all": sum(not wrong for _, _, wrong in found), **counts},
        failures=tuple(f"{one.id} {one.question} → {_told(ask)}: {', '.join(w)}" for one, ask, w in found if w),
    )


def _told(ask: Ask) -> str:
    return f"{ask.subject} {ask.fold} {'+'.join(ask.want)} [{' '.join(ask.where.documents)}]"


class Statement(BaseModel, frozen=True, extra="forbid"):
    """What is asked, whether it is true, and the words that tell."""

    id: str
    question: str
    docs: tuple[str, ...]
    truth: bool
    evidence: str


def read_statements() -> list[Statement]:
    """The labelled statements."""
    return read_lines(GOLD / "statements.jsonl", Statement)


def verdict(response: Response) -> bool | None:
    """Whether the answer says yes or no; None where it says neither.

    >>> verdict(Response("answered", "是。新增18幢。")), verdict(Response("answered", "太原：不是，它是责任单位。"))
    (True, False)
    >>> verdict(Response("answered", "新增18幢。")) is None
    True
    """
    if response.status == "refused":
        return False if response.reason == RefusalReason.FALSE_PREMISE else None
    text = normal(response.answer)
    label = _LABEL.match(text)
    starts = (text, text[label.end() :] if label else "")
    if any(_NO.match(start) for start in starts):
        return False
    return True if any(_YES.match(start) for start in starts) else None


def score_statements(statements: Sequence[Statement], system: System) -> Aspect:
    """Verdicts right, wrong, and not given; the failures are those that are wrong."""
    counts: Counter[str] = Counter()
    failures = []
    for one in statements:
        (response,) = system.respond([one.question])
        said = verdict(response)
        name = "none" if said is None else "right" if said == one.truth else "wrong"
        counts[name] += 1
        if name == "wrong":
            failures.append(f"{one.id} {one.question} → {response.answer[:80]}")
    named = {name: counts[name] for name in ("right", "wrong", "none")}
    return Aspect(of=len(statements), counts=named, failures=tuple(failures))


def drawn(items: Iterable[GoldItem], right: Iterable[str], most: int) -> list[GoldItem]:
    """At most so many single questions with an answer that were answered rightly, drawn by the hash of their ids."""
    known = set(right)
    asked = [one for one in items if one.id in known and not one.turns and one.must_include and not one.expect_refusal]
    return sorted(asked, key=lambda item: sha256(item.id.encode()).hexdigest())[:most]


def score_steady(items: Sequence[GoldItem], system: System) -> Aspect:
    """How many of the questions survive all wrappers (`steady`); the failures tell by which the others are lost."""
    lost: Counter[str] = Counter()
    failures = []
    for item in items:
        broken = [one for one in measured_wrappers() if not _survives(item, one, system)]
        lost.update(broken)
        failures += [f"{item.id} {wrapped(item.question, one)}" for one in broken[:1]]
    steady = len(items) - len(failures)
    worst = tuple(f"{wrapper}: {count}" for wrapper, count in lost.most_common())
    return Aspect(of=len(items), counts={"steady": steady}, failures=(*worst, *failures))


def _survives(item: GoldItem, wrapper: str, system: System) -> bool:
    (response,) = system.respond([wrapped(item.question, wrapper)])
    return correct(item, response)


def measure_meaning(
    assistant: Assistant, items: Sequence[GoldItem], records: Sequence[Record], steady: int
) -> Mapping[str, Aspect]:
    """Every aspect for which there is anything to ask of the documents that are there; at most `steady` of the right
    answers are asked again in neutral words.
    """
    known, ours = set(assistant.library.documents), Ours(assistant, depth=0)
    statements = [one for one in read_statements() if known.issuperset(one.docs)]
    labelled = [one for one in read_asks() if known.issuperset(one.documents)]
    found = {
        "statements": score_statements(statements, ours),
        "asks": score_asks(labelled, lambda question: _understood(assistant, question)),
        "steady": score_steady(drawn(items, [one.id for one in records if one.right], steady), ours),
    }
    return {name: aspect for name, aspect in found.items() if aspect.of}


def _understood(assistant: Assistant, question: str) -> Ask:
    """The Ask that won."""
    turn = json_to_turn(assistant.ask(question).turn)
    return turn.ask if turn else Ask(Subject.PROSE)

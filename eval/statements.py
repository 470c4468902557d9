"""Statements put as questions, true and false ones: whether the verdict that is given is right.

An answer without a verdict claims nothing: it is counted apart, for to say 是 to what is false is worse than to quote.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.answer import RefusalReason
from eval.aspects import Aspect, read_lines
from eval.response import Response
from eval.systems import System
from eval.text import normal

__all__ = ["STATEMENTS", "Statement", "read_statements", "score_statements", "verdict"]

STATEMENTS = Path(__file__).parent / "gold" / "statements.jsonl"
_LABEL = re.compile(r"[^:。,]{1,12}:")
"""The name of the place, where answers are given place by place."""
_YES = re.compile(r"(?:是的?|有|对)[。,:;同]")
_NO = re.compile(r"(?:不是|没有|不|没|并非|否)[。,:;同]")


class Statement(BaseModel):
    """What is asked, whether it is true, and the words that tell."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    docs: tuple[str, ...]
    truth: bool
    evidence: str


def read_statements(path: Path = STATEMENTS) -> list[Statement]:
    """The statements of a gold file; raises BadRequest."""
    return read_lines(path, Statement)


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

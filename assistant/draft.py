"""A draft: statements with their evidence, before they are numbered, verified and shown."""

from dataclasses import dataclass, field

from assistant.answer import AnswerKind, RefusalReason
from assistant.views import ComparisonView
from corpus.facts import Evidence
from corpus.task import Task


@dataclass(frozen=True, slots=True)
class Statement:
    """Words for the reader and what they rest on. The marks [n] are set by the composer, behind the statement."""

    text: str
    evidence: tuple[Evidence, ...]
    """Best first. Every number, date, unit name and 文号 of `text` stands in these quotes, or is arithmetic that `text`
    spells out over numbers that do."""
    counted: frozenset[int] = frozenset()
    """Lengths of lists that stand elsewhere, which `text` may announce: how many changes of a kind a comparison has."""
    items: tuple[str, ...] = ()
    """What it lists, each as shown, in its order, for turns that point at one."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer in the making; the direct answer is the first statement."""

    kind: AnswerKind
    statements: tuple[Statement, ...]
    tasks: tuple[Task, ...] = ()
    comparison: ComparisonView | None = None

    @property
    def text(self) -> str:
        """All that is said, without marks."""
        return "".join(one.text for one in self.statements)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the statements rest on, in their order."""
        return tuple(item for one in self.statements for item in one.evidence)

    @property
    def items(self) -> tuple[str, ...]:
        """What the first statement that lists things lists."""
        return next((one.items for one in self.statements if one.items), ())


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """A reasoned refusal in the making. `correction` is cited where a premise was false."""

    reason: RefusalReason
    message: str
    correction: tuple[Evidence, ...] = ()
    closest: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """All that is said."""
        return self.message

"""Questions with the Ask that a reader takes them for: whether the Ask that won has its subject, fold and slots."""

from collections.abc import Callable, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.reading.ask import Ask, Fold, Subject, Want
from eval.aspects import Aspect, read_lines

__all__ = ["ASKS", "GoldAsk", "faults", "read_asks", "score_asks"]

ASKS = Path(__file__).parent / "gold" / "asks.jsonl"
_PARTS = ("subject", "fold", "want", "documents")


class GoldAsk(BaseModel):
    """A question and what it means. Of several subjects or folds each will do; of each group in `want` one member must
    be wanted, whatever is wanted besides.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    question: str
    subject: tuple[Subject, ...]
    fold: tuple[Fold, ...]
    want: tuple[tuple[Want, ...], ...] = ()
    documents: tuple[str, ...]


def read_asks(path: Path = ASKS) -> list[GoldAsk]:
    """The labelled questions of a gold file; raises BadRequest."""
    return read_lines(path, GoldAsk)


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

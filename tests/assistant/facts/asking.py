"""Asks made by hand, and what is answered to them over the five documents."""

from decimal import Decimal

from assistant.citing import draft_problems
from assistant.draft import Draft
from assistant.reading.ask import Ask, Condition, Fold, Subject, Where
from corpus.target import Bound, Quantity
from tests.assistant.lexical import lexical_index


def make_ask(subject: Subject, document: str | tuple[str, ...], words: str, fold: Fold = Fold.SHOW, **slots) -> Ask:
    """An Ask over one or several named documents; slots of `Where` and of `Ask` alike."""
    documents = (document,) if isinstance(document, str) else document
    own = {name: slots.pop(name) for name in list(slots) if name in Ask.__dataclass_fields__ and name != "where"}
    where = Where(documents=documents, named=True, words=words, **slots)
    return Ask(subject, where, fold=fold, **{"gist": words, **own})


def amount(value: str, unit: str, bound: Bound = Bound.EQ) -> Quantity:
    return Quantity(value=Decimal(value), unit=unit, bound=bound)


def condition(bound: Bound, value: str, unit: str) -> Condition:
    return Condition(bound, Decimal(value), unit)


def said(answerer, ask: Ask) -> str:
    """All statements of the best candidate, which must stand on their quotes; the message where it refuses."""
    outcome = answerer(ask, lexical_index())[0].outcome
    if not isinstance(outcome, Draft):
        return outcome.message
    assert draft_problems(outcome, lexical_index().library, ask.gist) == []
    return "".join(statement.text for statement in outcome.statements)

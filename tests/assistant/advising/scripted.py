"""A model that says what it was told to, by what it is asked for: a meaning, a pick of sentences, or words."""

from functools import lru_cache
from time import monotonic

from assistant.advising.adviser import Adviser, Case, Use
from assistant.answering import Understood, outcome_of, reconsidered
from assistant.reading.following import followed
from assistant.reading.reading import read
from tests.assistant.lexical import lexical_index

QUESTION = "青浦打算三年里一共消化掉多少空置的写字楼面积？"
GOAL = "到2025年，全区新建商务楼宇19个"
"""How the sentence begins that is shown first."""


class Scripted:
    """`asked` keeps the kinds of its requests, `told` their words."""

    name = "某模型"

    def __init__(self, meaning=None, pick=None, words=None):
        self.replies = {"meaning": meaning, "pick": pick, "words": words}
        self.asked = []
        self.told = []

    def complete(self, messages, seconds, schema=None):  # noqa: ARG002
        kind = "words" if schema is None else "meaning" if "asks" in schema["properties"] else "pick"
        self.asked.append(kind)
        self.told.append("\n".join(message.text for message in messages))
        reply = self.replies[kind]
        return reply.pop(0) if isinstance(reply, list) else reply


def outcome(question=QUESTION):
    """What the rules make of a question over the five documents, without vectors; the same each time."""
    return _outcome(question)


@lru_cache(maxsize=8)
def _outcome(question):
    index = lexical_index()
    reading = read(question, index.library)
    return outcome_of(Understood(reading, tuple(followed(reading, [], index.library))), index)


def advice(model, question=QUESTION, seconds=5.0):
    """What the adviser makes of a model's replies."""
    found = outcome(question)
    case = Case(found.understood.reading, found.understood.asks, found.choices)
    return Adviser(model, seconds, Use.ALWAYS).advise(case, lexical_index(), monotonic() + seconds)


def advised(model, question=QUESTION):
    """The outcome after that advice."""
    return reconsidered(outcome(question), lambda _: advice(model, question), lexical_index())


def text_of(result):
    """All that a draft or a refusal says."""
    statements = getattr(result, "statements", None)
    return "".join(one.text for one in statements) if statements is not None else result.message

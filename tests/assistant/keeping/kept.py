"""Answers and stores for tests of what is kept. Imported by tests only."""

import datetime

from assistant.answer import Answer, AnswerKind, Citation, Scope, Status
from assistant.keeping.identity import Identity, KeyScope
from assistant.keeping.keeping import Keeping

ALICE = Identity("甲", frozenset(KeyScope), "k1", "笔记本")
START = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


class SetClock:
    """A clock that stands still until it is set."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def move(self, **by):
        self.now += datetime.timedelta(**by)


def answer_to(question="问题？", text="答复[1]。", revision="r1"):
    citation = Citation(
        n=1,
        document_id="river",
        document_title="方案",
        doc_number=None,
        place="《方案》一、",
        page=None,
        line=2,
        quote="生态护岸30公里",
        revision=revision,
    )
    return Answer(
        question=question,
        understood=question,
        status=Status.ANSWERED,
        kind=AnswerKind.FACT,
        answer=text,
        citations=(citation,),
        scope=Scope(documents=("river",)),
        index="gen-1",
        elapsed_ms=1.0,
    )


def keeping_in(folder, *, audit="full", clock=None, most=100, turns=100):
    made = Keeping(
        folder / "keeping.sqlite3",
        audit=audit,
        most_conversations=most,
        most_turns=turns,
        clock=clock or SetClock(),
    )
    for user in ("甲", "乙"):
        made.keys.create(user, "test", KeyScope.ADMIN)
    return made

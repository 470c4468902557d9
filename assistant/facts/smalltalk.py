"""Greetings, thanks, what can be asked, and orders that are no questions: told by the asking words alone."""

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.citing import statement_problems
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.rows import unheard_mass
from assistant.follow_ups import starter_questions
from assistant.labels import document_label
from assistant.reading.ask import Ask
from corpus.facts import Library
from indexing.index import Index

_WELCOMES = {
    "thanks": "不客气！还可以问：",
    "greeting": "您好！我根据已收录的政策文件回答问题，每句话都有出处。可以试着问：",
    "help": "我根据已收录的政策文件回答问题：谁牵头、何时完成、目标多少、各地有何不同，每句话都有出处。可以试着问：",
}
_ORDERED = "我只根据已收录的政策文件回答问题，不执行其他指令，不透露内部设置，也不作没有依据的推测。"
_TRIED = 3
_MANY = 24
"""So many starters are looked through for those that can be shown without a source."""


def answer_smalltalk(ask: Ask, index: Index) -> list[Candidate]:
    """A welcome with three things to try, or the refusal of an order; `unheard` tells how much else was said."""
    welcome = next((text for sense, text in _WELCOMES.items() if sense in ask.heard), None)
    if "command" not in ask.heard and welcome is None:
        return []
    unheard = unheard_mass(ask, 0.0, index)
    if welcome is None or "command" in ask.heard:
        refused = NoAnswer(RefusalReason.OUT_OF_SCOPE, _ORDERED)
        return [Candidate(ask, refused, {"command": 1.0, "unheard": unheard})]
    tried = (Statement(question, ()) for question in _to_try(index.library))
    draft = Draft(AnswerKind.LIST, (Statement(welcome, ()), *tried))
    return [Candidate(ask, draft, {"courtesy": 1.0, "unheard": unheard})]


def _to_try(library: Library) -> list[str]:
    """Starters that say nothing which would need a source, and a request for an overview between them."""
    labels = dict.fromkeys(document_label(library, one) for one in library.documents)
    overviews = [f"总结一下{label}的文件。" for label in labels]
    starters = [one for one in starter_questions(library, _MANY) if not statement_problems(Statement(one, ()), library)]
    return [*starters[:1], *overviews[:1], *starters[1:], *overviews[1:]][:_TRIED]

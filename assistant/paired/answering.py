"""The answerer of what follows from two printed numbers: the likeliest results, with what they are made of."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Folded
from assistant.facts.measuring import agreement
from assistant.paired.operands import QUESTION
from assistant.paired.paired import Paired
from assistant.paired.pairing import paired_of
from assistant.prose.ranking import Ranked
from assistant.prose.windows import Window
from assistant.reading.ask import Ask, Fold, Subject
from assistant.sentences import text_to_sentences
from corpus.facts import Evidence
from corpus.quoting import compact
from indexing.index import Index

_SHOWN = 5
"""So many of the best results are offered."""


def answer_paired(ask: Ask, windows: Sequence[Ranked], index: Index) -> list[Candidate]:
    """The results that are likeliest meant, each with the numbers that it is made of; none where nothing is asked that
    may have to be reckoned.
    """
    found: dict[str, Candidate] = {}
    for one in paired_of(ask, windows, index):
        if len(found) == _SHOWN:
            break
        folded = one.folded(ask)
        if folded is not None:
            statement = _statement(one, folded)
            made = replace(ask, subject=Subject.PROSE if one.at else Subject.RECORDS, fold=one.fold)
            draft = Draft(AnswerKind.CALCULATION, (statement,))
            features = {**one.features, "agree": agreement(ask.measures, folded.unit), "paired": 1.0}
            found.setdefault(statement.text, Candidate(made, draft, {**features, "score": one.score}, _names(one)))
    every = [*found.values()]
    return [replace(one, features={**one.features, "margin": _margin(one, every)}) for one in every]


def answered(one: Paired, ask: Ask) -> str:
    """What is said of a result; empty where nothing can be made of the two."""
    folded = one.folded(ask)
    return _statement(one, folded).text if folded else ""


def _margin(one: Candidate, found: Sequence[Candidate]) -> float:
    """How far it is ahead of the best of the others."""
    own = one.features["score"]
    return own - max((other.features["score"] for other in found if other is not one), default=own - 1)


def _names(one: Paired) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (one.above.term.name, one.below.term.name) if name))


def _statement(one: Paired, folded: Folded) -> Statement:
    above, below = one.above, one.below
    if one.fold is Fold.SUM and one.at is None:
        return Statement(f"{above.term.name}{above.column}合计{folded.text}。", above.term.evidence)
    row = above.place[1] == below.place[1] or below.place[0] == QUESTION
    if one.at is not None:
        told = "".join(_sentences(one, one.at.window)).rstrip("。")
        first, second = ("其余" if number.is_sum else number.term.said for number in (above, below))
        told += "".join(
            f"；其余合计{number.term.said}" for number in {above, below} if number.is_sum and above is not below
        )
    elif row:
        first, second = above.column, below.column
        told = f"{above.term.name}：{first}{above.term.said}" + f"，{second}{below.term.said}" * bool(second)
    else:
        first, second = above.term.name, below.term.name
        told = f"{above.column}：{first}{above.term.said}，{second}{below.term.said}"
    made = {
        Fold.SHARE: f"{first}占{second}的",
        Fold.RATIO: f"{first}是{second}的",
        Fold.AVERAGE: "平均",
        Fold.SUM: "合计",
        Fold.PRODUCT: "即",
    }
    text = f"{told}；{made.get(one.fold, '相差')}{folded.text}{one.foremost and f'，各行中{one.foremost}'}。"
    evidence = _cited(one, one.at.window) if one.at else distinct((*above.term.evidence, *below.term.evidence))
    return Statement(text, evidence)


def _sentences(one: Paired, window: Window) -> list[str]:
    """The sentences of a passage that print the two numbers."""
    printing = {number.place[1] for number in (one.above, one.below) if number.place[0] != QUESTION}
    return [text for at, text in enumerate(text_to_sentences(window.text)) if at in printing]


def _cited(one: Paired, window: Window) -> tuple[Evidence, ...]:
    """The words of a passage that print the two numbers."""
    told = [compact(text).rstrip("。；;") for text in _sentences(one, window)]
    printing = tuple(item for item in window.evidence if any(text in compact(item.quote) for text in told))
    return printing if len(printing) == len(told) else window.evidence

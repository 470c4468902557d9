"""Sentences to choose from, and what a choice of them becomes."""

from functools import lru_cache

import pytest

from assistant.advising.sentences import Judgement, Pick, pick_to_candidates, reply_to_pick, sentences_for
from assistant.answer import AnswerKind
from assistant.citing import draft_problems
from assistant.reading.ask import Subject
from assistant.reading.following import followed
from assistant.reading.reading import read
from tests.assistant.advising.scripted import GOAL, QUESTION, text_of
from tests.assistant.lexical import lexical_index
from tests.assistant.making import five_documents


@lru_cache(maxsize=8)
def shown(question, *, compared=False):
    asks = followed(read(question, five_documents()), [], five_documents())
    prose = [ask for ask in asks if ask.subject is Subject.PROSE and ask.per_document is compared]
    return sentences_for(prose[0], lexical_index())


def told(question, pick, *, compared=False):
    return [one.outcome for one in pick_to_candidates(pick, shown(question, compared=compared), lexical_index())]


@pytest.mark.parametrize(
    ("reply", "pick"),
    [
        ('{"numbers": [2, 1]}', Pick(numbers=(2, 1))),
        ('```{"numbers":[],"verdict":"silent"}```', Pick(numbers=(), verdict=Judgement.SILENT)),
        ('{"numbers": [3]}', Pick(numbers=(3,))),
        ('{"numbers": [4]}', None),
        ('{"numbers": [0]}', None),
        ('{"numbers": ["一"]}', None),
        ('{"verdict": "answers"}', None),
        ("第1句。", None),
        (None, None),
    ],
)
def test_only_sentences_that_are_there_can_be_picked(reply, pick):
    assert reply_to_pick(reply, 3) == pick


def test_sentences_are_numbered_with_their_place():
    lines = shown(QUESTION).numbered(five_documents()).splitlines()
    assert lines[0].startswith(f"1〔青浦·（三）主要目标〕{GOAL}")
    assert [line.split("〔")[0] for line in lines] == [str(number) for number in range(1, len(lines) + 1)]


def test_what_is_picked_is_said_verbatim_and_verified():
    (draft,) = told(QUESTION, Pick(numbers=(1,)))
    source = "".join(five_documents().document("qingpu").text.split())
    assert "去化面积40万平方米" in text_of(draft)
    assert "".join(text_of(draft).rstrip("。").split()) in source
    assert draft_problems(draft, five_documents(), QUESTION) == []


def test_nothing_picked_is_nothing_said():
    assert told(QUESTION, Pick(numbers=())) == []
    assert told(QUESTION, Pick(numbers=(1,), verdict=Judgement.SILENT)) == []


def test_a_comparison_says_what_was_picked_of_each_place():
    question = "苏州和太原分别怎么推进楼宇招商？"
    sentences = shown(question, compared=True)
    of_taiyuan = next(
        number for number, one in enumerate(sentences.shown, 1) if one.window.place.document_id == "taiyuan"
    )
    draft, *_ = told(question, Pick(numbers=(of_taiyuan,)), compared=True)
    assert draft.kind is AnswerKind.COMPARISON
    assert f"太原：{sentences.shown[of_taiyuan - 1].window.text}" in [one.text for one in draft.statements]
    assert len(draft.statements) == 2


CLAIM = "青浦到2025年入驻企业注册落地率达到60%，对吗？"
FALSE_CLAIM = "青浦到2025年入驻企业注册落地率达到50%，对吗？"


@pytest.mark.parametrize(
    ("question", "verdict", "begins"),
    [
        (CLAIM, Judgement.BORNE_OUT, "是。"),
        (FALSE_CLAIM, Judgement.CONTRADICTED, "不是。"),
        (FALSE_CLAIM, Judgement.BORNE_OUT, GOAL),
        (CLAIM, Judgement.CONTRADICTED, GOAL),
    ],
)
def test_a_verdict_is_given_only_where_the_numbers_allow_it(question, verdict, begins):
    number = next(at for at, one in enumerate(shown(question).shown, 1) if one.window.text.startswith(GOAL))
    first, *_ = told(question, Pick(numbers=(number,), verdict=verdict))
    assert text_of(first).startswith(begins)

"""Lessons in prose and what is learnt from them."""

import numpy as np
import pytest

from assistant.reading.ask import Ask, Subject
from eval.fitting.lessons import Lesson, is_right
from eval.fitting.prose import fit_prose, prose_figures
from eval.gold import GoldItem, GoldQuestion
from tests.assistant.prose.scenes import NOTHING, ranked, terms, together

ABOUT = terms("入驻")
RIGHT = "入驻率达到60%。"
WRONG = "空置率达到70%。"


def gold(document, **more):
    told = {"answer": "60%", "must_include": ("60%",), "evidence": (RIGHT,)}
    return GoldItem(id=f"q-{document}", type="fact", question="入驻率多少？", docs=(document,), **{**told, **more})


def lesson(document, *texts, right=(True, False), **more):
    windows = [ranked(text).window for text in texts]
    return Lesson(
        gold(document, **more),
        Ask(Subject.PROSE),
        ABOUT,
        together(windows, NOTHING | {"own": ["入驻" in text for text in texts]}, ABOUT),
        np.array(right),
        np.zeros(len(texts), dtype=bool),
    )


@pytest.mark.parametrize(
    ("more", "text", "right"),
    [
        ({}, RIGHT, True),
        ({}, WRONG, False),
        ({"expect_refusal": True}, RIGHT, False),
        ({"answerable": False}, RIGHT, False),
        ({"must_include": ()}, RIGHT, False),
    ],
)
def test_a_text_is_right_by_the_measure_alone_and_never_where_there_is_no_answer(more, text, right):
    told = {"question": "？", "must_include": ("60%",), **more}
    assert is_right(GoldQuestion(**told), text) is right


def test_longer_windows_that_hold_a_right_one_are_not_learnt_from():
    long = RIGHT + "一" * 120
    assert lesson("a", RIGHT, long, right=(True, True)).best == [0]
    assert lesson("a", long, right=(True,)).best == [0]


def test_what_right_windows_have_before_wrong_ones_is_learnt():
    lessons = [lesson(document, WRONG, RIGHT, right=(False, True)) for document in "abcd"]
    fit = fit_prose(lessons)
    assert fit.prose["own"] > 0
    assert prose_figures(lessons).first == 1.0

import math

import numpy as np
import pytest

from assistant.answer_type import (
    AnswerTypes,
    Expected,
    answer_types,
    answer_types_from_bytes,
    answer_types_to_bytes,
    grams_of,
    traits_of,
)


def test_a_question_is_cut_into_runs_of_up_to_four_characters_numbers_and_signs_alike() -> None:
    assert grams_of("补35.5万？", follows=False) == {
        *("^", "补", "0", "万", "|", "$", "^补", "补0", "0万", "万|", "|$"),
        *("^补0", "补0万", "0万|", "万|$", "^补0万", "补0万|", "0万|$"),
    }
    assert grams_of("１２个", follows=False) == grams_of("7个", follows=False)


def test_behind_other_turns_each_run_counts_a_second_time_as_such() -> None:
    alone = grams_of("时限呢", follows=False)
    assert grams_of("时限呢", follows=True) == alone | {f"T:{one}" for one in alone}


def test_an_answer_holds_measures_and_things_of_forms() -> None:
    held = traits_of("由市财政局补助30万元。")
    assert {"long 0", "who", "money"} <= held
    assert "when" not in held
    assert "when" in traits_of("2026年3月底前完成。")
    assert "long 3" in traits_of("推进" * 80)


def test_what_is_expected_is_told_of_each_candidate() -> None:
    expected = Expected({"none": 0.2, "records sum": 0.6, "prose show": 0.2}, {"money": 0.9})
    money, text = expected.features([("records sum", "合计30万元。"), ("prose show", "加强统筹。")])
    assert money["type"] == pytest.approx(math.log(0.6), abs=1e-3)
    assert money["type.behind"] == money["type.holds.behind"] == 0.0
    assert money["type.nothing"] == text["type.nothing"] == pytest.approx(math.log(0.2), abs=1e-3)
    assert text["type.behind"] == pytest.approx(math.log(0.2 / 0.6), abs=1e-3)
    assert text["type.fold"] == pytest.approx(math.log(0.2), abs=1e-3)
    assert text["type.holds.behind"] == pytest.approx(math.log(0.1 / 0.9))
    assert expected.features([]) == []


def test_runs_that_are_not_known_tell_nothing() -> None:
    types = AnswerTypes({"几": 0}, ("none", "records count"), ("how_much",), np.array([[-1.0, 1.0, 2.0]]), np.zeros(3))
    assert types.expected("什么", follows=False).ways == {"none": 0.5, "records count": 0.5}
    told = types.expected("几个", follows=False)
    assert told.ways["records count"] == pytest.approx(1 / (1 + math.exp(-2)))
    assert told.traits["how_much"] == pytest.approx(1 / (1 + math.exp(-2)))


@pytest.mark.parametrize(
    ("question", "expected", "other"),
    [
        ("两年加起来一共多少钱", "records sum", "records extreme"),
        ("哪个镇最多", "records extreme", "records sum"),
        ("这份文件的文号是多少", "metadata show", "targets show"),
    ],
)
def test_shipped_weights_tell_what_is_asked_to_be_done(question: str, expected: str, other: str) -> None:
    ways = answer_types().expected(question, follows=False).ways
    assert ways[expected] > 3 * ways[other]


def test_weights_kept_in_a_file_tell_the_same() -> None:
    again = answer_types_from_bytes(answer_types_to_bytes(answer_types()))
    for question in ("由谁牵头", "电话是多少"):
        kept = answer_types().expected(question, follows=False).ways
        assert again.expected(question, follows=False).ways == pytest.approx(kept, abs=1e-3)

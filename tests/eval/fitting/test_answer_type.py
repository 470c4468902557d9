import pytest

from eval.fitting.answer_type import fit_answer_types, with_answer_types
from eval.fitting.examples import Example, Question
from eval.gold import GoldItem

THINGS = ("补助", "奖金", "工资", "学费", "房租", "押金", "稿费", "路费")


def _question(asked: str, right: str, library: str, refused: bool = False) -> Question:
    said = {"records sum": "合计30万元。", "prose show": "由县财政局拨付。"}
    examples = tuple(Example({}, one == right, text, one) for one, text in said.items())
    gold = GoldItem(id=asked, type="fact_text", question=asked, answerable=not refused, expect_refusal=refused)
    return Question(gold, examples, library=library, asked=asked)


def _questions() -> list[Question]:
    return [
        one
        for at, thing in enumerate(THINGS)
        for one in (
            _question(f"{thing}加起来多少", "records sum", f"library {at % 4}"),
            _question(f"{thing}由谁来管", "prose show", f"library {at % 4}"),
            _question(f"{thing}的电话号码", "", f"library {at % 4}", refused=True),
        )
    ]


def test_how_something_is_asked_tells_the_way_of_its_answer_and_that_there_is_none() -> None:
    types = fit_answer_types(_questions())
    ways = [types.expected(one, follows=False).ways for one in ("利息加起来多少", "利息由谁来管", "利息的电话号码")]
    assert [max(own, key=own.__getitem__) for own in ways] == ["records sum", "prose show", "none"]


def test_names_that_few_libraries_ask_for_tell_nothing() -> None:
    types = fit_answer_types(_questions())
    assert not any(thing in types.grams for thing in THINGS)
    assert "加起来" in types.grams


def test_the_same_questions_give_the_same_weights() -> None:
    first, second = (fit_answer_types(_questions()) for _ in range(2))
    assert (first.table == second.table).all()


def test_every_candidate_is_told_by_a_fit_that_never_saw_its_group() -> None:
    questions = _questions()
    again = with_answer_types(questions, [one.library for one in questions])
    own = questions[0]
    types = fit_answer_types([one for one in questions if one.library != own.library])
    said = [(one.name, one.said) for one in own.examples]
    expected = types.expected(own.asked, follows=False).features(said)
    assert [one.features["type"] for one in again[0].examples] == pytest.approx([one["type"] for one in expected])
    assert [one.right for one in again[0].examples] == [True, False]

"""Neutral words round questions."""

from eval.gold import GoldItem, GoldQuestion, Part, part_of
from eval.wrapping import fitted_wrappers, is_wrapped, measured_wrappers, plain_id, wrapped, wrapped_items

ITEMS = [GoldItem(id=f"q{number}", type="fact", question="新增几幢？") for number in range(9)]
TALK = GoldItem(
    id="m2", type="multi_turn", question="", turns=(GoldQuestion(question="几幢？"), GoldQuestion(question="哪年？"))
)


def test_what_is_measured_with_is_never_fitted_on():
    assert len(measured_wrappers()) == 10
    assert not set(measured_wrappers()) & set(fitted_wrappers())


def test_every_wrapper_holds_the_question():
    for wrapper in measured_wrappers() + fitted_wrappers():
        assert "新增几幢" in wrapped("新增几幢？", wrapper)
        assert wrapped("新增几幢？", wrapper) != "新增几幢？"


def test_develop_items_alone_come_a_second_time():
    again = list(wrapped_items(ITEMS))
    assert [plain_id(one.id) for one in again] == [one.id for one in ITEMS if part_of(one) is Part.DEVELOP]
    assert all(is_wrapped(one.id) for one in again)
    assert not any(is_wrapped(one.id) for one in ITEMS)


def test_the_same_seed_draws_the_same_wrappers():
    first, second, other = ([one.question for one in wrapped_items(ITEMS, seed)] for seed in (1, 1, 2))
    assert first == second
    assert first != other


def test_every_turn_is_wrapped():
    (again,) = wrapped_items([TALK])
    assert ("几幢" in again.turns[0].question, "哪年" in again.turns[1].question) == (True, True)
    assert all(turn.question not in {"几幢？", "哪年？"} for turn in again.turns)

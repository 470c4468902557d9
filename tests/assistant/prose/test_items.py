"""What a question lists, over the five documents, found without vectors."""

from assistant.citing import draft_problems
from assistant.prose.items import items_of, of_each_item, without_years
from tests.assistant.prose.test_answering import ask_for, prose


def test_items_stand_between_marks_and_joining_words():
    ask = ask_for("公共绿地、 候车亭和充电桩 ,路灯")
    assert items_of(ask) == ["公共绿地", "候车亭", "充电桩", "路灯"]


def test_each_item_has_its_own_window(index):
    ask = ask_for("楼长制、联席会议", "qingpu")
    windows = [one.window.text for one in of_each_item(ask, index)]
    assert len(windows) == 2
    assert "楼长制" in windows[0]
    assert "联席会议" in windows[1]
    assert sum(map(len, windows)) <= 240


def test_one_thing_is_no_list(index):
    assert of_each_item(ask_for("联席会议 召开", "suzhou"), index) == []


def test_the_items_are_offered_together(index):
    ask = ask_for("楼长制、联席会议", "qingpu")
    found = prose(ask, index)
    assert all(draft_problems(one.outcome, index.library, ask.gist) == [] for one in found)
    assert any(
        "楼长制" in text and "联席会议" in text
        for text in ("".join(said.text for said in one.outcome.statements) for one in found)
    )


def test_years_are_no_words_of_an_item():
    assert without_years("2031年停车泊位 去年实际").split() == ["停车泊位", "实际"]

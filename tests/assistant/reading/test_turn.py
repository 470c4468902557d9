"""Turns survive being kept as JSON."""

import pytest

from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from assistant.reading.turn import Turn, json_to_turn, turn_to_json
from tests.assistant.making import five_documents


@pytest.mark.parametrize("question", ["苏州2023年6月底前吴江区要完成10幢以上的有哪些", "“楼长”只由一家单位负责吗"])
def test_a_turn_is_the_same_after_it_was_kept(question):
    for ask in asks_of(read(question, five_documents()), five_documents()):
        turn = Turn(ask, rows=("甲", "乙"), documents=("suzhou",), around=("丙",))
        kept = json_to_turn(turn_to_json(turn))
        assert kept == turn
        assert kept.ask.pieces == ask.pieces


@pytest.mark.parametrize("raw", [None, {}, {"ask": {"subject": "weather"}}, "turn"])
def test_what_another_version_kept_is_no_turn(raw):
    assert json_to_turn(raw) is None

"""Splitting prose without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from assistant.sentences import sentence_to_clauses, text_to_sentences

PROSE = "成立联席会议，区分管领导作为总召集人，建立定期会议机制；办公室设在区商务委。各镇、区属公司建立团队。"


def test_sentences_end_at_their_stops():
    assert text_to_sentences(PROSE) == [PROSE[:-12], "各镇、区属公司建立团队。"]


def test_clauses_end_at_commas_and_semicolons():
    assert sentence_to_clauses("甲，乙；丙。") == ["甲，", "乙；", "丙。"]


def test_stops_inside_brackets_and_quotes_do_not_split():
    assert text_to_sentences("新增（注：指楼宇。下同）18幢。完。") == ["新增（注：指楼宇。下同）18幢。", "完。"]
    assert sentence_to_clauses("秉持“一楼，一策”理念，推进。") == ["秉持“一楼，一策”理念，", "推进。"]


@given(st.text(alphabet="甲乙，。；（）“”、：\n 1.", max_size=200))
def test_pieces_joined_are_the_text(text):
    assert "".join(text_to_sentences(text)) == text
    assert "".join(sentence_to_clauses(text)) == text


def test_hostile_brackets_take_no_time():
    assert "".join(text_to_sentences("（" * 50_000 + "。")) == "（" * 50_000 + "。"

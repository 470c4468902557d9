"""Conversations about rows of tables over a document never asked about: other columns, other rows, other years."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerKind
from assistant.answering import understood
from assistant.candidate import Candidate
from assistant.candidates import candidates_of
from assistant.draft import Draft, Statement
from assistant.reading.ask import Fold, Subject
from assistant.reading.placing import placed
from assistant.reading.reading import read
from assistant.reading.turn import Turn
from assistant.turning import candidate_to_turn
from tests.assistant.lexical import LexicalOnlyIndex, page_index

PAGE = """<html><body><p>云岫市人民政府办公室关于印发云岫市船闸改造方案的通知</p><p>云政办发〔2025〕9号</p>
<p>现将《云岫市船闸改造方案》印发给你们，请认真贯彻执行。</p>
<h2>附件1 船闸改造项目表</h2><table><tr><th>船闸</th><th>2024年投资（万元）</th><th>2025年投资（万元）</th>
<th>起补吨位（吨）</th><th>年奖励上限（万元）</th><th>分管领导</th><th>主要货种</th><th>投运时间</th></tr>
<tr><td>第四级高坝船闸</td><td>300</td><td>420</td><td>50</td><td>12</td><td>贺知远</td><td>砂石</td><td>2026年5月</td></tr>
<tr><td>柳塘船闸</td><td>150</td><td>90</td><td>30</td><td>8</td><td>江一帆</td><td>粮食</td><td>2025年12月</td></tr>
<tr><td>白石船闸</td><td>200</td><td>260</td><td>40</td><td>10</td><td>贺知远</td><td>煤炭</td><td>2026年9月</td></tr></table>
</body></html>"""
OTHER = """<html><body><p>白石县人民政府关于白石县防火工作的意见</p><p>白政发〔2025〕2号</p>
<p>各乡镇要建立巡护队伍，每个行政村配备护林员2名。</p></body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("locks"), a=PAGE, b=OTHER)


def candidates(question: str, turns: list[Turn], index: LexicalOnlyIndex) -> list[Candidate]:
    reading = placed(read(question, index.library), turns, index.library)
    return candidates_of(understood(reading, turns, index.library).asks, index)


def shown(question: str, names: set[str], index: LexicalOnlyIndex, turns: list[Turn] | None = None) -> Turn:
    """The turn behind a question that was answered with just these rows."""
    found = candidates(question, turns or [], index)
    plain = (one for one in found if one.ask.subject is Subject.RECORDS and one.ask.fold is Fold.SHOW)
    chosen = next(one for one in plain if set(one.rows) == names)
    return candidate_to_turn(chosen, index.library)


def said(question: str, turns: list[Turn], index: LexicalOnlyIndex) -> list[str]:
    return [one.outcome.text for one in candidates(question, turns, index) if one.ask.subject is Subject.RECORDS]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("起补吨位是多少", "柳塘船闸——起补吨位：30吨。"),
        ("谁分管", "柳塘船闸——分管领导：江一帆。"),
        ("哪年投运", "柳塘船闸——投运时间：2025年12月。"),
        ("一年最多奖多少", "柳塘船闸——年奖励上限：8万元。"),
        ("它主要运什么货", "柳塘船闸——主要货种：粮食。"),
        ("去年投资呢", "柳塘船闸——2024年投资：150万元。"),
        (
            "比去年少多少",
            "柳塘船闸：2024年投资150万元，2025年投资90万元，2024年投资多60万元（150万-90万=60万）。",
        ),
        ("高坝的话呢", "第四级高坝船闸——2025年投资：420万元。"),
        ("四高坝呢", "第四级高坝船闸——2025年投资：420万元。"),
    ],
)
def test_a_row_stays_what_is_talked_about(index, question, expected):
    turn = shown("柳塘船闸2025年投资多少", {"柳塘船闸"}, index)
    assert expected in said(question, [turn], index)


def test_a_place_may_be_a_row_of_the_table_talked_about_though_other_documents_are_called_by_it(index):
    turn = shown("柳塘船闸2025年投资多少", {"柳塘船闸"}, index)
    assert "白石船闸——2025年投资：260万元。" in said("换成白石船闸呢", [turn], index)


def test_two_rows_shown_one_after_the_other_are_set_side_by_side(index):
    first = shown("柳塘船闸2025年投资多少", {"柳塘船闸"}, index)
    second = shown("高坝船闸2025年投资多少", {"第四级高坝船闸"}, index)
    expected = "第四级高坝船闸——投运时间：2026年5月。柳塘船闸——投运时间：2025年12月。"
    assert any("".join(text.split()) == expected for text in said("这两个里哪个投运早", [first, second], index))


def test_a_sentence_that_is_a_cell_of_one_row_leaves_that_row(index):
    records = [one for one in candidates("柳塘船闸2025年投资多少", [], index) if one.rows == ("柳塘船闸",)]
    cited = [item for item in records[0].evidence if item.place.row is not None]
    ask = replace(records[0].ask, subject=Subject.PROSE)
    sentence = Candidate(ask, Draft(AnswerKind.PASSAGE, (Statement("粮食。", tuple(cited)),)))
    turn = candidate_to_turn(sentence, index.library)
    assert turn.rows == ("柳塘船闸",)
    assert "柳塘船闸——起补吨位：30吨。" in said("起补吨位是多少", [turn], index)

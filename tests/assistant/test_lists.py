"""Enumerations in answers: shown whole, counted, pointed at."""

import pytest

from assistant.answer import AnswerKind
from assistant.answering import understood
from assistant.candidates import candidates_of
from assistant.citing import draft_problems
from assistant.draft import Draft, Statement
from assistant.facts.outline import answer_outline
from assistant.facts.sections import document_to_lists
from assistant.prose.cutting import cutter_of
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask, Subject, Where
from assistant.reading.placing import placed
from assistant.reading.reading import read
from assistant.showing import items_shown, parallels_shown
from assistant.turning import candidate_to_turn
from corpus.facts import Evidence
from corpus.understanding import folder_to_library
from tests.assistant.lexical import LexicalOnlyIndex
from tests.assistant.making import place

PLAN = """青禾市人才办法

第一章 安家奖
第一条 安家奖按年发放。
第二章 科研奖
第二条 科研奖按项目发放。
第三章 住房补贴
第三条 申请住房补贴的，须符合以下条件：
（一）在本市工作满2年；
（二）名下无房；
（三）未领过同类补贴。
补贴由市人才局发放。
第四章 附则
有下列情形之一的，由市人才局责令改正；拒不改正的，处2万元以下罚款：
（一）虚报年限；
（二）转租公寓。
第四条 办好人才实事。一是开设夜校12所。二是举办沙龙30场。三是设立驿站5个。人才是第一资源。
"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    return LexicalOnlyIndex(folder_to_library(folder))


def told(index, words, heard=("which",), **where):
    documents = tuple(index.library.documents)
    ask = Ask(Subject.OUTLINE, Where(documents=documents, words=words, **where), heard=frozenset(heard))
    found = [one.outcome for one in answer_outline(ask, index)]
    assert all(draft_problems(one, index.library, words) == [] for one in found)
    return [one.text for one in found]


def test_a_list_is_shown_whole_behind_the_words_that_announce_it(index):
    whole = "申请住房补贴的，须符合以下条件，共3项：在本市工作满2年；名下无房；未领过同类补贴。"
    assert whole in told(index, "住房补贴 条件")
    assert "办好人才实事，共3项：开设夜校12所；举办沙龙30场；设立驿站5个。" in told(index, "实事")


def test_a_chapter_of_one_article_holds_what_that_holds(index):
    assert "“住房补贴”共3项：在本市工作满2年；名下无房；未领过同类补贴。" in told(index, "住房补贴")


def test_an_item_that_was_shown_is_pointed_at(index):
    assert told(index, "名下无房", picked=("名下无房",)) == ["名下无房。"]
    assert told(index, "举办沙龙30场", picked=("举办沙龙30场",)) == ["举办沙龙30场。"]


def test_what_lists_the_others_again_does_not_answer_for_the_one_pointed_at(index):
    turns = []
    for question in ("申请住房补贴须符合哪些条件？", "第三个具体是什么？"):
        reading = placed(read(question, index.library), turns, index.library)
        found = candidates_of(understood(reading, turns, index.library).asks, index)
        chosen = next(one for one in found if one.ask.subject is Subject.OUTLINE)
        turns.append(candidate_to_turn(chosen, index.library))
    assert chosen.outcome.text == "未领过同类补贴。"
    assert not [one.outcome.text for one in found if "在本市工作满2年" in one.outcome.text]


def test_parts_of_the_kind_that_is_asked_for(index):
    assert "以此为题的共3章：安家奖；科研奖；住房补贴。" in told(index, "奖补贴")


def test_a_passage_offers_its_list_whole_and_no_beginning_of_it(index):
    found = [window for chunk in index.chunks for window in cutter_of(index).passage(chunk).windows]
    (whole,) = {one.text for one in found if one.kind is Kind.LIST and "实事" in one.text}
    assert whole == "办好人才实事。一是开设夜校12所。二是举办沙龙30场。三是设立驿站5个。"
    assert not [one.text for one in found if one.kind is Kind.RUN and one.text.startswith("办好人才实事。一是")]


def test_an_item_is_offered_with_what_is_said_of_each(index):
    """Conditions alone (须符合以下条件：) are so as well; a sentence with semicolons announces as a whole."""
    found = {one.text for chunk in index.chunks for one in cutter_of(index).passage(chunk).windows}
    head = "有下列情形之一的，由市人才局责令改正；拒不改正的，处2万元以下罚款："
    assert {f"{head}虚报年限。", f"{head}转租公寓。", "申请住房补贴的，须符合以下条件：名下无房。"} <= found
    assert not [one for one in found if one.startswith("拒不改正") and "（一）" in one]


@pytest.mark.parametrize("stop", ["", "。", "；"])
def test_a_case_is_never_offered_without_what_is_so_in_it(tmp_path, stop):
    """Whether it stands in its own line like a heading or ends as a sentence."""
    cases = "".join(
        f"（{number}）{case}的{stop}\n" for number, case in (("一", "主动补报年限"), ("二", "尚未入住公寓"))
    )
    text = f"青禾市人才办法\n\n第五条 有下列情形之一的，可以从轻处理：\n{cases}第六条 本办法由市人才局解释。\n"
    (tmp_path / "rule.txt").write_text(text, encoding="utf-8")
    index = LexicalOnlyIndex(folder_to_library(tmp_path))
    found = [one.text for chunk in index.chunks for one in cutter_of(index).passage(chunk).windows]
    assert "有下列情形之一的，可以从轻处理：尚未入住公寓的。" in found
    assert not [one for one in found if one.startswith(("主动补报", "尚未入住"))]


def test_what_announces_the_parts_of_a_document_announces_nothing_in_it(tmp_path):
    text = "关于征集商户的公告\n现就有关事项公告如下：\n一、报名条件\n信用良好。\n二、报名时间\n6月底前。\n"
    (tmp_path / "call.txt").write_text(text, encoding="utf-8")
    (document,) = folder_to_library(tmp_path).documents.values()
    assert not list(document_to_lists(document))


def draft(text, items=()):
    return Draft(AnswerKind.LIST, (Statement(text, (), items=items),))


def test_what_an_answer_lists():
    assert items_shown(draft("共2项：甲。乙；丙。", ("甲。乙", "丙"))) == ("甲。乙", "丙")
    assert items_shown(draft("科技方面3项：甲；乙；丙。文化方面2项：丁；戊。")) == ("甲", "乙", "丙")
    shown = Statement(
        "应符合：（一）在本市工作；（二）名下无房。补贴按月发放。", (Evidence(quote="应符合", place=place("a")),)
    )
    assert items_shown(Draft(AnswerKind.PASSAGE, (shown,))) == ("在本市工作", "名下无房")
    assert parallels_shown(draft("建成市内1ms、省内5ms、邻省3ms低时延圈。")) == (
        "建成市内1ms",
        "省内5ms",
        "邻省3ms低时延圈",
    )
    assert parallels_shown(draft("建成市内、省内低时延圈。")) == ()


def test_a_window_knows_how_many_items_it_leaves_out(index):
    chunk = next(one for one in index.chunks if "虚报年限" in one.text)
    left_out = {one.text: one.left_out for one in cutter_of(index).passage(chunk).windows}
    head = "有下列情形之一的，由市人才局责令改正；拒不改正的，处2万元以下罚款："
    assert left_out[f"{head}虚报年限。"] == left_out[f"{head}转租公寓。"] == 1
    assert left_out[f"{head}（一）虚报年限；（二）转租公寓。"] == 0

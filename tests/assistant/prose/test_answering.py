"""Answers out of prose over the five documents, found without vectors."""

from assistant.answer import AnswerKind
from assistant.citing import draft_problems
from assistant.forgetting import forget
from assistant.prose import ranking
from assistant.prose.answering import answer_prose
from assistant.prose.comparing import compare_prose
from assistant.prose.cutting import Cutter
from assistant.prose.ranking import ranked
from assistant.reading.ask import Ask, Subject, Where


def ask_for(words, *documents, heard=(), gist="", **more):
    where = Where(documents=documents, named=bool(documents), words=words)
    return Ask(Subject.PROSE, where, gist=gist or words, heard=frozenset(heard), **more)


def prose(ask, index):
    return answer_prose(ask, ranked(ask, index), index)


def answers(ask, index):
    found = prose(ask, index)
    for one in found:
        assert draft_problems(one.outcome, index.library, ask.gist) == []
    return ["".join(statement.text for statement in one.outcome.statements) for one in found]


def test_the_sentence_that_says_it_comes_first(index):
    told = answers(ask_for("联席会议 召开", "suzhou", heard=["how_often"]), index)[0]
    assert "原则上每半年召开一次联席会议" in told
    assert len(told) <= 200


def test_passages_that_were_cut_apart_from_one_another_are_searched_together(index, monkeypatch):
    """Two questions at once cut the same passages each for itself, and one of them goes on with the other's."""
    ask = ask_for("联席会议 召开 楼长制 保障措施", heard=["how_often"])
    expected = answers(ask, index)
    forget()
    monkeypatch.setattr(ranking, "cutter_of", Cutter)
    assert answers(ask, index) == expected


def test_a_section_that_is_asked_about_is_offered_whole(index):
    found = prose(ask_for("保障措施", "taiyuan", heard=["which", "how"]), index)
    assert any(one.outcome.kind is AnswerKind.LIST for one in found)
    assert any(
        "强化组织领导；强化政策支持；强化服务保障；强化评价监测" in one.outcome.statements[0].text for one in found
    )


def test_seconds_say_something_else(index):
    first, second, *_ = answers(ask_for("楼长制", "qingpu", heard=["meaning"]), index)
    assert "楼长制" in first
    assert first != second


def test_the_document_is_named_where_several_are_searched(index):
    assert answers(ask_for("扫楼 行动", heard=["meaning"]), index)[0].startswith("鹿城")


def test_a_claim_that_one_sentence_bears_out_is_answered_by_yes(index):
    found = prose(ask_for("每半年召开一次联席会议", "suzhou", claim=True), index)
    assert found[0].outcome.statements[0].text.startswith("是。")


def test_a_comparison_has_a_statement_for_each_place_and_names_what_is_not_there(index):
    ask = ask_for("联席会议 召开", "suzhou", "qingpu", heard=["how_often"], per_document=True)
    found, _ = compare_prose(ask, index)
    lines = [statement.text for statement in found.outcome.statements]
    assert sorted(line[:3] for line in lines) == ["苏州：", "青浦："]
    assert all(statement.evidence or statement.text.endswith("文件未提及。") for statement in found.outcome.statements)


def test_a_document_whose_sentences_hold_what_is_asked_is_never_called_silent(index):
    ask = ask_for("楼宇经济 领导小组", "suzhou", "lucheng", per_document=True)
    assert all(statement.evidence for one in compare_prose(ask, index) for statement in one.outcome.statements)


def test_a_place_says_what_holds_the_words_that_most_places_use_whatever_else_is_asked(index):
    """Nothing in 太原 is near the whole of it."""
    ask = ask_for("楼长 说法 一样", "qingpu", "taiyuan", "lucheng", heard=["compare"], per_document=True)
    assert all("楼长" in statement.text for one in compare_prose(ask, index) for statement in one.outcome.statements)


def test_nothing_is_made_up_where_nothing_is_found(index):
    assert prose(ask_for("ψω", "suzhou"), index) == []


def test_a_comparison_fills_its_room_with_what_each_place_says_of_the_thing(index):
    ask = ask_for("楼长", "qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing", heard=["each_place"], per_document=True)
    found = compare_prose(ask, index)[-1]
    told = [statement.text for statement in found.outcome.statements]
    assert found.features["filling"] == 1.0
    assert [line[:3] for line in told if "楼长" in line] == ["青浦：", "太原：", "鹿城："]
    assert {line for line in told if "楼长" not in line} == {"苏州：文件未提及。", "嘉兴：文件未提及。"}
    assert len(found.outcome.text) <= 240

"""The document that a turn was about."""

from assistant.last_document import asks_areas, document_of, has_areas, label_of, labelled
from tests.assistant.making import five_documents
from tests.assistant.test_conversation import turn
from tests.assistant.test_following import ALL, cited


def test_it_is_the_only_one_in_scope_or_the_only_one_cited():
    assert document_of(turn("青浦的文号?", "qingpu"), five_documents()) == "qingpu"
    answered = turn("区商务委牵头哪些?", *ALL).model_copy(update={"citations": (cited("qingpu"), cited("qingpu"))})
    assert document_of(answered, five_documents()) == "qingpu"


def test_a_question_for_all_places_is_about_none_alone():
    answered = turn("各地谁最高?", *ALL).model_copy(update={"citations": (cited("qingpu"),)})
    assert document_of(answered, five_documents()) is None
    assert label_of(answered, five_documents()) == ""


def test_its_name_is_put_before_what_names_none():
    last = turn("青浦的文号?", "qingpu")
    assert labelled("谁印发的?", last, five_documents()) == "青浦谁印发的?"
    assert labelled("太原谁印发的?", last, five_documents()) == "太原谁印发的?"


def test_its_areas_are_those_its_figures_are_for():
    """Suzhou's annex 1 has figures by district."""
    suzhou = turn("苏州2023年新增亿元楼宇?", "suzhou")
    assert has_areas(suzhou, five_documents())
    assert not has_areas(turn("苏州的文号?", "suzhou"), five_documents())
    assert asks_areas("哪些地区没有改造任务?", suzhou, five_documents())
    assert not asks_areas("哪些城市没有改造任务?", suzhou, five_documents())

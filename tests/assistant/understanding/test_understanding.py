from pathlib import Path

import pytest

from assistant.query import Operation
from assistant.understanding.understanding import question_to_query
from corpus.errors import BadQuestion
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import read_document


def test_a_misspelt_cell_is_understood(query):
    """苏洲工业园 is 苏州工业园区: document, area, year and indicator are linked."""
    found = query("苏洲工业园 2023年新增亿元楼宇几幢?")
    assert (found.documents, found.scopes, found.years) == (("suzhou",), ("工业园区",), (2023,))
    assert found.indicators[0] == "新增亿元楼宇"
    assert found.operation is Operation.VALUE


def test_all_documents_are_in_scope_where_none_is_named(query):
    found = query("各地的特色楼宇目标")
    assert len(found.documents) == 5
    assert not found.documents_named
    assert found.operation is Operation.COMPARE


def test_two_named_documents_are_compared(query):
    assert query("青浦和鹿城的属地注册率目标").operation is Operation.COMPARE


def test_the_tasks_of_a_unit(query):
    found = query("苏州方案中市司法局要参与哪项工作?")
    assert (found.operation, found.units) == (Operation.TASKS_OF_UNIT, ("市司法局",))


def test_membership_is_a_yes_or_no_question(query):
    assert query("苏州的楼宇动态监测，市商务局在不在责任单位里？").operation is Operation.YES_NO


def test_rows_annexes_and_quoted_words(query):
    found = query("鹿城附件3第48个项目是不是“工业上楼”试点？")
    assert found.ordinals == (48,)
    assert found.annexes == (3,)
    assert "工业上楼" in found.quoted


def test_years_of_titles_are_no_years_of_the_question(query):
    assert query("《青浦区楼宇经济高质量发展行动方案（2023~2025年）》抄送谁").years == ()


def test_own_area_words(query):
    """市区 is what people say for 市本级."""
    found = query("嘉兴市区2015年入驻率比全市高多少")
    assert found.scopes == ("市本级",)
    assert found.asks_total


def test_an_unknown_city_is_never_ignored(query):
    assert query("南京2025年入驻率目标").unknown_regions == ("南京",)


def test_a_bad_question_is_refused(query):
    with pytest.raises(BadQuestion):
        query("？")


def test_a_new_document_brings_its_own_names(tmp_path: Path):
    """Nothing of the five documents is needed to understand a question about a sixth."""
    path = tmp_path / "notice.txt"
    path.write_text(
        "无锡市人民政府办公室文件\n\n锡政办发〔2024〕12号\n\n无锡市人民政府办公室\n关于印发无锡市数字经济行动方案的通知\n\n"
        "各市（县）人民政府：\n\n现印发给你们，请认真贯彻执行。\n\n无锡市人民政府办公室\n2024年3月5日\n\n"
        "无锡市数字经济行动方案\n\n一、主要目标\n\n到2026年，全市数字经济核心产业增加值占比达到18%。\n",
        encoding="utf-8",
    )
    document = read_document(path, document_id="wuxi")
    library = Library([document], [document_to_facts(document)])
    found = question_to_query("无锡2026年数字经济核心产业增加值占比目标是多少", library)
    assert found.documents_named
    assert found.years == (2026,)
    assert any("核心产业增加值" in indicator for indicator in found.indicators)


def test_a_town_that_stands_in_no_document_is_an_unknown_place(query):
    assert query("华新镇2025年新增办公面积指标是多少？").unknown_regions == ("华新镇",)
    assert query("对搞乡村旅游的楼宇有什么支持").unknown_regions == ()
    assert query("农机下乡补贴多少").unknown_regions == ()
    assert query("青浦香花桥街道2024年新增办公面积是多少").unknown_regions == ("香花桥街道",)


def test_towns_in_general_and_known_towns_are_no_unknown_places(query):
    assert query("青浦各镇2024年新增办公面积").unknown_regions == ()
    assert query("青浦赵巷镇2024年新增办公面积").unknown_regions == ()
    assert query("鹿城属地街镇负责什么").unknown_regions == ()

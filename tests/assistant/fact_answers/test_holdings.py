"""Questions about the library itself: which documents there are, and of which places."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from assistant.fact_answers.holdings import answer_holdings
from assistant.understanding.understanding import question_to_query


@pytest.mark.parametrize(
    "question",
    [
        "有哪些文件？",
        "资料库里有几份文件？",
        "你能回答什么问题？",
        "我可以问什么",
        "请问现在收录了哪些地方的政策文件？",
        "这些文件分别是哪些城市的？",
        "有哪些城市的政策？",
        "列出所有文件",
    ],
)
def test_every_document_is_named_with_its_number(told, question):
    text = told(question)
    assert "5份文件，关于青浦、苏州、太原、鹿城、嘉兴" in text
    assert "《关于促进楼宇经济高质量发展的推进方案》（苏府办〔2023〕48号）" in text
    assert text.count("《") == 5


@pytest.mark.parametrize(
    "question",
    [
        "青浦有哪些文件？",
        "有哪些政策支持总部企业？",
        "哪些城市提到了亿元楼宇？",
        "修订哪些文件？",
        "有什么资料要报送？",
    ],
)
def test_what_is_asked_about_their_contents_is_left_to_others(library, question):
    assert answer_holdings(question_to_query(question, library), SimpleNamespace(library=library)) is None


@pytest.mark.parametrize(("question", "answered"), [("有哪些文件？", True), ("涉及哪些地区？", False)])
def test_in_the_midst_of_a_conversation_only_the_files_are_those_of_the_library(library, question, answered):
    query = replace(question_to_query(question, library), documents=("suzhou",), documents_named=True)
    found = answer_holdings(query, SimpleNamespace(library=library))
    assert (found is not None) == answered
    assert not found or len(found.statements) == 6

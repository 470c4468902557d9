"""A conversation as Markdown: complete, its tables too, and nothing in it is taken for HTML."""

from assistant.comparison import compare
from assistant.exports.markdown import conversation_to_markdown
from assistant.keeping.conversations import Conversation, Turn
from tests.assistant.keeping.kept import answer_to
from tests.assistant.making import five_documents

AT = "2026-01-01T00:00:00.000Z"


def written(*answers, title="河道"):
    turns = [Turn(ref="r", asked_at=AT, question=answer.question, answer=answer) for answer in answers]
    made = Conversation(id="c", title=title, documents=[], created_at=AT, updated_at=AT, turns=turns)
    return conversation_to_markdown(made, five_documents())


def test_questions_answers_and_sources_are_all_there():
    text = written(answer_to("护岸多少公里？", "30公里[1]。"))
    assert text.startswith("# 河道\n")
    assert "## 问：护岸多少公里？" in text
    assert "30公里[1]。" in text
    assert "- [1] 《方案》一、：“生态护岸30公里”" in text


def test_a_comparison_is_a_table_below_the_words():
    view = compare(five_documents(), indicator="楼宇入驻率")
    text = written(answer_to().model_copy(update={"comparison": view}))
    head = "| 地方 | 指标（原文） | 目标值 | 年份 | 范围 | 能否直接比 |"
    assert f"\n{head}\n{'| --- ' * 6}|\n| 鹿城 | " in text
    assert text.index("答复[1]。") < text.index("| 地方 |") < text.index("未提及：青浦、苏州。") < text.index("出处：")


def test_what_looks_like_html_is_text_and_a_title_is_one_line():
    assert written(title="a\n# b<script>") == "# a # b&lt;script>\n"


def test_what_an_llm_has_worded_says_so():
    text = written(answer_to().model_copy(update={"writer": "llm:小模型", "notice": "本回答由人工智能改写。"}))
    assert "本回答由人工智能改写。" in text
    assert "人工智能改写（llm:小模型）" in text

"""A conversation as Markdown: complete, and nothing in it is taken for HTML."""

from assistant.keeping.markdown import conversation_to_markdown
from tests.assistant.keeping.kept import ALICE, answer_to


def test_questions_answers_and_sources_are_all_there(keeping):
    made = keeping.conversations.create("甲", "河道")
    keeping.record(answer_to("护岸多少公里？", "30公里[1]。"), ALICE, made.id)
    text = conversation_to_markdown(keeping.conversations.get("甲", made.id))
    assert text.startswith("# 河道\n")
    assert "## 问：护岸多少公里？" in text
    assert "30公里[1]。" in text
    assert "- [1] 《方案》一、：“生态护岸30公里”" in text


def test_what_looks_like_html_is_text_and_a_title_is_one_line(keeping):
    made = keeping.conversations.create("甲", "a\n# b<script>")
    text = conversation_to_markdown(keeping.conversations.get("甲", made.id))
    assert text == "# a # b&lt;script>\n"


def test_what_an_llm_has_worded_says_so(keeping):
    made = keeping.conversations.create("甲")
    said = {"writer": "llm:小模型", "notice": "本回答由人工智能改写。"}
    keeping.record(answer_to().model_copy(update=said), ALICE, made.id)
    text = conversation_to_markdown(keeping.conversations.get("甲", made.id))
    assert "本回答由人工智能改写。" in text
    assert "人工智能改写（llm:小模型）" in text

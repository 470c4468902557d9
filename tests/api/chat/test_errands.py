"""What front ends ask for behind the user's back is told from questions. The prompts are worded like theirs."""

import json

import pytest

from api.chat.errands import Errand, errand_of, errand_reply, question_in, question_to_title, questions_before

QUESTION = "青浦到2025年累计去化面积是多少？"
HISTORY = f"### Chat History:\n<chat_history>\nUSER: {QUESTION}\nASSISTANT: 40万平方米。\n</chat_history>"
WEBUI = '### Task:\n{task}\n### Output:\nJSON format: {{ "{key}": {value} }}\n' + HISTORY
DIFY = f"""Decompose the input into "subject" and "intention". Your output MUST be a valid JSON.
User Input: hi
{{"Your Output": "greeting"}}
User Input: {QUESTION}
"""
REPHRASE = f"""You are a question rephraser; wrap it in <knowledge></knowledge>.
Follow up question: What is a capital?
Rephrased question: <knowledge><question>capital</question></knowledge>
user: 你好
Follow up question: {QUESTION}
Rephrased question:
"""
ERRANDS = [
    ("", WEBUI.format(task="Write a short title for the chat history.", key="title", value='"..."'), Errand.TITLE),
    ("", WEBUI.format(task="Suggest 3-5 follow-up questions.", key="follow_ups", value='["?"]'), Errand.FOLLOW_UPS),
    (
        "",
        WEBUI.format(task="Predict messages this user might send next.", key="follow_ups", value="[]"),
        Errand.FOLLOW_UPS,
    ),
    ("", WEBUI.format(task="Give 1-3 broad tags for the chat history.", key="tags", value='["t"]'), Errand.TAGS),
    ("", WEBUI.format(task="Are search queries needed? Give them.", key="queries", value="[]"), Errand.QUERIES),
    (
        "你擅长把用户的会话总结为10个字以内的标题",
        f"user: {QUESTION}\nassistant: 40万平方米。\n\n请总结上述对话为10个字以内的标题，不需要包含标点符号",
        Errand.TITLE,
    ),
    (
        "Summarize the conversation into a title within 10 words.",
        f'[{{"role":"user","mainText":"{QUESTION}"}}]',
        Errand.TITLE,
    ),
    ("", DIFY, Errand.TITLE),
    ("", DIFY.replace(f"Input: {QUESTION}", f"Input: \n{QUESTION}"), Errand.TITLE),
    ("", REPHRASE, Errand.QUERIES),
]


@pytest.mark.parametrize(("system", "said", "errand"), ERRANDS)
def test_an_errand_is_known_and_the_question_in_it_found(system, said, errand):
    assert errand_of(said, system) is errand
    assert question_in(said, errand) == QUESTION


def test_what_was_asked_before_counts_for_what_may_be_asked_next():
    said = ERRANDS[1][1].replace("</chat", "USER: 由谁牵头？\nASSISTANT: 区商务委。\n</chat")
    assert question_in(said, Errand.FOLLOW_UPS) == "由谁牵头？"
    assert questions_before(said, Errand.FOLLOW_UPS) == (QUESTION,)
    assert questions_before(said, Errand.TITLE) == ()


@pytest.mark.parametrize(
    "said",
    [
        WEBUI.format(task="Generate a detailed prompt for an image generation task.", key="prompt", value='"..."'),
        f"Your task is to reflect the expression through a fitting emoji.\n\nMessage: ```{QUESTION}```",
        f"### Task:\nYou are an autocompletion system; complete the search query.\n<text>{QUESTION[:8]}</text>",
        WEBUI.format(task="Draw a diagram.", key="svg", value='"..."'),
    ],
)
def test_what_only_a_language_model_can_do_is_known_for_no_question(said):
    assert errand_of(said, "") is Errand.OTHER


@pytest.mark.parametrize(
    "system",
    [
        "你是助手，只用中文回答。",
        "你是政策助手，每次回答200字以内，先写标题，最后给出后续问题。",
        "### Task:\nCite only where the <source> tag has an id.\n<context>\n<source>问题：是谁？</source>\n</context>",
    ],
)
@pytest.mark.parametrize("said", [QUESTION, "这份文件的标题是什么？20字以内。", "各地的标签楼宇有几幢？", "title"])
def test_a_question_is_no_errand(said, system):
    assert errand_of(said, system) is None
    assert question_in(said, None) == said


@pytest.mark.parametrize(
    "said",
    [
        f"### Task:\nAnswer.\n<context>\n{'资料。' * 400}\n</context>\n\n<user_query>\n{QUESTION}\n</user_query>",
        f'### Task:\nRespond.\n<context>\n<source id="1">{"资料。" * 400}</source>\n</context>\n\n{QUESTION}',
        f"Use the reference.\n## My question is:\n\n{QUESTION}\n\n## Reference Materials:\n\n{'资料。' * 400}",
        f"## 参考内容\n{'资料。' * 400}\n\n## 用户问题\n{QUESTION}",
        f"Use it.\n<context>\n{'问题：是谁？<question>谁</question>' * 50}\n</context>\n\n{QUESTION}",
        f"By the reference materials\n## My question is:\n{QUESTION}\n## Reference Materials:\n{'问题：是谁？' * 99}",
        f"Use the passages.\n<context>\n{'资料。' * 400}\n</context>\n\nQuestion to answer:\n\n{QUESTION}",
        f"Use this.\n<context>\n{'资料。' * 400}\n</context>\nWhen you answer:\n- be plain.\nQuery: {QUESTION}",
    ],
)
def test_the_question_in_a_template_is_found(said):
    assert errand_of(said, "") is None
    assert question_in(said, None) == QUESTION


def test_a_title_is_short_and_in_the_form_that_is_asked_for():
    assert question_to_title(f"请问{QUESTION}") == "青浦到2025年累计去化面积是多少"
    assert len(question_to_title("各地的楼宇入驻率目标分别是多少，和基期相比提高了几个百分点？")) == 20
    webui, lobe, dify = ERRANDS[0][1], ERRANDS[5][1], ERRANDS[7][1]
    title = question_to_title(QUESTION)
    assert json.loads(errand_reply(Errand.TITLE, webui, QUESTION, [])) == {"title": title}
    assert errand_reply(Errand.TITLE, lobe, QUESTION, []) == title
    assert json.loads(errand_reply(Errand.TITLE, dify, QUESTION, []))["Your Output"] == title


def test_lists_are_given_as_they_are_asked_for():
    asked = ["那2024年呢？", "由谁牵头？"]
    assert json.loads(errand_reply(Errand.FOLLOW_UPS, ERRANDS[1][1], QUESTION, asked)) == {"follow_ups": asked}
    assert json.loads(errand_reply(Errand.FOLLOW_UPS, 'A JSON array: ["question1"]', QUESTION, asked)) == asked
    assert json.loads(errand_reply(Errand.QUERIES, ERRANDS[4][1], QUESTION, [])) == {"queries": [QUESTION]}
    rephrased = errand_reply(Errand.QUERIES, REPHRASE, QUESTION, [])
    assert rephrased.startswith("<knowledge>")
    assert f"<question>\n{QUESTION}\n</question>" in rephrased

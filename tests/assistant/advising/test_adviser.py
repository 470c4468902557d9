"""Advice in use: asked for where rules are unsure, joined with what they found, lost without harm."""

import threading
from time import monotonic

import pytest

from assistant.advising.adviser import Adviser, Case, Use
from assistant.advising.describing import described_documents
from assistant.advising.voting import VOTES
from assistant.assistant import ADVISING, STAGES, Assistant
from assistant.draft import Draft
from assistant.llm import OpenAiChat
from assistant.reading.following import followed
from assistant.reading.reading import read
from assistant.reading.turn import Turn
from tests.assistant.advising.scripted import QUESTION, Scripted, advice, advised, outcome, text_of
from tests.assistant.endpoint import completion, hangs, sends, serving
from tests.assistant.lexical import lexical_index
from tests.assistant.making import five_documents

RIGHT = (
    '{"asks": [{"subject": "targets", "documents": ["qingpu"], "years": [2025], "want": ["value"], '
    '"words": "存量空置楼宇累计去化面积"}]}'
)
WRONG = '{"asks": [{"subject": "metadata", "want": ["doc_number"]}]}'
FIRST = '{"numbers": [1]}'
LOST = "大模型没有给出可用的理解或选择，本回答只按规则得出。"
TOLD = "本回答由大模型（某模型）协助理解问题或选句，内容全部取自所列原文。"


def assistant(model, use=Use.ALWAYS, seconds=5.0):
    return Assistant(lexical_index(), adviser=Adviser(model, seconds, use))


def test_a_right_meaning_and_a_right_choice_make_their_answers_likelier():
    before = {id(one.candidate): one.chance for one in outcome().choices}
    after = advised(Scripted(RIGHT, FIRST))
    raised = [one for one in after.choices if {"voted", "chosen"} & set(one.features)]
    assert raised
    assert all("去化面积" in text_of(one.candidate.outcome) for one in raised)
    assert all(one.chance > before.get(id(one.candidate), 0.0) for one in raised)
    assert "40万平方米" in text_of(after.result)


def test_only_what_has_votes_changes():
    before = {id(one.candidate): (one.score, one.chance) for one in outcome().choices}
    after = advised(Scripted(WRONG, '{"numbers": [3]}'))
    same = [one for one in after.choices if id(one.candidate) in before and not set(VOTES) & set(one.features)]
    assert same
    assert all((one.score, one.chance) == before[id(one.candidate)] for one in same)


@pytest.mark.parametrize(
    ("meaning", "pick", "failed"),
    [
        (RIGHT, FIRST, 0),
        (["好的", RIGHT], FIRST, 0),
        (["好的", "还是不懂"], FIRST, 1),
        (RIGHT, "第1句", 1),
        (RIGHT, '{"numbers": [99]}', 1),
        (None, None, 2),
        ("", "", 2),
        ("<think>想", "<think>想", 2),
    ],
)
def test_what_cannot_be_used_is_counted(meaning, pick, failed):
    found = advice(Scripted(meaning, pick))
    assert (found.asked, found.failed, found.is_lost) == (2, failed, failed == 2)


def test_two_requests_are_made_and_one_more_to_mend():
    plain, mended = Scripted(RIGHT, FIRST), Scripted(["?", RIGHT], FIRST)
    advice(plain)
    advice(mended)
    assert sorted(plain.asked) == ["meaning", "pick"]
    assert sorted(mended.asked) == ["meaning", "meaning", "pick"]


def test_both_requests_are_made_at_once():
    together = threading.Barrier(2, timeout=5)

    class Meeting(Scripted):
        def complete(self, messages, seconds, schema=None):
            together.wait()
            return super().complete(messages, seconds, schema)

    assert advice(Meeting(RIGHT, FIRST)).failed == 0


def test_prompts_are_short_and_begin_with_what_never_changes():
    """Qwen's tokenizer makes some 0.55 tokens of a character: 1,500 and 2,500 tokens are 2,700 and 4,500 characters."""
    model = Scripted(RIGHT, FIRST)
    advice(model)
    told = dict(zip(model.asked, model.told, strict=True))
    assert len(told["meaning"]) < 2700
    assert len(told["pick"]) < 4500
    assert told["meaning"].index("<文件>\n") < told["meaning"].rindex(QUESTION[:10])
    assert told["pick"].index("<句子>\n1〔") < told["pick"].rindex(QUESTION[:10])


def test_columns_go_where_too_much_would_be_told(monkeypatch):
    library = five_documents()
    whole = described_documents(tuple(library.documents), library)
    monkeypatch.setattr("assistant.advising.describing._LONGEST_TOLD", 500)
    short = described_documents(tuple(library.documents), library)
    assert "行动任务分解表（序号、" in whole
    assert "（序号" not in short
    assert [line.split("：")[0] for line in short.splitlines()] == list(library.documents)


def test_the_question_before_goes_along():
    index = lexical_index()
    asks = followed(read("苏州第1项任务谁负责？", index.library), [], index.library)
    turn = Turn(next(ask for ask in asks if ask.subject == "tasks"), ("优化楼宇服务流程",))
    model, found = Scripted(RIGHT, FIRST), outcome()
    case = Case(found.understood.reading, found.understood.asks, found.choices, turn)
    Adviser(model, 5.0, Use.ALWAYS).advise(case, index, monotonic() + 5)
    told = model.told[model.asked.index("meaning")]
    assert "<上一问>\n苏州 · 任务" in told
    assert "答案中的行：优化楼宇服务流程" in told


@pytest.mark.parametrize(("use", "wanted"), [(Use.OFF, []), (Use.UNSURE, [False, True]), (Use.ALWAYS, [True, True])])
def test_settings_decide_when_advice_is_wanted(use, wanted, monkeypatch):
    ranked = outcome().choices
    adviser = Adviser(Scripted(), 5.0, use)
    found = []
    for limit in (ranked[0].chance, ranked[0].chance + 0.01):
        monkeypatch.setattr("assistant.advising.adviser.tuning", lambda limit=limit: Limit(limit))
        found.append(adviser.is_wanted(ranked))
    assert found == (wanted or [False, False])
    assert not adviser.is_wanted(())


class Limit:
    def __init__(self, limit):
        self.advise_below = limit


def test_an_answer_that_is_another_for_advice_says_so_and_its_stage_is_told():
    stages = []
    picky = Scripted(WRONG, '{"numbers": [5]}')
    answer = assistant(picky).ask("太原哪家单位盯着安全检查？", on_stage=stages.append)
    assert stages == [*STAGES[:2], ADVISING, STAGES[2]]
    plain = Assistant(lexical_index()).ask("太原哪家单位盯着安全检查？")
    assert (TOLD in (answer.notice or "")) is (answer.answer != plain.answer)


@pytest.mark.parametrize("mood", [sends(b"{}", 500), sends(completion("我拒绝回答。")), hangs])
def test_a_broken_endpoint_costs_nothing_but_its_time(mood):
    plain = Assistant(lexical_index()).ask(QUESTION)
    with serving(mood) as server:
        answer = assistant(OpenAiChat(server.url, "某模型"), seconds=1.5).ask(QUESTION)
    assert LOST in answer.notice
    ours = {"answer", "citations", "understood", "status", "refusal", "turn"}
    assert answer.model_dump(include=ours) == plain.model_dump(include=ours)


def test_courtesies_and_unknown_places_are_nobodys_business():
    model = Scripted(RIGHT, FIRST)
    for question in ("你好", "杭州有多少亿元楼宇？"):
        assistant(model).ask(question)
    assert model.asked == []


def test_of_several_parts_the_least_sure_is_advised_on():
    model = Scripted(RIGHT, FIRST)
    answer = assistant(model).ask("苏州2023年新增亿元楼宇多少幢？太原的文号是什么？")
    assert len(model.asked) <= 2
    assert isinstance(outcome().result, Draft)
    assert answer.status == "answered"

from datetime import date
from types import SimpleNamespace

import pytest

from assistant.answer import RefusalReason
from assistant.citing import draft_problems
from assistant.draft import Draft, NoAnswer
from assistant.facts.document_rows import document_rows
from assistant.facts.metadata import answer_metadata, field_statement
from assistant.reading.ask import Ask, Fold, Subject, Want, Where
from corpus.facts import Facts, Library
from corpus.understanding import folder_to_library
from tests.assistant.lexical import LexicalOnlyIndex
from tests.assistant.making import document, place

ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


def ask(*want, documents=("qingpu",), fold=Fold.SHOW, **more):
    where = {key: more.pop(key) for key in list(more) if key in Where.__dataclass_fields__}
    return Ask(Subject.METADATA, Where(documents=documents, named=True, **where), want, fold, **more)


@pytest.fixture
def told(best):
    return lambda *args, **more: best(answer_metadata, ask(*args, **more))


def test_several_fields_at_once_each_filled_or_said_to_be_missing(told):
    assert told(Want.ISSUER, Want.PRINTED_ON, Want.PERIOD) == (
        "由上海市青浦区人民政府办公室印发。\n"
        "印发日期为2023年5月17日（成文日期为2023年5月16日）。\n"
        "期限为2023年—2025年。"
    )
    assert told(Want.DOC_NUMBER, Want.INTERPRETER, documents=("taiyuan",)) == "由市发展改革委负责解释。\n文件未写文号。"


def test_a_day_that_is_not_printed_gives_way_to_the_other(told):
    assert told(Want.WRITTEN_ON, documents=("taiyuan",)) == "文件未写成文日期，印发日期为2023年11月17日。"
    assert told(Want.WRITTEN_ON, Want.PRINTED_ON, documents=("taiyuan",)) == ("印发日期为2023年11月17日。")


def test_how_many_issued_it_together(told):
    assert told(Want.ISSUER, documents=("jiaxing",), fold=Fold.COUNT) == (
        "由嘉兴市发展和改革委员会、嘉兴市服务业发展局、"
        "嘉兴市盘活资源促进楼宇经济高质量发展工作领导小组办公室等3家联合印发。"
    )


def test_the_attachments_as_they_are_listed(told):
    assert told(Want.ATTACHMENTS, documents=("taiyuan",)) == "附件为太原市楼宇经济高质量发展实施任务分解表。"


def test_what_is_not_printed_does_not_count_as_filled(index):
    claimed = ask(Want.DOC_NUMBER, documents=("taiyuan",), claim=True)
    assert answer_metadata(claimed, index)[0].features["filled"] == 0
    shown = ask(Want.DOC_NUMBER, Want.INTERPRETER, documents=("taiyuan",))
    assert answer_metadata(shown, index)[0].features["filled"] == 0.5


def test_the_meeting_that_adopted_it_or_that_none_is_named(told):
    effective = {"heard": frozenset({"effective"})}
    assert "第29次常务会议研究通过" in told(documents=("lucheng",), **effective)
    assert told(documents=("qingpu",), **effective) == "文件未写施行日期、有效期和审议通过的会议。"


def test_without_rows_there_is_no_candidate(index):
    assert answer_metadata(ask(Want.ISSUER, documents=("nowhere",)), index) == []


def test_fields_that_are_all_absent_are_no_answer(index):
    (silent,) = answer_metadata(ask(Want.DOC_NUMBER, documents=("taiyuan",)), index)
    assert silent.outcome == NoAnswer(RefusalReason.NOT_IN_CORPUS, "文件未写文号。")


def test_the_years_of_a_plan_are_told_with_the_end_of_its_force():
    made = _until("plan", date(2999, 1, 1))
    metadata = made.metadata.model_copy(
        update={
            "period": (2024, 2026),
            "quotes": {**made.metadata.quotes, "period": "2024—2026年"},
            "places": {**made.metadata.places, "period": place("plan")},
        }
    )
    library = Library([made.model_copy(update={"metadata": metadata})], [Facts(document_id="plan")])
    told = field_statement(document_rows(library)["plan"], Want.PERIOD, library)
    assert told.text == "期限为2024年—2026年；在有效期内：文件未写施行日期，有效期到2999年1月1日为止。"


def test_whether_each_document_is_in_force():
    ends = {"new": date(2999, 1, 1), "old": date(2001, 1, 1), "open": None}
    made = [_until(name, day) for name, day in ends.items()]
    library = Library(made, [Facts(document_id=name) for name in ends])
    asked = Ask(Subject.METADATA, Where(documents=tuple(ends)), (Want.VALID,))
    (told,) = answer_metadata(asked, SimpleNamespace(library=library))
    assert [one.text.partition("：")[2][:4] for one in told.outcome.statements] == ["在有效期", "已过有效", "文件未写"]


def _until(name, day):
    made = document(name, text=f"有效期至{day}。")
    said = {"expires_on": f"有效期至{day}。"} if day else {}
    metadata = made.metadata.model_copy(
        update={"expires_on": day, "quotes": said, "places": {key: place(name) for key in said}}
    )
    return made.model_copy(update={"metadata": metadata})


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (
            "2003年公布 根据2011年1月8日《关于修改条例的决定》第一次修订 根据2016年2月6日《决定》第二次修订",
            "先后修改2次：2011年1月8日第一次修订；2016年2月6日第二次修订。",
        ),
        (
            "2002年5月30日市人大通过\n2002年9月3日省人大批准的《关于修改条例的决定》修正",
            "只修改过一次：2002年9月3日修正。",
        ),
        ("2023年6月1日市人大通过，修正案草案另行印发", "文件未写修改经过。"),
    ],
)
def test_when_a_law_was_amended_as_its_head_tells(head, said, tmp_path):
    (tmp_path / "law.txt").write_text(f"青禾市绿道条例\n{head}\n第一条 为了保护绿道，制定本条例。\n", encoding="utf-8")
    index = LexicalOnlyIndex(folder_to_library(tmp_path))
    asked = ask(Want.AMENDED, Want.WRITTEN_ON, documents=tuple(index.library.documents))
    outcome = answer_metadata(asked, index)[0].outcome
    assert outcome.text == said
    assert not isinstance(outcome, Draft) or draft_problems(outcome, index.library, "") == []


@pytest.mark.parametrize("gist", ["青浦和苏州的文件哪个更早", "青浦和苏州的文件谁先印发", "青浦和苏州的方案哪个先发"])
def test_which_of_two_documents_came_first(gist, index):
    (one,) = answer_metadata(ask(Want.ISSUER, documents=("suzhou", "qingpu"), gist=gist), index)
    first, *rest = one.outcome.statements
    assert first.text == "从先到后：苏州（2023年3月28日成文），青浦（2023年5月16日成文）。"
    assert [statement.text[:3] for statement in rest] == ["苏州：", "青浦："]
    assert draft_problems(one.outcome, index.library, gist) == []


@pytest.mark.parametrize(
    ("documents", "gist"),
    [
        (("suzhou", "qingpu"), "青浦和苏州的文件是谁印发的"),
        (("suzhou",), "苏州的文件哪个更早"),
        (("suzhou", "qingpu", "jiaxing"), "三份文件哪个更早"),
        (("suzhou", "nowhere"), "两份文件哪个更早"),
    ],
)
def test_no_order_is_told_that_is_not_asked_for_or_not_of_two(documents, gist, index):
    (one,) = answer_metadata(ask(Want.ISSUER, documents=documents, gist=gist), index)
    assert "从先到后" not in one.outcome.text


def test_which_of_two_documents_runs_out_first():
    made = [_until(name, day) for name, day in {"fish": date(2031, 5, 1), "bus": date(2030, 8, 1)}.items()]
    library = Library(made, [Facts(document_id=name) for name in ("fish", "bus")])
    asked = Ask(
        Subject.METADATA, Where(documents=("fish", "bus")), (Want.VALID,), gist="哪个先到期", heard=frozenset({"void"})
    )
    (told,) = answer_metadata(asked, SimpleNamespace(library=library))
    assert told.outcome.text.startswith("从先到后：《bus方案》（2030年8月1日到期），《fish方案》（2031年5月1日到期）。")

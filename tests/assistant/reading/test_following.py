"""Turns that go on from others: among the Asks is the one that a person would mean, marked with how it follows."""

from dataclasses import replace

import pytest

from assistant.reading.ask import Ask, Fold, Subject, Want
from assistant.reading.following import followed
from assistant.reading.placing import placed
from assistant.reading.reading import read
from assistant.reading.turn import Turn, unread_turn
from corpus.understanding import folder_to_library
from tests.assistant.making import five_documents

TARGETS, TASKS, RECORDS, PROSE = Subject.TARGETS, Subject.TASKS, Subject.RECORDS, Subject.PROSE


def asks(question: str, *history: Turn) -> list[Ask]:
    return followed(read(question, five_documents()), history, five_documents())


def turn(
    question: str, *history: Turn, subject: Subject = TARGETS, rows: tuple[str, ...] = (), **slots: object
) -> Turn:
    """A turn for which the first Ask of this subject with these slots was chosen."""
    found = (one for one in asks(question, *history) if one.subject is subject and _has(one, slots))
    return Turn(next(found), rows=rows)


def _has(ask: Ask, slots: dict[str, object]) -> bool:
    where = {name: getattr(ask.where, name) for name in slots if hasattr(ask.where, name)}
    own = {name: getattr(ask, name) for name in slots if not hasattr(ask.where, name)}
    return {**where, **own} == slots


def meant(question: str, *history: Turn, subject: Subject = TARGETS, words: str = "", **slots: object) -> set[str]:
    """How those Asks follow that have exactly these slots, and just these words."""
    wanted = words.split()
    return {
        ask.follows
        for ask in asks(question, *history)
        if ask.subject is subject and _has(ask, slots) and _pieces(ask) == wanted
    }


def _pieces(ask: Ask) -> list[str]:
    return [piece for piece in ask.where.words.replace("?", " ").replace(",", " ").split() if len(piece) > 1]


SIP = turn("苏州虎丘区2023年新增特色产业楼宇几幢")


@pytest.mark.parametrize(
    ("question", "areas", "words"),
    [
        ("太仓呢", ("太仓市",), "新增特色产业楼宇"),
        ("换成常熟呢", ("常熟市",), "新增特色产业楼宇"),
        ("累计亿元楼宇呢", ("虎丘区",), "累计亿元楼宇"),
    ],
)
def test_a_slot_that_is_named_takes_the_place_of_its_kind_and_the_rest_stays(question, areas, words):
    assert "slots" in meant(question, SIP, areas=areas, years=(2023,), documents=("suzhou",), words=words)


def test_a_word_takes_the_place_of_another_word():
    last = turn("苏州太仓市2023年新增亿元楼宇几幢")
    assert "slots" in meant("累计呢", last, areas=("太仓市",), years=(2023,), words="亿元楼宇 累计")


def test_places_of_one_document_are_not_carried_into_another():
    assert "slots" in meant("那嘉兴呢", SIP, documents=("jiaxing",), areas=(), years=(2023,), words="新增特色产业楼宇")


def test_another_indicator_is_asked_for_in_the_same_place_and_year():
    found = meant("推介活动办几场", SIP, areas=("虎丘区",), years=(2023,), documents=("suzhou",), words="推介活动办")
    assert "slots" in found


def test_another_want_is_asked_of_the_same_subject():
    last = turn("青浦培育物业公司谁牵头", subject=TASKS)
    found = meant(
        "什么时候完成", last, subject=TASKS, want=(Want.DEADLINE,), documents=("qingpu",), words="培育物业公司"
    )
    assert found == {"words"}


@pytest.mark.parametrize(
    ("question", "ordinals"), [("第12项呢", (12,)), ("下一项呢", (6,)), ("那上一项呢", (4,)), ("责任单位呢", (5,))]
)
def test_items_are_gone_through_by_their_numbers(question, ordinals):
    last = turn("太原任务表第5项谁负责", subject=TASKS, ordinals=(5,))
    assert any(ask.where.ordinals == ordinals for ask in asks(question, last) if ask.subject is TASKS)


@pytest.mark.parametrize(
    ("question", "years", "fold"),
    [
        ("2026年呢", (2026,), Fold.SHOW),
        ("前一年呢", (2024,), Fold.SHOW),
        ("比2024年提高多少", (2025, 2024), Fold.DIFFERENCE),
        ("比上一年提高多少", (2024, 2025), Fold.DIFFERENCE),
        ("三年分别是多少", (), Fold.SHOW),
    ],
)
def test_years_are_exchanged_joined_stepped_through_or_left_out(question, years, fold):
    last = turn("鹿城2025年属地纳税率多少")
    found = [ask for ask in asks(question, last) if ask.subject is TARGETS and ask.fold is fold]
    assert any(set(ask.where.years) == set(years) and "属地纳税率" in ask.where.words for ask in found)


def test_a_known_place_takes_the_stead_of_one_that_no_document_knows():
    last = unread_turn("宁波2025年入驻率目标是多少")
    assert meant("太原呢", last, documents=("taiyuan",), years=(2025,), words="入驻率") == {"slots"}


def test_two_turns_are_put_together():
    first = turn("青浦新城公司2024年新增办公面积多少")
    second = turn("赵巷呢", first, areas=("赵巷镇",))
    found = [a for a in asks("它俩加起来多少", first, second) if a.subject is TARGETS and a.fold is Fold.SUM]
    assert any(set(a.where.areas) == {"新城公司", "赵巷镇"} and a.where.years == (2024,) for a in found)


def test_two_documents_are_put_together():
    first, second = turn("太原入驻率目标多少"), turn("嘉兴入驻率目标多少")
    found = [ask.where for ask in asks("对比一下", first, second)]
    assert any(set(where.documents) == {"taiyuan", "jiaxing"} and where.named for where in found)


def test_a_sum_is_over_all_places_again():
    assert meant("加起来多少", SIP, areas=(), years=(2023,), fold=Fold.SUM, words="新增特色产业楼宇") == {"words"}


ROWS = ("甲大厦", "乙中心", "丙广场")
LIST = turn("鹿城在建的重大项目有哪些", subject=RECORDS, rows=ROWS)


@pytest.mark.parametrize(
    ("question", "picked"),
    [
        ("第二个在哪个街道", ("乙中心",)),
        ("最后一个多高", ("丙广场",)),
        ("它们分别多大", ROWS),
        ("第三个呢", ("丙广场",)),
    ],
)
def test_rows_of_the_last_answer_are_pointed_at(question, picked):
    found = [ask for ask in asks(question, LIST) if ask.follows == "rows"]
    assert {ask.where.picked for ask in found} == {picked}
    assert {ask.where.documents for ask in found} == {("lucheng",)}


def test_the_rows_shown_one_by_one_are_put_together():
    first = replace(LIST, rows=ROWS[:1])
    second = turn("第二大的呢", first, subject=RECORDS, rows=ROWS[1:2])
    assert ROWS[:2] in {ask.where.picked for ask in asks("它俩加起来多大", first, second)}


@pytest.mark.parametrize(
    "question", ["太原盘活存量楼宇由谁负责", "嘉兴的楼宇税收总量目标是多少", "青浦的联席会议办公室设在哪里"]
)
def test_what_is_said_in_full_takes_nothing_along(question):
    assert asks(question, SIP) == asks(question)
    assert {ask.follows for ask in asks(question, SIP)} == {""}


def test_a_place_may_be_a_word_of_the_document_talked_about():
    """Shanghai is what Qingpu lies in, but Jiaxing's plan speaks of it too."""
    last = turn("嘉兴对接哪些城市", subject=PROSE)
    scoped = [ask for ask in asks("那上海的呢", last) if ask.where.documents == ("jiaxing",)]
    assert any("上海" in ask.where.words for ask in scoped)


def test_of_a_turn_without_its_meaning_the_question_alone_counts():
    last = unread_turn("苏州虎丘区2023年新增特色产业楼宇几幢", ("suzhou",))
    found = meant("太仓呢", last, areas=("太仓市",), years=(2023,), documents=("suzhou",), words="新增特色产业楼宇")
    assert found == {"slots"}


def test_the_document_that_alone_was_cited_is_talked_about():
    last = unread_turn("超高层楼宇怎么监管", ("lucheng",))
    assert ("lucheng",) in {ask.where.documents for ask in asks("谁来负责巡查", last)}


def test_without_turns_a_question_is_what_it_says():
    assert {ask.follows for ask in asks("太仓呢")} == {""}


def test_a_place_is_left_to_the_text_that_speaks_of_it_as_of_the_one_before():
    library = five_documents()
    before = unread_turn("嘉兴怎么对接上海生活品质")
    assert read("换成杭州呢", library).unknown_places == ("杭州",)
    assert placed(read("换成杭州呢", library), [before], library).unknown_places == ("杭州",)
    assert placed(read("换成上海呢", library), [before], library).unknown_places == ()


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("青浦2025年新建商务楼宇多少个", "苏州的文号是什么？"),
        ("青浦综合配套高水平构建由谁牵头", "区国资委牵头的任务有哪些？"),
        ("青浦入驻企业注册落地率要到多少", "区商务委牵头哪些任务？"),
    ],
)
def test_what_names_a_unit_or_the_head_of_a_document_takes_no_words_along(before, question):
    history = Turn(asks(before)[0])
    assert {one.follows for one in asks(question, history)} <= {"", "scope"}
    assert {one.where.words for one in asks(question, history)} <= {one.where.words for one in asks(question)}


def test_a_slot_that_was_exchanged_does_not_come_back_in_the_turn_behind():
    second = turn("换成太仓，2023年是几幢", SIP, areas=("太仓市",), years=(2023,))
    assert {ask.where.areas for ask in asks("它占全市多少", SIP, second) if ask.subject is TARGETS} == {("太仓市",)}


@pytest.mark.parametrize("question", ["合计呢", "这两个市加起来占全市多少"])
def test_what_is_made_of_two_turns_is_made_of_both(question):
    first = turn("苏州昆山市2023年新增亿元楼宇几幢")
    second = turn("太仓市呢", first, areas=("太仓市",), years=(2023,))
    second = Turn(replace(second.ask, follows="slots"), rows=("新增亿元楼宇",))
    found = {ask.where.areas for ask in asks(question, first, second) if ask.subject is TARGETS}
    assert found == {("昆山市", "太仓市")}


def test_three_years_are_all_of_them_and_not_those_of_two_turns():
    first = turn("青浦新城公司2023年去化面积多少", areas=("新城公司",), years=(2023,))
    second = turn("那2025年呢", first, years=(2025,))
    found = [ask for ask in asks("三年合计是多少", first, second) if ask.subject is TARGETS and ask.fold is Fold.SUM]
    assert (("新城公司",), ()) in {(ask.where.areas, ask.where.years) for ask in found}
    assert not any(set(ask.where.years) == {2023, 2025} for ask in found)


@pytest.mark.parametrize(("question", "kept"), [("品质楼宇呢", False), ("重点的呢", True)])
def test_an_indicator_that_is_named_takes_the_place_of_the_one_before(question, kept):
    last = turn("嘉兴2020年特色楼宇多少幢")
    assert any("特色楼宇" in ask.where.words for ask in asks(question, last)) is kept


def test_what_is_exchanged_is_not_made_something_else_of():
    last = turn("嘉兴2020年千万税收楼宇多少幢", fold=Fold.SHOW)
    exchanged = [ask for ask in asks("税收贡献率占比呢", last) if ask.follows == "slots" and ask.subject is TARGETS]
    assert {ask.fold for ask in exchanged} == {Fold.SHOW}


def test_what_is_asked_of_it_is_asked_of_the_area_shown():
    last = turn("青浦新城公司2025年新增办公面积多少", areas=("新城公司",), years=(2025,))
    found = [ask for ask in asks("它三年的去化合计呢", last) if ask.subject is TARGETS]
    assert {ask.where.areas for ask in found} == {("新城公司",)}


def test_years_are_stepped_through_behind_a_row_of_a_table():
    last = turn("鹿城2024年新认定特色楼宇几幢", subject=RECORDS)
    assert {ask.subject for ask in asks("后两年呢", last) if ask.where.years == (2025, 2026)} == {TARGETS}


def test_an_area_is_set_against_the_one_that_was_shown():
    last = turn("苏州工业园区累计亿元楼宇多少幢", rows=("工业园区",))
    found = [ask for ask in asks("相城比它少多少", last) if ask.follows == "rows" and ask.fold is Fold.DIFFERENCE]
    assert ("相城区", "工业园区") in {ask.where.areas for ask in found}


def test_who_is_responsible_is_asked_of_the_task_whose_words_were_quoted():
    quoted = replace(turn("太原万柏林打造什么楼宇", subject=PROSE), around=("第10项“打造一批特色楼宇”",))
    assert {(ask.subject, ask.where.picked) for ask in asks("谁负责这条", quoted)} == {(TASKS, quoted.around)}


def test_an_item_is_named_among_the_tasks_shown():
    shown = turn("青浦区国资委牵头哪些任务", subject=TASKS, rows=ROWS)
    found = asks("物业公司那条，配合的是谁", shown)
    assert {ask.subject for ask in found} == {TASKS}
    assert {ask.where.picked for ask in found if "物业公司" in ask.where.words} == {ROWS, ()}


def test_a_question_of_all_places_leaves_the_document_talked_about():
    assert "" in meant("各地2025年入驻率目标？", SIP, years=(2025,), named=False, words="各地 入驻率")


@pytest.mark.parametrize(("question", "item"), [("第二条谁负责", "建设平台"), ("最后一个谁牵头", "培育企业")])
def test_things_listed_are_pointed_at_by_their_number(question, item):
    shown = replace(turn("青浦保障措施有哪些", subject=Subject.OUTLINE), items=("加快研发", "建设平台", "培育企业"))
    assert item in {one for ask in asks(question, shown) if ask.subject is TASKS for one in ask.where.picked}


_LIST = """沅州市保障性住房项目清单

| 序号 | 项目名称 | 所在区县 | 总投资（万元） |
| --- | --- | --- | --- |
| 1 | 铁路小区改造 | 双桥区 | 4600 |
| 2 | 县直宿舍改造 | 澧溪县 | 2400 |
| 3 | 蓝领公寓新建 | 双桥区 | 9800 |
"""
_OTHER = """临湖市供水方案

一、提升水质
全市改造铁路沿线管网30公里，更新水表5000只。
"""


@pytest.fixture(scope="module")
def housing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("housing")
    (folder / "homes.txt").write_text(_LIST, encoding="utf-8")
    (folder / "water.txt").write_text(_OTHER, encoding="utf-8")
    return folder_to_library(folder)


def rows_asked(library, question: str, *history: Turn) -> list[Ask]:
    return [ask for ask in followed(read(question, library), history, library) if ask.subject is RECORDS]


def shown(library, question: str, *rows: str) -> Turn:
    return Turn(rows_asked(library, question)[0], rows=rows, documents=("homes",))


def test_a_place_in_the_cells_of_a_table_takes_the_place_of_another(housing):
    """Both were kept as words, and the projects of both districts were added."""
    last = shown(housing, "沅州双桥区项目总投资合计多少", "铁路小区改造", "蓝领公寓新建")
    words = {ask.where.words for ask in rows_asked(housing, "那澧溪县呢", last) if ask.follows == "slots"}
    assert words
    assert all("澧溪县" in one and "双桥区" not in one for one in words)


@pytest.mark.parametrize("question", ["这三个总投资合计多少", "这仨总投资合计多少"])
def test_as_many_as_were_listed_are_pointed_at_though_one_was_asked_of_since(housing, question):
    names = ("铁路小区改造", "县直宿舍改造", "蓝领公寓新建")
    history = (shown(housing, "沅州有哪些项目", *names), shown(housing, "沅州县直宿舍改造在哪", names[1]))
    assert names in {ask.where.picked for ask in rows_asked(housing, question, *history)}


@pytest.mark.parametrize(("question", "scopes"), [("铁路小区投多少钱", {1}), ("更新水表多少只", {1, 2})])
def test_a_turn_stays_with_its_document_unless_only_another_speaks_of_it(housing, question, scopes):
    last = shown(housing, "沅州项目总投资合计多少", "铁路小区改造")
    assert {len(ask.where.documents) for ask in followed(read(question, housing), [last], housing)} == scopes

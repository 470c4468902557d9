"""What a difference says of two small documents: exactly what was changed, and nothing of the rest."""

from datetime import date
from pathlib import Path

import pytest

from assistant.deadlines import deadline_overview
from assistant.differing.change import Difference, Kind, Subject
from assistant.differing.deadlines import moved_deadlines
from assistant.differing.difference import Stated, difference
from assistant.differing.finding import stated_facts
from assistant.exports.differences import difference_to_docx, difference_to_sheet, difference_to_xlsx
from assistant.keeping.revisions import Replacement
from corpus.document import Document, MediaType
from corpus.facts import Library
from corpus.reading.document import read_document
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table

_HEAD = "某市人民政府办公室文件\n\n某政办发〔2024〕5号\n\n某市人民政府办公室关于印发某市楼宇经济行动方案的通知\n\n"
_BODY = """一、总体要求

以提质增效为主线，统筹存量盘活与增量建设，推动楼宇经济高质量发展。

到2025年，全市亿元楼宇达到30幢，楼宇平均入驻率达到85%以上。

二、重点任务

（一）盘活存量楼宇。全面摸清底数，建立台账，一楼一策推进改造。2024年6月底前完成。（市住建局牵头，市商务局配合）

（二）优化服务环境。推行楼长制度，每幢楼宇明确一名联络员。设立服务窗口，集中受理企业诉求。（市商务局牵头，市税务局配合）

（三）拓展招商渠道。组织专题推介会，引进总部企业和专业服务机构，形成集聚效应。（市投资促进局牵头）

三、保障措施

（一）加强组织领导。成立工作专班，定期会商研判，协调解决重大问题。

（二）强化要素支撑。统筹用好财政资金，完善土地、人才、金融等配套政策。
"""


def stated(tmp_path: Path, body: str, name: str = "a.txt") -> Stated:
    path = tmp_path / name
    path.write_text(_HEAD + body, encoding="utf-8")
    return stated_facts(read_document(path))


@pytest.fixture
def changed(tmp_path):
    """The difference that some replacements in the body make."""

    def change(*pairs: tuple[str, str]) -> Difference:
        body = _BODY
        for old, new in pairs:
            assert body.count(old) == 1, old
            body = body.replace(old, new)
        return difference(stated(tmp_path, _BODY), stated(tmp_path, body, "b.txt"))

    return change


def told(found: Difference) -> list[tuple[Subject, Kind]]:
    return [(one.subject, one.kind) for one in found.changes]


def test_nothing_changed(changed):
    found = changed()
    assert found.changes == ()
    assert found.summary == "没有变化。"
    assert {one.kind for one in found.clauses} == {Kind.SAME}


def test_a_unit_is_a_change_of_the_task_and_of_its_clause(changed):
    found = changed(("市住建局牵头", "市发改委牵头"))
    assert told(found) == [(Subject.TASK, Kind.CHANGED), (Subject.CLAUSE, Kind.CHANGED)]
    task, clause = found.changes
    assert [(one.key, one.old, one.new) for one in task.fields if one.key == "lead_units"] == [
        ("lead_units", "市住建局", "市发改委")
    ]
    assert "牵头单位由“市住建局”改为“市发改委”" in task.note
    old, new = clause.old[0], clause.new[0]
    assert [old.text[first:last] for first, last in old.marks] == ["住建局"]
    assert [new.text[first:last] for first, last in new.marks] == ["发改委"]


def test_a_deadline_that_moved(changed):
    task = changed(("2024年6月底前", "2025年6月底前")).changes[0]
    assert {one.key: (one.old, one.new) for one in task.fields}["deadline"] == ("2024年6月底前", "2025年6月底前")


def test_a_value(changed):
    target = changed(("达到30幢", "达到45幢")).changes[0]
    assert target.subject is Subject.TARGET
    assert [(one.key, one.old, one.new) for one in target.fields] == [("value", "30幢", "45幢")]
    assert "30幢" in target.old[0].quote
    assert "45幢" in target.new[0].quote


def test_the_end_of_a_period_is_that_period_where_a_target_keeps_its_words(tmp_path):
    """Another clause that said 到2025年 moved, so that the figure is of the time of the plan."""
    document, facts = stated(tmp_path, _BODY)
    for period, count in (((2023, 2025), 0), ((2023, 2026), 2)):
        targets = tuple(one.model_copy(update={"year": None, "period": period}) for one in facts.targets)
        found = difference((document, facts), (document, facts.model_copy(update={"targets": targets})))
        assert told(found) == [(Subject.TARGET, Kind.CHANGED)] * count


def test_a_task_that_keeps_its_words_is_the_same_under_another_heading(tmp_path):
    document, facts = stated(tmp_path, _BODY)
    tasks = tuple(one.model_copy(update={"task": "拓展招商渠道"}) for one in facts.tasks)
    assert difference((document, facts), (document, facts.model_copy(update={"tasks": tasks}))).changes == ()


def test_a_figure_that_two_clauses_state_changes_where_it_was_changed(tmp_path):
    body = f"{_BODY}\n（三）加强考核。到2025年，全市亿元楼宇达到30幢。\n"
    found = difference(stated(tmp_path, body), stated(tmp_path, body.replace("30幢", "40幢", 1), "b.txt"))
    assert told(found) == [(Subject.TARGET, Kind.CHANGED), (Subject.CLAUSE, Kind.CHANGED)]


def test_a_clause_that_moved_is_not_removed(changed):
    clause = "以提质增效为主线，统筹存量盘活与增量建设，推动楼宇经济高质量发展。\n\n"
    last = "完善土地、人才、金融等配套政策。\n"
    found = changed((clause, ""), (last, f"{last}\n{clause}"))
    assert told(found) == [(Subject.CLAUSE, Kind.MOVED)]
    assert found.changes[0].note == "由“一、总体要求”移至“（二）强化要素支撑”，文字未变。"


def test_a_clause_in_two(changed):
    found = changed(("建立台账，一楼一策推进改造。2024", "建立台账，一楼一策推进改造。\n\n2024"))
    clauses = [one for one in found.changes if one.subject is Subject.CLAUSE]
    assert [(one.kind, len(one.old), len(one.new), one.note) for one in clauses] == [
        (Kind.SPLIT, 1, 2, "一条拆分为2条。")
    ]


def test_a_clause_put_in_renumbers_the_others_without_a_change(changed):
    new = "（二）培育特色楼宇。支持软件信息、检验检测等产业集聚。\n\n"
    found = changed(("（二）优化", f"{new}（三）优化"), ("（三）拓展", "（四）拓展"))
    assert told(found) == [(Subject.CLAUSE, Kind.ADDED)]
    assert "序号由“（三）”变为“（四）”，文字未变。" in [one.note for one in found.clauses]


def test_an_article_put_in_renumbers_the_others_without_a_change(tmp_path):
    """第二条　… runs on behind its number, which is no part of what is compared."""
    articles = "第一条　为规范楼宇招商，制定本办法。\n第{}条　本办法由市商务局解释。\n"
    more = articles.replace("第{}", "第二条　楼宇招商坚持市场主导。\n第{}")
    found = difference(stated(tmp_path, articles.format("二")), stated(tmp_path, more.format("三"), "b.txt"))
    assert [(one.kind, one.title) for one in found.changes] == [(Kind.ADDED, "第二条 楼宇招商坚持市场主导。")]
    assert found.clauses[-1].note == "序号由“第二条”变为“第三条”，文字未变。"


def test_the_other_way_round_is_the_mirror_image(tmp_path):
    mirrored = {Kind.ADDED: Kind.REMOVED, Kind.REMOVED: Kind.ADDED, Kind.SPLIT: Kind.MERGED, Kind.MERGED: Kind.SPLIT}
    body = _BODY.replace("市住建局牵头", "市发改委牵头").replace("达到30幢", "达到45幢").replace("三、保障措施\n\n", "")
    one, other = stated(tmp_path, _BODY), stated(tmp_path, body, "b.txt")
    there, back = difference(one, other), difference(other, one)
    expected = sorted((c.subject, mirrored.get(c.kind, c.kind), [s.quote for s in c.old]) for c in back.changes)
    assert sorted((c.subject, c.kind, [s.quote for s in c.new]) for c in there.changes) == expected


def test_only_the_kind_of_file_differs(tmp_path):
    """Where paragraphs break is the file's doing, and what is read otherwise for that; what it says is not."""
    document, facts = stated(tmp_path, _BODY)
    broken = _BODY.replace("每幢楼宇明确一名联络员。", "每幢楼宇明确一名联络员。\n\n").replace(
        "亿元楼宇", "亿元\n\n• 楼宇"
    )
    other = stated(tmp_path, broken, "b.txt")
    assert difference((document, facts), other).changes
    page = _as(document, MediaType.HTML)
    assert difference((page, facts), other).changes == ()
    worded = difference((page, facts), stated(tmp_path, broken.replace("30幢", "45幢"), "c.txt")).changes
    assert Subject.TARGET in {one.subject for one in worded}


def _as(document: Document, media_type: MediaType) -> Document:
    return document.model_copy(update={"source": document.source.model_copy(update={"media_type": media_type})})


def test_every_change_quotes_its_document(changed):
    found = changed(("市住建局牵头", "市发改委牵头"), ("达到30幢", "达到45幢"))
    for one in found.changes:
        assert all(side.quote and side.place.startswith("《") for side in (*one.old, *one.new))
        assert one.old
        assert one.new


def test_a_moved_deadline_is_told_by_the_version_before(tmp_path, changed):
    """Of the replacement that led to the text there is; an earlier one says nothing of it."""
    document, facts = stated(tmp_path, _BODY.replace("2024年6月底前", "2025年6月底前"), "b.txt")
    library = Library([document], [facts])
    kept = Replacement(at="2026-01-01", difference=changed(("2024年6月底前", "2025年6月底前")))
    task = next(one for one in facts.tasks if one.deadline and one.deadline.raw == "2025年6月底前")
    assert moved_deadlines(library, lambda _: [kept]) == {("b", task.quote): "2024年6月底前"}
    other = Replacement(at="2026-01-01", difference=changed(("2024年6月底前", "2026年6月底前")))
    assert moved_deadlines(library, lambda _: [other]) == {}
    overview = deadline_overview(library, date(2025, 1, 1), moved=moved_deadlines(library, lambda _: [kept]))
    assert [one.moved_from for one in overview.later] == ["2024年6月底前"]


def test_files(changed):
    """The table has a row a change; Word and Excel are what they say they are."""
    found = changed(("达到30幢", "达到45幢"))
    sheet = difference_to_sheet(found)
    assert [row[:3] for row in sheet.rows] == [
        ("指标", "修改", "全市·2025年·亿元楼宇"),
        ("条文", "修改", "到2025年，全市亿元楼宇达到45幢，楼宇平均入驻率达到85%以上。"),
    ]
    assert difference_to_docx(found)[:2] == b"PK"
    assert difference_to_xlsx(found)[:2] == b"PK"


def test_tasks_whose_leads_follow_from_a_moved_rule_are_told_once_with_its_clause(tmp_path):
    rule = "（{}）完善创新体系。推进创新中心建设。（市工信局、市科技局负责。列第一位者为牵头单位，下同）\n\n"
    others = (
        "（{}）推进协同发展。引导零部件企业与整机企业构建协作机制。（市发改委、市商务局负责）\n\n",
        "（{}）加强质量建设。建立覆盖主要产品的检验检测体系。（市市场监管局、市农业农村局负责）\n\n",
        "（{}）培育服务组织。壮大各类社会化服务主体，推进服务机制创新。（市农业农村局、市财政局负责）\n\n",
    )
    old, new = (
        stated(tmp_path, "一、重点任务\n\n" + "".join(map(str.format, parts, "一二三四")), name)
        for parts, name in (((rule, *others), "a.txt"), ((*others, rule), "b.txt"))
    )
    moved, told = sorted(difference(old, new).changes, key=lambda one: one.subject is Subject.TASK)
    assert (moved.kind, moved.subject) == (Kind.MOVED, Subject.CLAUSE)
    assert (told.title, told.kind, len(told.old), len(told.new)) == ("3项任务", Kind.CHANGED, 3, 3)
    assert told.note.startswith("文字未变，牵头单位、责任单位随“（四）完善创新体系。")
    assert told.fields[0].old == "推进协同发展：市发改委\n加强质量建设：市市场监管局\n培育服务组织：市农业农村局"
    assert told.fields[0].new is None


def test_a_unit_that_only_the_text_tells_is_no_change_of_a_cell():
    def sheet(number: str) -> Stated:
        columns = ["属地", ("2023年", "去化面积"), ("2024年", "去化面积")]
        rows = [["赵巷镇", "150000", "250000"], ["合计", "150000", "250000"]]
        prose = a_paragraph(f"到2025年，争取存量空置楼宇累计去化面积{number}万平方米。", "一、主要目标")
        return stated_facts(
            a_document(a_heading(1, "一、", "主要目标"), prose, a_table(columns, rows, caption="指标分解表"))
        )

    sides = sheet("40"), sheet("50")
    cells = [{one.quantity.unit for one in facts.targets if one.place.row} for _, facts in sides]
    assert cells == [{"平方米"}, {""}]
    told = [change for change in difference(*sides).changes if change.subject is Subject.TARGET]
    assert [change.fields[0].new for change in told] == ["50万平方米"]

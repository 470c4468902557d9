"""Roles beside 牵头 and 责任, wherever a clause names them."""

import pytest

from corpus.extraction.clauses import clauses_to_tasks
from corpus.task import DeadlineKind
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph


def tasks_of(*texts):
    blocks = [a_heading(1, "一、", "任务"), a_heading(2, "（一）", "做一件事", "一、任务")]
    return clauses_to_tasks(a_document(*blocks, *(a_paragraph(text, "一、任务", "（一）做一件事") for text in texts)))


def others(task):
    return {role.role: list(role.units) for role in task.other_roles}


@pytest.mark.parametrize(
    ("clause", "lead", "responsible", "beside"),
    [
        ("水利部指导", [], [], {"指导": ["水利部"]}),
        ("水利部指导，试点县政府负责实施", [], ["试点县政府"], {"指导": ["水利部"]}),
        ("市农业农村局牵头，市财政局配合", ["市农业农村局"], ["市财政局"], {"配合": ["市财政局"]}),
        ("市教育局承办，团市委协办", [], ["市教育局", "团市委"], {"承办": ["市教育局"], "协办": ["团市委"]}),
        ("分管领导：李某；责任单位：市教育局", [], ["市教育局"], {"分管领导": ["李某"]}),
        ("区级包保领导：李某；责任单位：区教育局", [], ["区教育局"], {"区级包保领导": ["李某"]}),
        ("指导单位：省水利厅；牵头单位：市水务局", ["市水务局"], [], {"指导": ["省水利厅"]}),
    ],
)
def test_every_role_keeps_its_name(clause, lead, responsible, beside):
    (task,) = tasks_of(f"修建水库。（{clause}）")
    assert (list(task.lead_units), list(task.responsible_units), others(task)) == (lead, responsible, beside)
    assert task.measure == "修建水库。"


@pytest.mark.parametrize(
    ("clause", "units", "raw", "last"),
    [
        (
            "市水务局、市检察院按职责分工负责，2027年6月底前完成",
            ["市水务局", "市检察院"],
            "2027年6月底前完成",
            "2027-06-30",
        ),
        ("责任单位：市水务局，时限：2028年3月", ["市水务局"], "2028年3月", "2028-03-31"),
        ("责任单位：市水务局；完成时限：2026年第三季度", ["市水务局"], "2026年第三季度", "2026-09-30"),
        ("市水务局负责，二○二七年底前", ["市水务局"], "二○二七年底前", "2027-12-31"),
    ],
)
def test_a_deadline_among_the_units_is_a_deadline(clause, units, raw, last):
    (task,) = tasks_of(f"修建水库。（{clause}）")
    assert list(task.responsible_units) == units
    assert (task.deadline.raw, str(task.deadline.date)) == (raw, last)


def test_ongoing_work_among_the_units():
    (task,) = tasks_of("管护河道。（市水务局负责，长期坚持）")
    assert task.deadline.kind is DeadlineKind.ONGOING


@pytest.mark.parametrize(
    ("text", "raw", "last"),
    [
        ("2026年9月底前建成两座水闸。（市水务局负责）", "2026年9月底前", "2026-09-30"),
        ("完善制度。2027年6月30日前印发办法。（市水务局负责）", "2027年6月30日前", "2027-06-30"),
        ("2026年底前摸底，2027年底前建成。（市水务局负责）", "2026年底前；2027年底前", "2027-12-31"),
    ],
)
def test_a_deadline_in_the_text_of_a_clause_counts(text, raw, last):
    (task,) = tasks_of(text)
    assert (task.deadline.raw, str(task.deadline.date)) == (raw, last)


@pytest.mark.parametrize(
    "text", ["到2027年，普及率达到90%。（市水务局负责）", "改造2005年底前建成的小区。（市住建局负责）"]
)
def test_other_years_are_no_deadline(text):
    (task,) = tasks_of(text)
    assert task.deadline is None


def test_a_label_inside_a_paragraph_needs_no_bracket():
    (task,) = tasks_of("修建水库。责任单位：市水务局、市财政局。完成时限：2026年底。")
    assert (task.measure, task.responsible_units) == ("修建水库。", ("市水务局", "市财政局"))
    assert str(task.deadline.date) == "2026-12-31"


def test_a_label_of_its_own_line_takes_its_deadline_along():
    (task,) = tasks_of("修建水库。", "牵头单位：市水务局", "完成时限：2026年6月")
    assert (task.lead_units, str(task.deadline.date)) == (("市水务局",), "2026-06-30")


@pytest.mark.parametrize(
    ("clause", "units"),
    [
        ("责任单位：市水务局，以下各项均由各县区落实，不再一一列出", ["市水务局"]),
        ("市水务局负责。以下均需试点县政府推进，不再列出", ["市水务局"]),
        ("责任单位：市水务局、市财政局〔列首位的为牵头单位，下同〕", ["市水务局", "市财政局"]),
    ],
)
def test_a_note_in_the_bracket_names_no_unit(clause, units):
    (task,) = tasks_of(f"修建水库。（{clause}）")
    assert [*task.lead_units, *task.responsible_units] == units


@pytest.mark.parametrize(
    "clause",
    ["在专家指导下负责，具体办法另行制定", "充分发挥作用，积极参与", "由专人负责", "另行制定办法，市水务局负责"],
)
def test_an_aside_is_no_clause(clause):
    assert tasks_of(f"修建水库（{clause}）。") == []


def test_units_alone_in_the_last_bracket_are_responsible():
    (task,) = tasks_of("加强统筹协调。（各有关部门）")
    assert task.responsible_units == ("各有关部门",)
    assert tasks_of("支持（县水利局）开展工作。") == []


def test_work_may_be_assigned_outside_brackets():
    (task,) = tasks_of("新建水厂3座，由市水务局牵头，市财政局配合。加强巡查。")
    assert (task.lead_units, task.responsible_units) == (("市水务局",), ("市财政局",))
    assert task.measure == "新建水厂3座，"
    assert tasks_of("新建水厂，由专人负责。") == []


@pytest.mark.parametrize(
    ("clause", "lead", "responsible", "raw"),
    [
        ("牵头：市水务局，配合：市财政局、市审计局", ["市水务局"], ["市财政局", "市审计局"], None),
        ("市水务局，2027年3月底前", [], ["市水务局"], "2027年3月底前"),
        ("责任单位：市水务局市财政局", [], ["市水务局", "市财政局"], None),
        ("责任单位：市水务局、市财政局完成时限：2027年3月", [], ["市水务局", "市财政局"], "2027年3月"),
    ],
)
def test_labels_and_lists_that_lost_their_signs(clause, lead, responsible, raw):
    (task,) = tasks_of(f"修建水库。（{clause}）")
    assert (list(task.lead_units), list(task.responsible_units)) == (lead, responsible)
    assert (task.deadline.raw if task.deadline else None) == raw


def test_the_end_of_this_year_is_that_of_the_document():
    document = a_document(
        a_heading(1, "一、", "任务"), a_paragraph("年底前建成水库。（市水务局负责）", "一、任务"), period=(2027, 2029)
    )
    (task,) = clauses_to_tasks(document)
    assert (task.deadline.raw, str(task.deadline.date)) == ("年底前", "2027-12-31")


def test_a_month_in_a_bracket_is_of_the_year_that_the_text_names():
    (task,) = tasks_of("2027年5月底前完成摸排。（市水务局负责，9月底前见效）", "其他。")
    assert task.deadline.raw == "9月底前见效"
    assert str(task.deadline.date) == "2027-09-30"

"""The responsibility matrix: marks, totals, and what the documents leave out."""

from assistant.matrix import Mark, tasks_to_matrix
from assistant.task_list import select_tasks
from corpus.facts import Unit
from corpus.task import DeadlineKind, Role, RoleUnits, TaskOrigin
from tests.assistant.making import five_documents, library, matrix, task


def column(view, document_id, unit):
    (found,) = (one for one in view.units if one.document_id == document_id and one.unit == unit)
    return found


def test_the_leads_of_a_whole_annex_are_counted():
    """青浦 annex 1: 区商务委 leads 13 of 22 rows and answers for five more."""
    unit = column(matrix(five_documents(), documents=["qingpu"]), "qingpu", "区商务委")
    assert (unit.lead, unit.responsible, unit.total) == (13, 5, 18)


def test_a_unit_named_in_both_cells_is_both():
    """青浦 row 9: lead 区商务委, responsible 区商务委、各镇、区属公司."""
    view = matrix(five_documents(), documents=["qingpu"])
    assert column(view, "qingpu", "区商务委").marks[8] is Mark.BOTH


def test_a_star_in_a_shared_cell_is_a_lead_only():
    """鹿城 row 1: *市自然资源和规划局鹿城分局、区发改局、区城乡改造和编研中心."""
    view = matrix(five_documents(), documents=["lucheng"], origin=TaskOrigin.TABLE)
    assert column(view, "lucheng", "市自然资源和规划局鹿城分局").marks[0] is Mark.LEAD
    assert column(view, "lucheng", "区发改局").marks[0] is Mark.RESPONSIBLE


def test_two_names_of_a_unit_are_one_column():
    view = matrix(five_documents(), documents=["qingpu"])
    unit = column(view, "qingpu", "区建设管理委")
    assert unit.marks == {1: Mark.LEAD, 5: Mark.RESPONSIBLE}
    assert "区建管委" in unit.aliases


def test_units_of_different_documents_are_never_one():
    view = matrix(five_documents(), documents=["suzhou", "taiyuan"])
    assert {one.document_id for one in view.units if one.unit == "市税务局"} == {"suzhou", "taiyuan"}


def test_rows_without_lead_or_deadline_say_so():
    made = library(
        tasks=(
            task("a", 1, lead=("甲局",), responsible=("乙局",), kind=DeadlineKind.ONGOING, raw="持续推进"),
            task("a", 2, responsible=("乙局",)),
            task("a", 3, responsible=("乙局",), origin=TaskOrigin.CLAUSE),
        )
    )
    notes = [(one.lead_note, one.deadline_note) for one in tasks_to_matrix(made.tasks(), made).tasks]
    assert notes == [
        (None, None),
        ("本行未标牵头单位", "文件未写完成时限"),
        ("正文条款只列责任单位，未区分牵头单位", "文件未写完成时限"),
    ]


def test_totals_add_up():
    view = matrix(five_documents())
    for unit in view.units:
        assert unit.lead + unit.responsible == unit.total == len(unit.marks)
        assert unit.clauses <= unit.total


def test_every_unit_of_every_task_is_marked():
    view = matrix(five_documents())
    marked = {(row, unit.document_id) for unit in view.units for row in unit.marks}
    assert marked == {(row, one.task.document_id) for row, one in enumerate(view.tasks)}


def test_a_group_is_a_column_of_its_own():
    units = (Unit(document_id="a", name="各镇", group=True),)
    made = library(tasks=(task("a", 1, responsible=("各镇", "徐泾镇")),), units=units)
    assert {(one.unit, one.group) for one in tasks_to_matrix(made.tasks(), made).units} == {
        ("各镇", True),
        ("徐泾镇", False),
    }


def test_the_filters_are_those_of_the_task_list():
    view = matrix(five_documents(), unit="区国资委", role=Role.LEAD)
    assert [one.task.seq for one in view.tasks] == [
        one.seq for one in select_tasks(five_documents(), unit="区国资委", role=Role.LEAD)
    ]


def test_who_guides_has_a_mark_of_its_own_and_counts_apart():
    one = task("a", 1, responsible=("市数据局",))
    roles = (RoleUnits(role="指导", units=("省数据局",)), RoleUnits(role="责任领导", units=("张某",)))
    guided = one.model_copy(update={"other_roles": roles})
    view = tasks_to_matrix([guided], library(tasks=(guided,)))
    guide = column(view, one.document_id, "省数据局")
    assert (guide.marks, guide.guiding, guide.total) == ({0: Mark.GUIDING}, 1, 0)
    assert [unit.unit for unit in view.units] == ["市数据局", "省数据局"]

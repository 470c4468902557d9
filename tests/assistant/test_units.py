"""A unit is found by every name the register knows, and by no accident of letters."""

import pytest

from assistant.units import folded_forms, group_members, plays, unit_names
from corpus.facts import Definition, Facts
from corpus.task import Role, RoleUnits
from tests.assistant.making import five_documents, library, place, task


@pytest.mark.parametrize(
    ("asked", "documents"),
    [
        ("区商务委", {"qingpu"}),
        ("商务委", {"qingpu"}),
        ("青浦区商务委", {"qingpu"}),
        ("区政务办", {"qingpu"}),
        ("区府办", {"lucheng"}),
        ("两个健康办", {"lucheng"}),
        ("区国资办", {"lucheng"}),
        ("市税务局", {"suzhou", "taiyuan"}),
        ("商务局", {"suzhou", "taiyuan", "lucheng"}),
        ("市自然资源和规划局", set()),
        ("国资", set()),
        ("委", set()),
        ("宁波市税务局", set()),
    ],
)
def test_a_unit_is_found_where_a_document_has_it(asked, documents):
    assert set(unit_names(five_documents(), asked)) == documents


def test_a_name_within_another_does_not_count():
    made = library(tasks=(task("a", 1, responsible=("区府办公室",)), task("a", 2, responsible=("区发改局",))))
    assert unit_names(made, "区府办") == {}


def test_brackets_hold_a_second_name():
    assert folded_forms("区财政局（区国资办）") == {"区财政局(区国资办)", "区财政局", "区国资办"}


def test_a_group_has_the_members_that_the_document_defines():
    definition = Definition(
        term="行业主管部门", meaning="甲局、乙局", members=("甲局", "乙局"), place=place("a"), quote="甲局、乙局"
    )
    facts = Facts(document_id="a", definitions=(definition,))
    assert group_members(facts, "各行业主管部门") == ("甲局", "乙局")
    assert group_members(facts, "属地街镇") == ()


def test_a_unit_that_only_guides_is_found_by_any_role():
    guided = task("d", 1, responsible=("县水利局",)).model_copy(
        update={"other_roles": (RoleUnits(role="指导", units=("省水利厅",)),)}
    )
    assert plays(guided, frozenset({"省水利厅"}), Role.ANY)
    assert not plays(guided, frozenset({"省水利厅"}), Role.RESPONSIBLE)

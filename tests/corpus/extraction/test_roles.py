import pytest

from corpus.extraction.roles import ColumnRole, column_roles
from corpus.table import Column


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("序号", ColumnRole.SEQ),
        ("牵头单位", ColumnRole.LEAD),
        ("牵头部门", ColumnRole.LEAD),
        ("责任单位", ColumnRole.RESPONSIBLE),
        ("责任部门", ColumnRole.RESPONSIBLE),
        ("配合单位", ColumnRole.RESPONSIBLE),
        ("完成时限", ColumnRole.DEADLINE),
        ("时间节点", ColumnRole.DEADLINE),
        ("完成时间", ColumnRole.DEADLINE),
        ("年度安排", ColumnRole.DEADLINE),
        ("年度安排 2025年", ColumnRole.TEXT),
        ("拟投入运营时间", ColumnRole.DEADLINE),
        ("建设工期", ColumnRole.DEADLINE),
        ("责任人", ColumnRole.BESIDE),
        ("备注", ColumnRole.REMARK),
        ("重点任务", ColumnRole.TEXT),
        ("五方面工作", ColumnRole.TEXT),
        ("单位", ColumnRole.TEXT),
    ],
)
def test_header_words_tell_the_role(name, role):
    assert column_roles([Column(path=(name,))])[0].role is role


@pytest.mark.parametrize(
    ("header", "role", "named"),
    [
        ("指导单位", ColumnRole.BESIDE, "指导"),
        ("市级督导部门", ColumnRole.BESIDE, "督导"),
        ("分管市领导", ColumnRole.BESIDE, "分管市领导"),
        ("协办部门", ColumnRole.RESPONSIBLE, "协办"),
        ("参与部门", ColumnRole.RESPONSIBLE, "参与"),
        ("责任及配合单位", ColumnRole.RESPONSIBLE, ""),
    ],
)
def test_a_header_may_name_a_role_of_its_own(header, role, named):
    (column,) = column_roles([Column(path=(header,))])
    assert (column.role, column.name) == (role, named)

import pytest


@pytest.mark.parametrize(
    ("question", "areas"),
    [
        ("苏州新增亿元楼宇超过2幢的是哪个区", ["相城区"]),
        ("苏州2023年计划改造存量楼宇为0的有哪些地区", ["张家港市", "常熟市", "太仓市", "相城区"]),
        ("苏州哪些地方新增亿元楼宇只有1幢", ["常熟市", "太仓市", "姑苏区", "虎丘区"]),
    ],
)
def test_areas_by_their_numbers(told, question, areas):
    """Rows of suzhou's annex 1."""
    listed = told(question).split("：")[1].rstrip("。").split("、")
    assert [next(area for area in areas if item.startswith(area)) for item in listed] == areas

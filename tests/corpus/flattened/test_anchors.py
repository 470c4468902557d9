"""Running numbers at line starts."""

from corpus.flattened.anchors import anchors_to_warnings, tokens_to_anchors
from tests.corpus.flattened.reading import tokens_of


def values(text: str, *, inside_lines: bool = False) -> list[int]:
    return [anchor.value for anchor in tokens_to_anchors(tokens_of(text), inside_lines=inside_lines)]


def test_the_rising_chain_is_found():
    assert values("1 甲\n乙\n2\n丙\n3 丁") == [1, 2, 3]


def test_a_quantity_at_a_line_start_is_no_number():
    """4 月底前 and 2 万 begin lines of cells, 40 does not follow 2."""
    assert values("1 甲\n2 乙\n4 月底前\n40\n3 丙\n2 万\n4 丁") == [1, 2, 3, 4]


def test_a_number_inside_a_line_counts_only_where_other_columns_stand_before_it():
    assert values("领域 1 甲\n领域 2 乙") == []
    assert values("领域 1 甲\n领域 2 乙", inside_lines=True) == [1, 2]


def test_holes_and_doubles_are_said():
    assert anchors_to_warnings(tokens_to_anchors(tokens_of("1 甲\n2 乙\n2 丙\n5 丁"))) == ["序号2重复", "缺序号3、4"]
    assert anchors_to_warnings(tokens_to_anchors(tokens_of("3 甲\n4 乙"))) == ["序号从3开始"]


def test_no_numbers():
    assert values("甲\n乙") == []

"""Wrapped headers of number tables."""

from corpus.flattened.column_names import pieces_to_names, tokens_to_pieces
from corpus.flattened.evidence import texts_to_evidence
from tests.corpus.flattened.reading import tokens_of

SILENT = texts_to_evidence([])


def paths(header: str, count: int, text: str = "") -> tuple[tuple[str, ...], ...]:
    names = pieces_to_names(tokens_to_pieces(tokens_of(header)), [None] * count, texts_to_evidence([text]))
    assert names is not None
    return ((names.stub,), *names.paths)


def test_names_on_one_line():
    assert paths("地区 新增亿元楼宇 累计亿元楼宇", 2) == (("地区",), ("新增亿元楼宇",), ("累计亿元楼宇",))


def test_automatic_spacing_does_not_part_a_name():
    assert paths("地区 楼宇数量（截止 2022年） 新增面积", 2)[1] == ("楼宇数量（截止2022年）",)


def test_what_an_open_bound_or_bracket_ends_in_goes_on():
    header = "地区\n商务办公 1万 m2以上\n\n楼宇数量（截止 2022年）\n新增亿元楼宇 累计亿元楼宇"
    assert paths(header, 3)[1] == ("商务办公1万m2以上楼宇数量（截止2022年）",)


def test_names_come_back_under_every_year():
    """With one more name under the second year, which therefore has three."""
    header = "属地\n2023年 2024年\n去化\n面积\n总部\n项目\n去化\n面积\n落地率\n总部\n项目"
    names = paths(header, 5, "提高落地率，引进总部项目，减少去化面积。")
    assert names[1:] == (
        ("2023年", "去化面积"),
        ("2023年", "总部项目"),
        ("2024年", "去化面积"),
        ("2024年", "落地率"),
        ("2024年", "总部项目"),
    )


def test_the_lead_over_the_next_best_reading_is_told():
    sure = pieces_to_names(tokens_of("地区 面积 数量"), [None, None], SILENT)
    unsure = pieces_to_names(tokens_of("地区\n甲乙\n丙丁\n戊己\n庚辛"), [None, None], SILENT)
    assert sure is not None
    assert unsure is not None
    assert sure.margin > 1.5 > unsure.margin


def test_fewer_pieces_than_columns():
    assert pieces_to_names(tokens_of("地区 面积"), [None] * 3, SILENT) is None

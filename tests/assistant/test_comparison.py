"""The comparator over the five documents and over documents made up: states, reasons, order, properties."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.comparison import compare, match_indicators, ranked
from assistant.views import CellState
from corpus.errors import UnknownDocument
from corpus.facts import Facts, Library
from corpus.quoting import source_text
from tests.assistant.making import five_documents, library, target

ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


def row(name, **options):
    found = {one.indicator: one for one in compare(five_documents(), **options).indicators}
    return found[name]


def first(name, document_id, **options):
    return row(name, **options).cells[document_id][0]


def test_every_document_in_scope_has_its_cells():
    for one in compare(five_documents()).indicators:
        assert tuple(one.cells) == ALL
        assert all(one.cells.values())


def test_a_document_that_says_nothing_says_so():
    cell = first("楼宇入驻率", "suzhou")
    assert (cell.state, cell.value, cell.quote) == (CellState.NOT_STATED, None, None)


def test_occupancy_is_compared_at_the_year_most_documents_have():
    """太原 gives 70% for the 城区 and 85% for 星级楼宇 only; 嘉兴 ends in 2020; 鹿城 says 85% for 2025."""
    one = row("楼宇入驻率")
    assert one.year == 2025
    assert (one.cells["lucheng"][0].state, one.cells["lucheng"][0].value) == (CellState.STATED, "85")
    assert {(cell.value, cell.state) for cell in one.cells["taiyuan"]} == {
        ("70", CellState.NOT_COMPARABLE),
        ("85", CellState.NOT_COMPARABLE),
    }
    assert all("年份不同" in cell.reason or "范围不同" in cell.reason for cell in one.cells["jiaxing"])
    assert ranked(one) == []


def test_related_words_need_a_look():
    """青浦 60% 注册落地率 and 鹿城 85% 属地注册率 for 2025 stand side by side, with the definition only 鹿城 gives."""
    one = row("企业注册率")
    assert [one.cells[found][0].state for found in ("qingpu", "lucheng")] == [CellState.NEEDS_REVIEW] * 2
    assert [one.cells[found][0].value for found in ("qingpu", "lucheng")] == ["60", "85"]
    assert "相关而不相同" in one.doubts[0]
    assert any("注册企业数量占入驻企业数量的百分比" in doubt for doubt in one.doubts)


def test_one_document_alone_is_never_doubtful():
    one = row("企业注册率", documents=["lucheng"])
    assert {cell.state for cell in one.cells["lucheng"]} == {CellState.STATED}
    assert [cell.value for cell in one.cells["lucheng"]] == ["75", "85", "90"]


def test_new_against_cumulative_is_not_comparable():
    assert first("亿元楼宇（新增）", "jiaxing").reason.startswith("口径不同：这里比的是新增，这是总量")
    assert first("亿元楼宇（总量）", "qingpu").reason.startswith("口径不同：这里比的是总量，这是新增")


def test_a_share_is_pointed_at_where_others_give_a_number():
    """太原 sets 税收超过亿元的楼宇占比 10%, no number of buildings."""
    cell = first("亿元楼宇（总量）", "taiyuan")
    assert (cell.state, cell.value, cell.unit) == (CellState.NOT_COMPARABLE, "10", "%")


def test_special_buildings_of_2025_can_be_compared_and_ranked():
    """青浦 累计不少于5个, 太原 20座以上, both by 2025."""
    assert [(found, cell.original) for found, cell in ranked(row("特色楼宇（总量）"))] == [
        ("taiyuan", "20座以上"),
        ("qingpu", "不少于5个"),
    ]


def test_units_are_converted_and_the_original_is_kept():
    one = row("楼宇面积（新增）", year=2025)
    cell = next(cell for cell in one.cells["qingpu"] if cell.original == "630000平方米")
    assert (cell.value, cell.unit) == ("63", "万平方米")


def test_text_and_annex_that_differ_are_both_shown():
    """苏州: 超70场 in the text, 77 in the annex."""
    cells = row("楼宇推介活动").cells["suzhou"]
    assert [(cell.original, cell.state) for cell in cells] == [
        ("超70场", CellState.NEEDS_REVIEW),
        ("77场", CellState.NEEDS_REVIEW),
    ]


def test_what_was_there_before_is_no_goal():
    """苏州 counts 347 buildings at the end of 2022."""
    cell = first("商务办公1万m2以上楼宇", "suzhou")
    assert (cell.state, cell.value) == (CellState.NOT_COMPARABLE, "347")
    assert "不是目标" in cell.reason


def test_a_year_can_be_asked_for():
    one = row("楼宇入驻率", indicator="楼宇入驻率", year=2020)
    assert [(cell.value, cell.state) for cell in one.cells["jiaxing"] if cell.state is CellState.STATED] == [
        ("85", CellState.STATED)
    ]
    assert all("问的是2020年" in cell.reason for cell in one.cells["lucheng"])


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("入驻率", ["楼宇入驻率"]),
        ("属地注册率", ["企业注册率"]),
        ("亿元楼", ["亿元楼宇（新增）", "亿元楼宇（总量）"]),
        ("5亿元以上楼宇", ["5亿元楼宇"]),
        ("老旧（存量）楼宇改造", ["楼宇改造"]),
        ("存量空置去化或盘活面积", ["空置去化与盘活"]),
        ("总部企业", ["总部引进"]),
        ("停车位", []),
        ("领导小组", []),
    ],
)
def test_everyday_words_find_their_indicator(words, names):
    assert [one.indicator for one in compare(five_documents(), indicator=words).indicators] == names


def test_another_scorer_can_be_passed_in():
    def likes_taxes(_, names):
        return [1.0 if "税收" in name else 0.0 for name in names]

    best, score = match_indicators(five_documents(), "上缴了多少", likes_taxes)[0]
    assert "税收" in "".join(best.names)
    assert score == 1.0


def test_an_unknown_document_is_refused():
    with pytest.raises(UnknownDocument):
        compare(five_documents(), documents=["nanjing"])


def test_no_cell_of_the_five_documents_is_without_its_quote():
    texts = {found: source_text(one.text) for found, one in five_documents().documents.items()}
    for one in compare(five_documents()).indicators:
        for found, cells in one.cells.items():
            for cell in cells:
                assert cell.state is CellState.NOT_STATED or (cell.quote in texts[found] and cell.place)


def test_every_cell_that_is_not_plain_has_a_reason():
    for one in compare(five_documents()).indicators:
        for cell in (cell for cells in one.cells.values() for cell in cells):
            assert cell.state is CellState.STATED or cell.reason


def test_the_order_of_everything_plays_no_part():
    """Documents named, documents held and targets held in another order give the same cells."""
    five = five_documents()
    plain = compare(five)
    shuffled = random.Random(7)
    for _ in range(3):
        ids = shuffled.sample(ALL, len(ALL))
        facts = [
            Facts(
                document_id=found,
                targets=tuple(shuffled.sample(five.facts[found].targets, len(five.facts[found].targets))),
                definitions=five.facts[found].definitions,
                findings=five.facts[found].findings,
            )
            for found in ids
        ]
        other = compare(Library([five.documents[found] for found in ids], facts), documents=ids)
        assert other.indicators == plain.indicators
        assert compare(five, documents=ids) == plain


NAMES = ("楼宇入驻率", "企业属地注册率", "入驻企业注册落地率", "新增亿元楼宇", "累计亿元楼宇", "亿元楼", "特色楼宇")
SCOPES = (None, "全市", "市本级", "甲区")


@st.composite
def libraries(draw):
    def drawn(line):
        name = draw(st.sampled_from(NAMES))
        return target(
            draw(st.sampled_from("abc")),
            name,
            str(draw(st.integers(0, 99))),
            "%" if name.endswith("率") else draw(st.sampled_from(["幢", "个", "座"])),
            draw(st.sampled_from([None, 2024, 2025])),
            scope=draw(st.sampled_from(SCOPES)),
            table=draw(st.sampled_from([None, "指标表"])),
            is_baseline=draw(st.booleans()),
            line=line,
        )

    return library(*[drawn(line) for line in range(draw(st.integers(1, 12)))], documents=("a", "b", "c"))


@settings(deadline=None, max_examples=150)
@given(libraries(), st.sampled_from([None, 2024, 2025]), st.randoms(use_true_random=False))
def test_whatever_the_documents_say(made, year, chance):
    """Order plays no part, cells have quotes, what cannot be compared is never ranked, and one year only is."""
    view = compare(made, year=year)
    facts = [
        found.model_copy(update={"targets": tuple(chance.sample(found.targets, len(found.targets)))})
        for found in made.facts.values()
    ]
    assert compare(Library(made.documents.values(), facts), year=year) == view
    for one in view.indicators:
        order = ranked(one)
        assert all(cell.state is CellState.STATED for _, cell in order)
        assert len({cell.year for _, cell in order}) <= 1
        assert len({cell.unit for _, cell in order}) <= 1
        for cells in one.cells.values():
            assert cells
            assert all(cell.quote or cell.state is CellState.NOT_STATED for cell in cells)

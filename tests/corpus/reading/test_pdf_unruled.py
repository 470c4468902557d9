"""Tables of a PDF without drawn rules: read where all cells fit their rows or spaces part these, else left as lines."""

import pytest

from corpus.reading.glyphs import Glyph
from corpus.reading.pdf_furniture import find_furniture
from corpus.reading.pdf_lines import PrintedLine
from corpus.reading.pdf_pieces import glyphs_to_parts
from corpus.reading.pdf_rows import rows_of_columns
from corpus.reading.pdf_unruled import find_unruled

COLUMNS = (60, 100, 220, 420)
HEADER = [["序号"], ["重点任务"], ["具体举措"], ["责任单位"]]
FIRST = [["1"], ["盘活楼宇"], ["摸清底数，建立台账，", "推动空置楼宇出租", "出售。"], ["市商务局、市", "住建局"]]
SECOND = [["2"], ["招商"], ["举办推介会。"], ["市投促局"]]
PITCH, SIZE = 16.0, 10.0


def words(text, x, y):
    return [Glyph(one, x + SIZE * at, x + SIZE * (at + 1), y, SIZE) for at, one in enumerate(text)]


def printed(rows, *, middle, top=100.0):
    """The characters of rows of cells, each cell a list of lines, at the top of its row or in its middle."""
    glyphs = []
    for row in rows:
        height = max(map(len, row))
        for x, cell in zip(COLUMNS, row, strict=True):
            shift = (height - len(cell)) / 2 * PITCH if middle else 0.0
            glyphs += [glyph for at, line in enumerate(cell) for glyph in words(line, x, top + shift + PITCH * at)]
        top += PITCH * height + 2
    return glyphs


def table(glyphs, above=None):
    tables, running = find_unruled(glyphs, above)
    boxes = tables[0] if tables else []
    pieces = glyphs_to_parts(glyphs, tables)
    width = len({box.left for box in boxes})
    cells = [cell.text for cell in pieces[0].cells] if pieces else []
    return [tuple(cells[at : at + width]) for at in range(0, len(cells), width)], running


@pytest.mark.parametrize("middle", [True, False])
def test_cells_in_the_middle_or_at_the_top_of_their_rows_are_a_table(middle):
    rows, running = table(printed([HEADER, FIRST, SECOND], middle=middle))
    assert rows == [tuple("".join(cell) for cell in row) for row in (HEADER, FIRST, SECOND)]
    assert len(running[0]) == 3


def test_a_table_goes_on_on_the_next_page():
    _, running = table(printed([HEADER, FIRST], middle=False))
    rows, _ = table(printed([[[], [], ["并公布。"], []], SECOND], middle=False, top=50.0), running)
    assert rows == [("", "", "并公布。", ""), ("2", "招商", "举办推介会。", "市投促局")]


def test_a_heading_among_the_rows_is_one_cell():
    heading = words("一、盘活存量方面（共五项）", COLUMNS[0], 117.0)
    glyphs = [*printed([HEADER], middle=True), *heading, *printed([FIRST, SECOND], middle=True, top=135.0)]
    (boxes,), _ = find_unruled(glyphs)
    assert [sum(box.top == top for box in boxes) for top in sorted({box.top for box in boxes})] == [4, 1, 4, 4]


def test_what_fits_no_row_stays_lines():
    askew = [*printed([HEADER, FIRST, SECOND], middle=True), *words("市财政局", COLUMNS[3], 158.0)]
    assert find_unruled(askew) == ([], None)
    assert rows_of_columns([[0, 40], [0, 16, 40]], goes_on=False, size=SIZE) == [(0, 16), (40, 40)]
    assert rows_of_columns([[0, 18], [9, 18]], goes_on=False, size=SIZE) == []


def test_rows_may_be_parted_by_wider_spaces_alone():
    """A row that a page cut stands neither in the middle nor at the top; 26 and 3 are printed a little higher."""
    assert rows_of_columns([[0, 40], [10, 40]], goes_on=False, size=SIZE) == [(0, 10), (40, 40)]
    columns = [[3.0, 60.0, 103.0], [0.0, 16.0, 60.0, 76.0, 100.0], [8.0, 24.0, 68.0, 108.0]]
    assert rows_of_columns(columns, goes_on=False, size=SIZE) == [(0.0, 24.0), (60.0, 76.0), (100.0, 108.0)]
    assert rows_of_columns([[60.0], [0.0, 60.0, 76.0], []], goes_on=True, size=SIZE) == [(0.0, 0.0), (60.0, 76.0)]


def test_several_tables_of_a_page_and_one_of_numbers():
    names, number = [["地区"], ["累计亿元", "楼宇"], ["新增楼宇"], ["活动"]], [["昆山市"], ["5"], ["2"], ["10"]]
    lower = printed([names, number, number], middle=True, top=400.0)
    tables, _ = find_unruled(
        [
            *printed([HEADER, FIRST, SECOND], middle=True),
            *words("各地区要按照下表所列目标推进，" * 3, 60, 360.0),
            *lower,
        ]
    )
    assert [len(boxes) for boxes in tables] == [12, 12]


def test_words_under_no_usual_names_are_no_table():
    people = [[["张三"], ["某大学"], ["教授"], ["组长"]], [["李四"], ["某局"], ["处长"], ["成员"]], [["王五"]] * 4]
    assert find_unruled(printed(people, middle=True)) == ([], None)


def test_a_figure_alone_at_the_head_of_one_page_is_no_page_number():
    """The numbers of pages stand at one height."""
    pages = [[PrintedLine("正文", 60, 90, 400, SIZE), PrintedLine(f"{at}", 290, 300, 800, SIZE)] for at in (1, 2, 3)]
    pages[1].insert(0, PrintedLine("6", 60, 70, 60, SIZE))
    dropped = find_furniture(pages, [842.0] * 3)
    assert [sorted(line.text for line in lines) for lines in dropped] == [["1"], ["2"], ["3"]]

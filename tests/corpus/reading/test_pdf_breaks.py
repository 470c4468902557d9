"""What a page break did to the rows of a table, where room was left above it."""

from corpus.reading.pdf_stitching import cells_to_habit, row_goes_on
from corpus.reading.ruled import PrintedCell

BODY = [("1", "完善配套。"), ("2", "引进总部。"), ("3", "盘活存量。")]


def goes_on(foot, head, *, row=3, body=BODY):
    """Whether `head` is one row with `foot`, which leaves room in its cells; `row` counts the header as 0."""
    above, below = cells(row, foot), cells(0, head)
    columns = {
        at: cells_to_habit([cell for line in (*body, foot, head) for cell in cells(1, line) if cell.column == at])
        for at in range(len(foot))
    }
    return row_goes_on(dict(enumerate(above)), dict(enumerate(below)), columns)


def cells(row, texts):
    return [PrintedCell(text=text, row=row, column=at, height=1, width=1) for at, text in enumerate(texts)]


def test_a_row_without_a_number_goes_on_in_the_sentence_above():
    assert goes_on(("4", "提升楼宇和入驻企业粘合度，推"), ("", "动存量企业迁转；"))


def test_a_header_goes_on_above_numbered_rows():
    assert goes_on(("序号", "2024"), ("", "年"), row=0)


def test_a_numbered_row_and_one_behind_a_full_stop_are_rows_of_their_own():
    assert not goes_on(("4", "提升楼宇和入驻企业粘合度，推"), ("5", "动存量企业迁转；"))
    assert not goes_on(("4", "提升楼宇服务。"), ("", "推动存量企业迁转；"))


def test_where_numbers_are_left_out_elsewhere_a_blank_one_says_nothing():
    assert not goes_on(("4", "提升楼宇和入驻企业粘合度，推"), ("", "动存量企业迁转；"), body=[*BODY, ("", "招商。")])


def test_noughts_are_the_rest_of_a_figure():
    assert goes_on(("西虹", "900"), ("桥公司", "00"))
    assert not goes_on(("07", "900"), ("08", "300"))

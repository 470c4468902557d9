"""Years however they are printed, in documents and in questions."""

import pytest

from corpus.folding.years import find_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到２０２９年", [(2029, 2029)]),
        ("二○三○年", [(2030, 2030)]),
        ("二零二八年", [(2028, 2028)]),
        ("2O27年", [(2027, 2027)]),
        ("2031入驻率", [(2031, 2031)]),
        ("24年和26年", [(2024, 2024), (2026, 2026)]),
        ("24到26年", [(2024, 2026)]),
        ("2022—2024年", [(2022, 2024)]),
        ("二六年八月底前", [(2026, 2026)]),
        ("“十五五”期间", [(2026, 2030)]),
        ("“十五五”末", [(2030, 2030)]),
        ("2000平方米", []),
        ("2026家企业", []),
        ("30年期债券，20年以上", []),
    ],
)
def test_years_are_read_in_every_printing(text, years):
    assert [(one.first, one.last) for one in find_years(text)] == years


def test_short_years_are_a_matter_of_questions():
    assert find_years("24年新增", short=False) == []

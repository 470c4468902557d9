import pytest

from assistant.understanding.years import text_to_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("到2025年底", (2025,)),
        ("26年比24年高几个点", (2026, 2024)),
        ("2023-2025年", (2023, 2024, 2025)),
        ("24到26年", (2024, 2025, 2026)),
        ("“十三五”期末", (2020,)),
        ("十四五末", (2025,)),
        ("二〇二五年", (2025,)),
        ("今年(2023)", (2023,)),
        ("三年行动计划", ()),
        ("“十三五”期间", ()),
        ("100年以上", ()),
    ],
)
def test_years_named_in_a_question(text, years):
    assert text_to_years(text) == years


def test_the_year_before_the_only_one_named():
    assert text_to_years("2025年比上一年多几家") == (2024, 2025)
    assert text_to_years("2025年比2023年多几家") == (2025, 2023)

from datetime import date
from decimal import Decimal

from assistant.day_spans import days_between, months_between, proven_spans


def test_days_and_whole_months_between_two_days():
    assert days_between(date(2023, 5, 17), date(2023, 3, 28)) == 50
    assert months_between(date(2023, 3, 28), date(2023, 5, 17)) == 1
    assert months_between(date(2023, 3, 28), date(2023, 5, 28)) == 2


def test_a_text_proves_the_spans_between_its_days():
    assert proven_spans("2023年3月28日与2023年5月17日相差50天") == {Decimal(50), Decimal(1)}
    assert proven_spans("2023年13月1日与2023年5月17日") == set()

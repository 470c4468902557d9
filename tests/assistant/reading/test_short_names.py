"""Names shortened to the first characters of their words."""

import pytest

from assistant.reading.abbreviations import is_short_for

TITLE = "关于支持自由贸易试验区深化改革创新若干措施的通知"


@pytest.mark.parametrize("short", ["自贸区", "深改", "自贸", "贸试"])
def test_first_characters_of_words_in_a_row_are_short_for_them(short):
    assert is_short_for(short, TITLE)


@pytest.mark.parametrize("short", ["改", "自区", "贸改", "区深", "由易", "支区"])
def test_other_characters_are_not(short):
    assert not is_short_for(short, TITLE)

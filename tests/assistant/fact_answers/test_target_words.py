"""How a target is said: its year as its words say it."""

import pytest

from assistant.fact_answers.target_words import year_words
from tests.assistant import making


@pytest.mark.parametrize(
    ("quote", "said"),
    [
        ("到2025年，新建楼宇19个", "到2025年"),
        ("2020年底前将审查周期压缩至4个月", "2020年底前"),
        ("2021年6月底前实现联网", "2021年6月底前"),
        ("到2025 年末，新建楼宇19个", "到2025年末"),
        ("到2026年，新建19个；2027年底前建成", "到2026年"),
    ],
)
def test_the_time_is_told_as_printed(quote, said):
    year = int(said.removeprefix("到")[:4])
    assert year_words(making.target("a", "新建楼宇", "19", "个", year, quote=quote)) == said

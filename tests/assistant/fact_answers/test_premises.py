from assistant.answer import RefusalReason
from assistant.draft import NoAnswer


def test_a_number_taken_for_granted_that_the_table_contradicts(answer):
    """Lucheng's annex plans 8 new buildings for 2026."""
    found = answer("鹿城为什么2026年一年就要新增20幢税收亿元楼宇？")
    assert isinstance(found, NoAnswer)
    assert found.reason is RefusalReason.FALSE_PREMISE
    assert "8幢" in found.message


def test_a_right_number_is_no_false_premise(answer):
    found = answer("鹿城为什么2026年要新增8幢税收亿元楼宇？")
    assert not isinstance(found, NoAnswer)

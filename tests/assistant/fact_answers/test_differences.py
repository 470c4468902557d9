from assistant.draft import Draft


def test_the_two_names_of_one_task(answer):
    """Taiyuan's text says 推进楼宇精准招商, its table 推进精准楼宇招商."""
    found = answer("太原任务表和正文里招商那一项的名称一样吗？")
    assert isinstance(found, Draft)
    assert "不一样" in found.statements[0].text
    assert "推进楼宇精准招商" in found.statements[0].text
    assert "推进精准楼宇招商" in found.statements[0].text


def test_without_a_finding_nothing_is_said_to_differ(answer):
    found = answer("太原任务表和正文里税收那一项的名称一样吗？")
    assert not isinstance(found, Draft) or "不一样" not in found.statements[0].text

from assistant.draft import NoAnswer


def test_to_whom_a_document_is_sent(told):
    """The line before 经区政府同意 in qingpu's notice, and suzhou's."""
    assert told("青浦那份楼宇的通知，抬头是发给哪些单位的？") == (
        "发给：各镇人民政府、街道办事处，区政府各委、办、局，各有关单位。"
    )
    assert "苏州工业园区管委会；市各有关单位" in told("苏州方案主送哪些单位？")


def test_a_document_without_addressees_says_so(answer):
    """Taiyuan's text begins with its title."""
    assert isinstance(answer("太原方案的主送单位是谁？"), NoAnswer)

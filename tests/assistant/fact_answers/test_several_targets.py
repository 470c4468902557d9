def test_every_indicator_of_a_list_is_answered(told):
    text = told("鹿城入驻率、注册率、纳税率2026年目标各是多少")
    assert all(name in text for name in ("企业入驻率", "注册率", "纳税率"))
    assert told("嘉兴特色楼宇、重点楼宇、品质楼宇各多少幢").count("幢") == 3


def test_two_indicators_set_against_each_other(told):
    """Lucheng 2024: 80 % and 75 %."""
    assert "高5个百分点（80-75=5）" in told("鹿城企业入驻率和属地注册率2024年差多少")

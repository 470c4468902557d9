def test_every_indicator_of_a_list_is_answered(told):
    text = told("鹿城入驻率、注册率、纳税率2026年目标各是多少")
    assert all(name in text for name in ("企业入驻率", "注册率", "纳税率"))
    assert told("嘉兴特色楼宇、重点楼宇、品质楼宇各多少幢").count("幢") == 3


def test_two_indicators_set_against_each_other(told):
    """Lucheng 2024: 80 % and 75 %."""
    assert "高5个百分点（80-75=5）" in told("鹿城企业入驻率和属地注册率2024年差多少")


def test_the_second_indicator_is_measured_as_the_first(told):
    """Taiyuan: 85 % of starred buildings, 70 % of those in the city."""
    assert "85-70=15" in told("太原要求星级楼的入驻率比城区楼宇高出几个点？")

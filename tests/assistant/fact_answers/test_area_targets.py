def test_all_goals_of_an_area(told):
    text = told("苏州吴中区各项指标分别是多少")
    assert "新增亿元楼宇2幢、累计亿元楼宇4幢、新增特色产业楼宇6幢、计划改造存量楼宇1幢、举办楼宇推介活动10场" in text


def test_all_goals_of_a_year(told):
    text = told("鹿城2025年的各项指标目标是多少")
    assert "新增商务楼宇建筑面积120万方" in text
    assert "新增更新改造老旧楼宇4幢" in text

from assistant.draft import Draft, NoAnswer


def test_all_goals_of_an_area(told):
    text = told("苏州吴中区各项指标分别是多少")
    assert "新增亿元楼宇2幢、累计亿元楼宇4幢、新增特色产业楼宇6幢、计划改造存量楼宇1幢、举办楼宇推介活动10场" in text


def test_all_goals_of_a_year(told):
    text = told("鹿城2025年的各项指标目标是多少")
    assert "新增商务楼宇建筑面积120万方" in text
    assert "新增更新改造老旧楼宇4幢" in text


def test_a_column_that_the_table_does_not_have_is_refused_with_those_it_has(answer):
    """Suzhou's annex has no 新增办公面积."""
    outcome = answer("苏州工业园区2023年新增办公面积的目标是多少平方米？")
    assert isinstance(outcome, NoAnswer)
    assert "新增办公面积" in outcome.message
    assert "举办楼宇推介活动12场" in outcome.message
    assert isinstance(answer("苏州昆山市2023年税收目标是多少？"), NoAnswer)
    assert isinstance(answer("苏州昆山市2023年楼宇经济发展目标是多少？"), Draft)


def test_a_whole_row_has_its_baseline_too(told):
    """附件1: 虎丘区 22 1 3 2 1 12, the 22 as counted at the end of 2022."""
    assert "22幢" in told("把苏州附件1中虎丘区那一行的各项指标列一下")
    assert "22幢" not in told("虎丘区2023年的目标有哪些？")

from assistant.reading.abbreviations import abbreviated_units


def test_a_short_name_that_fits_one_unit(library):
    units = library.facts["taiyuan"].units
    assert abbreviated_units("审批局参与哪些任务", units) == {"市审批服务管理局": "审批局"}
    assert abbreviated_units("发改委牵头什么", units) == {"市发展改革委": "发改委"}
    assert abbreviated_units("审批部门参与哪些任务", units) == {"市审批服务管理局": "审批部门"}


def test_words_that_fit_no_unit(library):
    assert abbreviated_units("教育局负责什么", library.facts["taiyuan"].units) == {}
    assert abbreviated_units("各有关部门负责什么", library.facts["taiyuan"].units) == {}

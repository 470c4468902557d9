def test_which_documents_give_deadlines(told):
    """Only suzhou's list has a column for them."""
    lines = dict(line.split("：", 1) for line in told("哪些文件给任务定了完成时限？").splitlines())
    assert "2023年4月底前" in lines["苏州"]
    assert "没有完成时限" in lines["青浦"]
    assert "没有完成时限" in lines["鹿城"]
    assert "没有任务表" in lines["嘉兴"]

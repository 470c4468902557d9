from tests.assistant.fact_answers.clauses import clause_words


def test_all_that_is_to_be_done_by_the_day_asked():
    """（二） and （三） of the made-up document print 2023年底前, （一） prints 2023年6月底前."""
    assert clause_words("民宿意见里明确2023年底前完成的有哪几件事？").splitlines() == [
        "写明“2023年底前”的共2项：",
        "2023年底前每个民宿集聚村至少建成一处公共停车场。",
        "2023年底前培训管家五千人次。",
    ]


def test_all_that_is_due_in_a_year():
    text = clause_words("民宿意见2023年要完成哪些事？")
    assert "共3项" in text
    assert "2023年6月底前完成摸排" in text


def test_further_words_choose_among_the_sentences():
    assert clause_words("民宿意见里2023年底前停车场要做到什么？") == (
        "2023年底前每个民宿集聚村至少建成一处公共停车场。"
    )


def test_deadlines_of_a_table_come_first(told):
    """Suzhou's list gives 2023年4月底前 to three tasks."""
    assert told("苏州方案2023年4月底前要完成哪些任务？").startswith("完成时限为“2023年4月底前”的任务共3项")
    assert told("苏州方案2023年要完成哪些任务？").startswith("完成时限在2023年的任务共3项")

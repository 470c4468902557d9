from tests.assistant.fact_answers.clauses import clause_words


def test_a_clause_by_its_number_in_words_and_figures():
    for number in ("第三条", "第3条", "（三）", "第（三）条"):
        text = clause_words(f"民宿意见{number}由谁牵头？")
        assert text.startswith("（三）“培训从业人员”：牵头单位为人力资源社会保障厅")


def test_what_a_clause_by_its_number_is():
    text = clause_words("第5条是什么任务？")
    assert "规范经营秩序" in text
    assert "牵头单位为文化和旅游厅" in text


def test_numbers_of_table_rows_stay_numbers_of_rows(told):
    assert told("青浦第15项任务谁牵头？").startswith("第15项")

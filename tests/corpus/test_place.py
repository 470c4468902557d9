"""Places read as an official would cite them."""

from corpus.place import Place

NAME = "《甲市行动方案》（甲府办〔2023〕1号）"


def test_a_paragraph_is_cited_by_its_headings_and_page():
    place = Place(document_id="a", document_name=NAME, path=("三、重点任务", "（一）优化流程"), page=3, line=40)
    assert str(place) == f"{NAME} 三、重点任务 （一）优化流程 第3页"


def test_a_cell_is_cited_by_table_row_and_column():
    place = Place(
        document_id="a", document_name=NAME, path=("附件2",), line=90, table="任务清单", row=14, column="牵头单位"
    )
    assert str(place) == f"{NAME} 附件2 表“任务清单” 第14行 “牵头单位”列"


def test_a_caption_that_is_the_heading_is_not_said_twice():
    place = Place(document_id="a", document_name=NAME, path=("附件2 任务清单",), line=90, table="任务清单", row=1)
    assert str(place) == f"{NAME} 附件2 任务清单 第1行"

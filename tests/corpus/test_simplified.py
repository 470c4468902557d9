"""Traditional characters as simplified ones."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.document import read_document
from corpus.simplified import simplified


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x9FFF), max_size=30))
def test_a_text_keeps_its_length(text):
    assert len(simplified(text)) == len(text)


def test_columns_are_named_in_simplified_characters_and_quoted_as_printed(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(
        "雲嶺縣方案\n任務表\n序號\t任務\t牽頭單位\n1\t修路\t縣交通局\n2\t種樹\t縣林業局\n", encoding="utf-8"
    )
    (table,) = read_document(file).tables
    assert [column.name for column in table.columns] == ["序号", "任务", "牵头单位"]
    assert table.header_quote == "序號任務牽頭單位"
    assert table.rows[1].cells[1].text == "種樹"

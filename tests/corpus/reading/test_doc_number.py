"""文号: one key however it is printed, and the document's own only where it stands as such."""

import pytest

from corpus.reading.doc_number import line_to_doc_number, text_to_doc_number


@pytest.mark.parametrize(
    "printed",
    [
        "青府办发〔2023〕30号",
        "青府办发[2023]30号",
        "青府办发（２０２３）３０号",
        "青府办发【2023】30 号",
        "青府办发〔 2023 〕第30号",
    ],
)
def test_all_printed_forms_have_one_key(printed):
    number = text_to_doc_number(printed)
    assert number is not None
    assert number.key == "青府办发〔2023〕30号"
    assert number.raw == "".join(printed.split())


@pytest.mark.parametrize("text", ["2023年第3号", "第29次常务会议", "（2023~2025年）", "〔2023〕30号"])
def test_other_numbers_are_none(text):
    assert text_to_doc_number(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "苏府办〔2023〕48号",
        "  国发〔2018〕42号 ",
        "**国发〔2018〕42号**",
        "（国发〔2018〕42号）",
        "浙卫发〔2025〕13号    签发人：王某",
        "发文字号：国办发〔2018〕129号",
    ],
)
def test_a_line_of_its_own_states_the_number(line):
    assert line_to_doc_number(line) is not None


@pytest.mark.parametrize("line", ["（苏府〔2022〕75号），加快构建楼宇经济高效工作机制", "根据国发〔2018〕42号文件"])
def test_a_number_in_running_text_is_not_the_documents_own(line):
    assert line_to_doc_number(line) is None
    assert text_to_doc_number(line) is not None


@pytest.mark.timeout(30)
def test_hostile_text_holds_nothing_up():
    """A pattern that backtracks without bound would run into the limit."""
    assert text_to_doc_number("青" * 50_000) is None
    assert text_to_doc_number("青 〔2023 " * 5_000) is None

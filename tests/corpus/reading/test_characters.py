"""Characters mended on reading: radicals, full-width forms, marks of notes beside numbers."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus.reading.characters import mend, raised
from corpus.reading.document import read_document


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("⼈⺠政府各部⻔", "人民政府各部门"),
        ("２０３０年建成Ｂ级站点３．５万个", "2030年建成B级站点3.5万个"),
        ("３，２００万元；１，２项", "3,200万元；1，2项"),
        ("４５％", "45％"),
        ("新增30²个，占地8km²，约6×10⁵吨，25³⁴万人次", "新增30个，占地8km²，约6×10⁵吨，25万人次"),
        ("投资320[2]亿元，12①个，国发〔2026〕8号；①修路", "投资320亿元，12个，国发〔2026〕8号；①修路"),
        ("\uf0b7 推动发展", "推动发展"),
        ("\uf0b712万亿", "\uf0b712万亿"),
        ("\ud83d\ude00甲\ud83d", "😀甲\ufffd"),
        ("甲\x00乙\uffff丙\x0b丁\x02", "甲\ufffd乙\ufffd丙 丁-"),
        ("a\x01b\tc\f", "a\ufffdb\tc\f"),
    ],
)
def test_characters_are_what_they_mean(printed, meant):
    assert mend(printed) == meant


@pytest.mark.parametrize(
    ("printed", "plain"), [("3", "³"), ("-1", "⁻¹"), ("〔5〕", ""), ("注2", ""), ("*", ""), ("①", ""), ("th", "th")]
)
def test_raised_marks_of_notes_are_dropped(printed, plain):
    assert raised(printed) == plain


@example("0²²²²")
@given(st.text(alphabet=st.sampled_from("⼈２，．¹²km10×米\n\r\f\t\uf0b7 一。"), max_size=40))
def test_lines_stay_lines_and_what_is_mended_stays(text):
    assert [line.count("\f") for line in mend(text).split("\n")] == [line.count("\f") for line in text.split("\n")]
    assert mend(mend(text)) == mend(text)


def test_what_cannot_be_read_is_said_with_its_words(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("某市方案\n\f到2030年，产业规模超3\ue0105万亿元。\n", encoding="utf-8")
    coverage = read_document(file).coverage
    assert coverage.suspicious_characters == {2: 1}
    assert coverage.warnings == (
        "第2页“2030年，产业规模超3□5万亿元。”中有无法识别的字符（以□表示），这里的数字不可用，请对照原件。",
    )


def test_what_stands_for_characters_in_pages_becomes_these():
    assert mend("&emsp;&emsp;推进&ldquo;放管服&rdquo;改革，研发&#40;R&amp;D&#x29;投入&nbsp;12亿元") == (
        "\u2003\u2003推进“放管服”改革，研发(R&D)投入\xa012亿元"
    )
    assert mend("AT&T;约定&#10;之外&unknown;") == "AT&T;约定 之外&unknown;"

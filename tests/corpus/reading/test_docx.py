"""Word documents: paragraphs and tables in order, spans carried, nothing hostile opened."""

import io
import time
import zipfile

import docx
import pytest

from corpus.errors import UnreadableDocument
from corpus.reading.docx import docx_to_written
from corpus.reading.written import written_to_reading

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def archive(parts, **options):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content, **options)
    return stream.getvalue()


def word(body, prolog="", **parts):
    document = f"{prolog}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": document} | parts)


def paragraph(text, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_paragraphs_and_tables_stand_in_order():
    rows = [[cell("序号"), cell("任务")], [cell("1"), cell("招商")]]
    data = word(paragraph("一、任务") + paragraph("任务表") + table(*rows) + paragraph("注：含续建。"))
    written = docx_to_written(data, "a.docx")
    assert written.text == "一、任务\n任务表\n序号\t任务\n1\t招商\n注：含续建。\n"
    assert written.pages is None
    (grid,) = written_to_reading(written).grids
    assert grid.caption == "任务表"
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [["1", "招商"]]


def test_merged_cells_are_carried():
    data = word(
        table(
            [cell("指标", DOWN), cell("2025年", '<w:gridSpan w:val="2"/>')],
            [cell("", GOES_ON), cell("全市"), cell("市本级")],
            [cell("入驻率", DOWN), cell("85"), cell("86")],
            [cell("", GOES_ON), cell("87"), cell("88")],
        )
    )
    (grid,) = written_to_reading(docx_to_written(data, "a.docx")).grids
    assert [column.path for column in grid.columns] == [("指标",), ("2025年", "全市"), ("2025年", "市本级")]
    assert [[(cell.text, cell.carried) for cell in row.cells] for row in grid.rows] == [
        [("入驻率", False), ("85", False), ("86", False)],
        [("入驻率", True), ("87", False), ("88", False)],
    ]


def test_a_column_of_one_name_may_have_a_lower_one_over_its_figures():
    """市 | 产量 over 2025年实绩 and 2026年目标 | 企业数 over 2026年目标; a row of words below is no header."""
    wide = '<w:gridSpan w:val="2"/>'
    header = [cell("市", DOWN), cell("产量", wide), cell("企业数")]
    lower = [cell("", GOES_ON), cell("2025年实绩"), cell("2026年目标"), cell("2026年目标")]
    rows = [[cell("甲市"), cell("12"), cell("15"), cell("8")], [cell("乙市"), cell("7"), cell("9"), cell("5")]]
    (grid,) = written_to_reading(docx_to_written(word(table(header, lower, *rows)), "a.docx")).grids
    assert [column.path for column in grid.columns] == [
        ("市",),
        ("产量", "2025年实绩"),
        ("产量", "2026年目标"),
        ("企业数", "2026年目标"),
    ]
    assert len(grid.rows) == 2
    words = [cell("", GOES_ON), cell("稻"), cell("麦"), cell("较多")]
    (grid,) = written_to_reading(docx_to_written(word(table(header, words, *rows)), "a.docx")).grids
    assert len(grid.rows) == 2


def test_a_caption_inside_the_table_is_its_caption():
    wide = '<w:gridSpan w:val="2"/>'
    rows = [[cell("任务分解表", wide)], [cell("任务"), cell("单位")], [cell("招商"), cell("区商务委")]]
    (grid,) = written_to_reading(docx_to_written(word(table(*rows)), "a.docx")).grids
    assert grid.caption == "任务分解表"
    assert [column.name for column in grid.columns] == ["任务", "单位"]


def test_deleted_words_are_gone_inserted_ones_stay():
    body = "<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"
    assert docx_to_written(word(body), "a.docx").text == "新\n"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('专栏')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>甲</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert docx_to_written(word(body), "a.docx").text == "甲\n专栏\n"


def test_a_first_line_indent_is_kept():
    written = docx_to_written(word(paragraph("推动发展。", '<w:ind w:firstLineChars="200"/>')), "a.docx")
    assert written.text == "\u3000\u3000推动发展。\n"


def test_what_python_docx_writes_is_read():
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("某市方案")
    document.save(stream)
    assert docx_to_written(stream.getvalue(), "a.docx").text == "某市方案\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (word("", prolog='<!DOCTYPE x [<!ENTITY a "b">]>'), "DOCTYPE"),
        (word(paragraph("甲"), **{"word/styles.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'}), "DOCTYPE"),
        (archive({"word/document.xml": b" " * 2**25}), "压缩"),
        (archive({"../word/document.xml": b"x"}), "路径"),
        (archive({"/word/document.xml": b"x"}), "路径"),
        (archive({"word/other.xml": b"<x/>"}), "没有正文"),
        (archive({"word/document.xml": b"<w"}), "XML"),
        (word(paragraph("甲"))[:-30], "损坏"),
        (archive({f"word/{number}": b"" for number in range(6000)}), "过大"),
    ],
)
def test_hostile_and_damaged_files_are_refused(data, reason):
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        docx_to_written(data, "a.docx")
    assert caught.value.hint


def test_a_symlink_is_refused():
    entry = zipfile.ZipInfo("word/document.xml")
    entry.external_attr = 0o120777 << 16
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(entry, "/etc/passwd")
    with pytest.raises(UnreadableDocument, match="符号链接"):
        docx_to_written(stream.getvalue(), "a.docx")


def style(name, *properties, kind="paragraph", based=""):
    base = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{base}{"".join(properties)}</w:style>'


def part(name, *content):
    return f"<w:{name} {NAMESPACES}>{''.join(content)}</w:{name}>"


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def level(at, form, text, *more):
    return f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{"".join(more)}</w:lvl>'


def listed(number, level=0):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


LISTS = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="5">',
    level(0, "chineseCounting", "第%1章"),
    level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    level(2, "decimalEnclosedCircle", "%3", '<w:suff w:val="nothing"/>'),
    "</w:abstractNum>",
    '<w:abstractNum w:abstractNumId="6">',
    level(0, "upperLetter", "%1、", '<w:pStyle w:val="Item"/>'),
    level(1, "bullet", "——"),
    level(2, "bullet", "\uf0b7"),
    "</w:abstractNum>",
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="5"/>',
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num>',
)


def numbered(*places, **parts):
    body = "".join(paragraph(f"甲{at}", listed(*place)) for at, place in enumerate(places))
    return docx_to_written(word(body, **{"word/numbering.xml": LISTS} | parts), "a.docx").text.splitlines()


def test_automatic_numbers_are_those_that_word_shows():
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 0), (1, 1), (3, 0), (3, 1), (0, 0)]
    lines = ["第一章 甲0", "1.1 甲1", "①甲2", "②甲3", "第二章 甲4", "2.1 甲5", "第十章 甲6", "10.1 甲7", "甲8"]
    assert numbered(*places) == lines


def test_dashes_before_items_are_words_and_dots_are_none():
    assert numbered((2, 0), (2, 1), (2, 2), (9, 0)) == ["A、 甲0", "——甲1", "甲2", "甲3"]


def test_a_style_may_number_its_paragraphs():
    styles = part("styles", style("Item", f"<w:pPr>{listed(2)}</w:pPr>"), style("Own", based="Item"))
    body = "".join(paragraph("甲", f'<w:pStyle w:val="{name}"/>') for name in ("Item", "Own", "Other"))
    parts = {"word/numbering.xml": LISTS, "word/styles.xml": styles}
    assert docx_to_written(word(body, **parts), "a.docx").text == "A、 甲\nB、 甲\n甲\n"


def test_a_numbered_cell_without_words_holds_its_number():
    rows = [[f"<w:tc>{paragraph('', listed(2))}</w:tc>", cell("修路")] for _ in range(2)]
    written = docx_to_written(
        word(table([cell("序号"), cell("任务")], *rows), **{"word/numbering.xml": LISTS}), "a.docx"
    )
    assert written.text == "序号\t任务\nA、\t修路\nB、\t修路\n"


def test_struck_and_hidden_words_are_left_out_and_told():
    styles = part("styles", style("Gone", "<w:rPr><w:strike/></w:rPr>", kind="character"))
    runs = [
        run("按"),
        run("三成", "<w:strike/>"),
        run("四成", '<w:strike w:val="0"/>'),
        run("五成", '<w:rStyle w:val="Gone"/>'),
        run("（草稿）", "<w:vanish/>"),
        run("补助"),
    ]
    written = docx_to_written(word(f"<w:p>{''.join(runs)}</w:p>", **{"word/styles.xml": styles}), "a.docx")
    assert written.text == "按四成补助\n"
    assert written.warnings == (
        "有 2 处文字带删除线，已略去：“三成”、“五成”。",
        "有 1 处隐藏文字，已略去：“（草稿）”。",
    )


def test_marks_of_notes_are_no_digits_and_powers_stay():
    up = '<w:vertAlign w:val="superscript"/>'
    runs = [run("新建8"), run("2", up), run("个，占地30km"), run("2", up), run("（见注"), run("[3]", up), run("）")]
    assert docx_to_written(word(f"<w:p>{''.join(runs)}</w:p>"), "a.docx").text == "新建8个，占地30km²（见注）\n"


def test_symbols_of_boxes_and_pinyin():
    symbols = "".join(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for font, code in [
        ("Wingdings", "F0FE"), ("Wingdings 2", "F0A3"), ("Wingdings", "F0FC"), ("Webdings", "F061"),
    ])  # fmt: skip
    ruby = f"<w:r><w:ruby><w:rt>{run('zhèn')}</w:rt><w:rubyBase>{run('镇')}</w:rubyBase></w:ruby></w:r>"
    form = '<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>'
    assert docx_to_written(word(f"<w:p>{symbols}{ruby}{form}</w:p>"), "a.docx").text == "☑☐√\uf061镇☑\n"


def test_a_table_in_a_cell_is_a_table_of_its_own():
    inner = table([cell("年份"), cell("面积")], [cell("2026年"), cell("7")], [cell("2027年"), cell("9")])
    holder = f"<w:tc>{paragraph('分年实施')}{inner}{paragraph('')}</w:tc>"
    body = table([cell("任务"), cell("单位"), cell("安排")], [cell("改造"), cell("市住建局"), holder])
    grids = written_to_reading(docx_to_written(word(body + paragraph("完")), "a.docx")).grids
    assert [[[one.text for one in row.cells] for row in grid.rows] for grid in grids] == [
        [["改造", "市住建局", "分年实施"]],
        [["2026年", "7"], ["2027年", "9"]],
    ]


def test_tables_within_boxes_are_read_once():
    inner = table([cell("序号"), cell("任务")], [cell("1"), cell("修路")], [cell("2"), cell("种树")])
    body = table([f"<w:tc>{paragraph('清单')}{table([f'<w:tc>{inner}</w:tc>'])}</w:tc>"])
    assert docx_to_written(word(body), "a.docx").text == "清单\n序号\t任务\n1\t修路\n2\t种树\n"


def test_wide_cells_cannot_fill_the_memory():
    rows = [[cell(str(at), '<w:gridSpan w:val="99999"/>'), cell("甲")] for at in range(1500)]
    written = docx_to_written(word(table(*rows)), "a.docx")
    assert "格，其余的行没有读入" in written.warnings[0]


def test_columns_in_which_no_cell_begins_are_no_columns():
    rows = [[cell(text, '<w:gridSpan w:val="5000"/>'), cell("甲")] for text in ("序号", "1", "2")]
    (written,) = docx_to_written(word(table(*rows)), "a.docx").tables
    assert [[one.text for one in row] for row in written.matrix.cells] == [["序号", "甲"], ["1", "甲"], ["2", "甲"]]


def test_a_long_table_and_a_deep_one_take_time_by_their_size():
    rows = [[cell(f"第{row}行", GOES_ON if row else DOWN), *[cell("甲")] * 7] for row in range(1000)]
    deep = paragraph("完")
    for _ in range(80):
        deep = table([f"<w:tc>{paragraph('甲')}{deep}</w:tc>"])
    began = time.process_time()
    written = docx_to_written(word(table(*rows) + deep), "a.docx")
    assert time.process_time() - began < 4
    assert len(written.tables[0].matrix.cells) == 1000
    assert written.text.endswith("甲\n完\n")


def test_what_a_control_asks_to_be_typed_is_no_text():
    control = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        f"<w:p>{control.format('<w:showingPlcHdr/>', run('单击此处输入'))}{control.format('', run('市水利局'))}</w:p>"
    )
    body += control.format("<w:showingPlcHdr/>", paragraph("请选择日期"))
    assert docx_to_written(word(body), "a.docx").text == "市水利局\n"

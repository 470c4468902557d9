"""Word files: footnotes that Word can follow, the label of AI-written text, tables that repeat their header."""

import io
import json
import zipfile

import docx
import pytest
from lxml import etree

from assistant.answer import Answer, AnswerKind, Citation, Refusal, RefusalReason, Scope, Status
from assistant.comparison import compare
from assistant.exports.docx_files import AI_LABEL, answer_to_docx, comparison_to_docx, matrix_to_docx, tasks_to_docx
from assistant.task_layout import TaskColumn, TaskGroup, TaskLayout
from assistant.views import TaskView
from tests.assistant.making import five_documents, matrix

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def citation(n, quote):
    return Citation(
        n=n,
        document_id="suzhou",
        document_title="关于促进楼宇经济高质量发展的推进方案",
        doc_number="苏府办〔2023〕48号",
        place="《推进方案》（苏府办〔2023〕48号） 二、发展目标",
        page=2,
        line=44,
        quote=quote,
    )


def answer(text="新增亿元楼宇18幢[1]，累计达87幢[2]。\n占全部新增的一份[1]。", writer="extractive", **more):
    return Answer(
        question="苏州2023年新增亿元楼宇目标是多少？",
        understood="苏州2023年新增亿元楼宇目标是多少？",
        status=Status.ANSWERED,
        kind=AnswerKind.FACT,
        answer=text,
        citations=(citation(1, "全市新增亿元楼宇18幢"), citation(2, "累计达 87 幢 <注>")),
        scope=Scope(documents=("suzhou",)),
        writer=writer,
        index="gen-1",
        elapsed_ms=1.0,
        **more,
    )


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return etree.fromstring(parts.read(name)) if name in parts.namelist() else None


def texts(data):
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_the_sources_are_footnotes_each_once():
    data = answer_to_docx(answer(), five_documents())
    notes = part(data, "word/footnotes.xml")
    written = ["".join(note.itertext()).strip() for note in notes if note.get(f"{W}id") not in ("-1", "0")]
    assert written == [
        "《推进方案》（苏府办〔2023〕48号） 二、发展目标：“全市新增亿元楼宇18幢”",
        "《推进方案》（苏府办〔2023〕48号） 二、发展目标：“累计达 87 幢 <注>”",
    ]
    used = [ref.get(f"{W}id") for ref in part(data, "word/document.xml").iter(f"{W}footnoteReference")]
    assert used == ["1", "2"]


def test_the_marks_are_gone_from_the_text():
    assert "[1]" not in "".join(texts(answer_to_docx(answer(), five_documents())))


def test_a_mark_without_a_citation_stays_text():
    assert any("第[9]条" in text for text in texts(answer_to_docx(answer("见第[9]条。"), five_documents())))


def test_the_documents_it_rests_on_are_named_with_their_number():
    assert "《关于促进楼宇经济高质量发展的推进方案》（苏府办〔2023〕48号）" in texts(
        answer_to_docx(answer(), five_documents())
    )


def test_what_an_llm_wrote_is_labelled_on_the_page_and_in_the_file():
    """GB 45438-2025: a visible label and a file property."""
    data = answer_to_docx(answer(writer="llm:test"), five_documents())
    assert AI_LABEL in texts(data)
    held = "".join(part(data, "docProps/custom.xml").itertext())
    assert json.loads(held)["Label"] == "1"


def test_what_no_llm_wrote_carries_no_label():
    data = answer_to_docx(answer(), five_documents())
    assert AI_LABEL not in texts(data)
    assert part(data, "docProps/custom.xml") is None


def headings(data):
    styled = [(one.style.name, one.text) for one in docx.Document(io.BytesIO(data)).paragraphs]
    return [pair for pair in styled if pair[0] not in ("Body Text", "Subtitle")]


def test_headings_are_those_of_word_itself():
    """Its outline and its contents know no others; a line that is nothing but a title is one, too."""
    library = five_documents()
    ours = [("Title", "政策问答"), ("Heading 1", "一、问题"), ("Heading 1", "二、答复"), ("Heading 2", "目标指标")]
    assert headings(answer_to_docx(answer("目标指标：\n新增18幢[1]。"), library)) == [*ours, ("Heading 1", "三、依据")]
    compared = comparison_to_docx(compare(library, indicator="入驻率", year=2025), library)
    assert headings(compared)[:2] == [("Title", "指标比较"), ("Heading 1", "楼宇入驻率（%），按2025年比较")]
    listed = headings(tasks_to_docx(library.tasks(["suzhou"]), library))
    assert listed == [("Title", "任务清单"), ("Heading 1", library.document("suzhou").name)]


def test_a_refusal_is_a_document_too():
    refused = answer("文件中没有相关内容。").model_copy(
        update={
            "status": Status.REFUSED,
            "citations": (),
            "refusal": Refusal(reason=RefusalReason.NOT_IN_CORPUS, message="没有", searched=("suzhou",)),
        }
    )
    assert "文件中没有相关内容。" in texts(answer_to_docx(refused, five_documents()))


def test_tables_of_tasks_and_comparisons_are_written():
    full = answer(
        tasks=tuple(TaskView.of(task) for task in five_documents().tasks(["qingpu"])[:3]),
        comparison=compare(five_documents(), indicator="楼宇入驻率"),
    )
    tables = docx.Document(io.BytesIO(answer_to_docx(full, five_documents()))).tables
    assert [len(table.rows) for table in tables] == [4, 8]


def test_a_comparison_has_a_row_for_each_number_and_names_who_is_silent():
    library = five_documents()
    data = comparison_to_docx(compare(library, indicator="入驻率", year=2025), library)
    cells = [cell.text for row in docx.Document(io.BytesIO(data)).tables[0].rows for cell in row.cells]
    verdict = "仅此一处。没有别处的数可以与它直接比。"
    assert cells[7:13] == ["鹿城", "企业入驻率", "85%", "2025年", "全区", verdict]
    assert "未提及：青浦、苏州。" in texts(data)


def test_a_matrix_of_many_units_goes_on_in_further_tables():
    library = five_documents()
    view = matrix(library, documents=["qingpu"])
    tables = docx.Document(io.BytesIO(matrix_to_docx(view, library))).tables
    heads = [cell.text for table in tables for cell in table.rows[0].cells]
    assert [head for head in heads if head not in ("序号", "任务", "具体举措")] == [unit.unit for unit in view.units]
    assert len(tables) == -(-len(view.units) // 12)


def test_the_task_list_is_a4_landscape_with_a_header_on_each_page():
    data = tasks_to_docx(five_documents().tasks(), five_documents())
    opened = docx.Document(io.BytesIO(data))
    assert opened.sections[0].page_width > opened.sections[0].page_height
    assert sum(len(table.rows) - 1 for table in opened.tables) == 123
    assert len(list(part(data, "word/document.xml").iter(f"{W}tblHeader"))) == len(opened.tables) == 4


def test_a_grouped_task_list_has_a_table_for_each_group_as_wide_as_the_page():
    layout = TaskLayout(TaskGroup.DEADLINE, frozenset({TaskColumn.TASK, TaskColumn.LEAD}))
    made = five_documents().tasks(["suzhou"])
    opened = docx.Document(io.BytesIO(tasks_to_docx(made, five_documents(), layout)))
    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["任务", "牵头单位"]
    assert sum(len(table.rows) - 1 for table in opened.tables) == len(made)
    assert opened.paragraphs[1].text.startswith("2023年4月底前（")


@pytest.mark.parametrize("text", ["含\x0c控制\x00符", "﻿=1+1", "<w:t>&amp;"])
def test_any_text_can_be_written(text):
    assert texts(answer_to_docx(answer(text), five_documents()))

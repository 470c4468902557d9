"""Lists, matrices, comparisons and answers as Word files: what stands where. How it looks is in
assistant/exports/word.py.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.exports.answer_tables import AnswerTable, indicator_table, tables_of
from assistant.exports.sheet import Sheet, documents_line
from assistant.exports.task_sheets import matrix_to_sheets, tasks_to_sheet
from assistant.exports.word import Marked, Note, WordFile
from assistant.keeping.clock import readable
from assistant.keeping.conversations import Conversation
from assistant.matrix import MatrixView
from assistant.task_layout import AS_PRINTED, TaskColumn, TaskLayout, groups_of
from assistant.views import ComparisonView
from corpus.facts import Library
from corpus.task import Task

__all__ = [
    "AI_LABEL",
    "ai_property",
    "answer_to_docx",
    "comparison_to_docx",
    "conversation_to_docx",
    "matrix_to_docx",
    "tasks_to_docx",
    "write_answer",
]

AI_LABEL = "本内容由人工智能生成，请以文件原文为准"
"""The visible label that GB 45438-2025 asks for."""
_MARK = re.compile(r"\[(\d{1,3})\]")
_LONGEST_TITLE = 16
_TASK_WIDTHS = {
    "文件": 20.0,
    "序号": 14.0,
    "类别": 28.0,
    "任务": 38.0,
    "具体举措": 92.0,
    "牵头单位": 38.0,
    "责任单位": 47.0,
    "完成时限": 28.0,
}
"""How wide the columns of the task sheet are beside each other; the others have no room in Word."""
_LEFT_OUT = {"序号": "正文", "牵头单位": "未列明", "责任单位": "未列明"}
_USUAL = frozenset(TaskColumn) - {TaskColumn.DOCUMENT, TaskColumn.CATEGORY}
_LANDSCAPE = 257.0
"""Millimetres between the margins."""
_MATRIX_COLUMNS = (("序号", 12.0), ("任务", 34.0), ("具体举措", 67.0))
_FIXED = 5
"""Columns of a matrix sheet before those of the units."""
_UNITS, _UNIT_WIDTH = 12, 12.0
"""Units that stand side by side on a page; the others follow in tables of their own."""


def tasks_to_docx(tasks: Sequence[Task], library: Library, layout: TaskLayout = AS_PRINTED) -> bytes:
    """The task list on A4 landscape, a table for each document or group, leads in bold, the header on every page."""
    word = WordFile("任务清单", landscape=True)
    if layout.told:
        word.paragraph([layout.told])
    chosen = layout.columns or _USUAL | ({TaskColumn.DOCUMENT} if layout.group else frozenset())
    for title, positions in _titled(tasks, layout, library):
        word.heading(title)
        _add_task_rows(word, tasks_to_sheet([tasks[at] for at in positions], library, TaskLayout(columns=chosen)))
    word.paragraph([f"共{len(tasks)}项任务。"])
    return word.to_bytes()


def matrix_to_docx(view: MatrixView, library: Library) -> bytes:
    """The matrix of each document on A4 landscape; where a page is too narrow for all units, in several tables."""
    word = WordFile("责任矩阵", landscape=True)
    for document_id, sheet in zip(view.documents, matrix_to_sheets(view, library), strict=False):
        word.heading(library.document(document_id).name)
        for first in range(_FIXED, len(sheet.columns), _UNITS):
            _add_units(word, sheet, range(first, min(first + _UNITS, len(sheet.columns))))
    word.paragraph([f"共{len(view.tasks)}项任务。"])
    return word.to_bytes()


def comparison_to_docx(view: ComparisonView, library: Library) -> bytes:
    """The comparison on A4 landscape: a table for each indicator, places as rows, nothing cut."""
    word = WordFile("指标比较", landscape=True)
    for indicator in view.indicators:
        table = indicator_table(indicator, library)
        word.heading(table.title)
        _add_table(word, replace(table, title=""))
    word.paragraph([documents_line(library, view.documents)])
    return word.to_bytes()


def answer_to_docx(answer: Answer, library: Library) -> bytes:
    """An answer with its sources as footnotes; an AI-written one carries its label and its file property."""
    word = WordFile("政策问答")
    if answer.writer != "extractive":
        word.label(AI_LABEL)
        word.property("AIGC", ai_property(answer))
    word.heading("一、问题")
    word.paragraph([answer.question])
    word.heading("二、答复")
    write_answer(word, answer, library)
    word.heading("三、依据")
    for line in _grounds(answer, library):
        word.paragraph([line])
    return word.to_bytes()


def write_answer(word: WordFile, answer: Answer, library: Library) -> None:
    """What is said with its sources as footnotes, and its tables."""
    for parts in _with_notes(answer.answer, answer.citations):
        title = _title(parts)
        word.heading(title, 2) if title else word.paragraph(parts)
    if answer.notice:
        word.paragraph([f"说明：{answer.notice}"])
    for table in tables_of(answer, library):
        _add_table(word, table)


def _title(parts: Sequence[str | Note]) -> str | None:
    """What a line announces that is nothing but a title: 目标指标：, 青浦：."""
    whole = parts[0] if len(parts) == 1 else None
    return whole[:-1] if isinstance(whole, str) and whole.endswith("：") and len(whole) <= _LONGEST_TITLE else None


def ai_property(answer: Answer) -> str:
    """The implicit label of GB 45438-2025 (the file property AIGC): generated by AI, by what, and as which content."""
    label = {
        "Label": "1",
        "ContentProducer": f"policy-assistant {answer.writer}",
        "ProduceID": hashlib.sha256(f"{answer.index}\n{answer.question}\n{answer.answer}".encode()).hexdigest()[:32],
        "ReservedCode1": "",
        "ContentPropagator": "",
        "PropagateID": "",
        "ReservedCode2": "",
    }
    return json.dumps(label, ensure_ascii=False)


def _with_notes(text: str, citations: Sequence[Citation]) -> Iterable[list[str | Note]]:
    """The paragraphs of an answer, its marks [n] made footnotes, each footnote once."""
    by_number = {citation.n: citation for citation in citations}
    noted: set[int] = set()
    for line in filter(None, (line.strip() for line in text.splitlines())):
        parts: list[str | Note] = []
        end = 0
        for match in _MARK.finditer(line):
            number = int(match[1])
            if number not in by_number:
                continue
            parts.append(line[end : match.start()])
            parts.append(Note(str(number)) if number in noted else Note(str(number), _note(by_number[number])))
            noted.add(number)
            end = match.end()
        yield [*parts, line[end:]]


def _note(citation: Citation) -> str:
    standing = f"（这份文件{citation.validity}）" if citation.validity else ""
    return f"{citation.place}{standing}：“{citation.quote}”"


def _add_table(word: WordFile, table: AnswerTable) -> None:
    if table.title:
        word.heading(table.title, 2)
    if table.rows:
        word.table(table.columns, table.rows, table.bold)
    if table.below:
        word.paragraph([table.below])


def _add_units(word: WordFile, sheet: Sheet, units: range) -> None:
    columns = (*_MATRIX_COLUMNS, *((sheet.columns[at].name, _UNIT_WIDTH) for at in units))
    rows = [(*row[: len(_MATRIX_COLUMNS)], *(row[at] for at in units)) for row in sheet.rows]
    word.table(columns, rows, frozenset())


def _titled(tasks: Sequence[Task], layout: TaskLayout, library: Library) -> list[tuple[str, list[int]]]:
    """The groups wanted, else the documents under their full names."""
    if layout.group:
        return [(f"{title}（{len(found)}项）", found) for title, found in groups_of(tasks, layout.group, library)]
    names = [library.document(task.document_id).name for task in tasks]
    return [(name, [at for at, other in enumerate(names) if other == name]) for name in dict.fromkeys(names)]


def _add_task_rows(word: WordFile, sheet: Sheet) -> None:
    """A task sheet as a table of the width of the page."""
    kept = [(at, column.name) for at, column in enumerate(sheet.columns) if column.name in _TASK_WIDTHS]
    scale = _LANDSCAPE / sum(_TASK_WIDTHS[name] for _, name in kept)
    rows = [[row[at] or [Marked(_LEFT_OUT.get(name, ""), bold=False)] for at, name in kept] for row in sheet.rows]
    bold = frozenset(at for at, (_, name) in enumerate(kept) if name == "牵头单位")
    word.table([(name, _TASK_WIDTHS[name] * scale) for _, name in kept], rows, bold)


def _grounds(answer: Answer, library: Library) -> list[str]:
    """The documents the answer rests on, or those that were searched."""
    cited = {citation.document_id for citation in answer.citations}
    return [documents_line(library, cited or answer.scope.documents).removeprefix("依据文件：")]


def conversation_to_docx(conversation: Conversation, library: Library) -> bytes:
    """All turns, oldest first; where a model has written, the file carries the label and the property of that."""
    word = WordFile(conversation.title)
    written = [turn.answer for turn in conversation.turns if turn.answer.writer != "extractive"]
    if written:
        word.label(AI_LABEL)
        word.property("AIGC", ai_property(written[-1]))
    for number, turn in enumerate(conversation.turns, 1):
        word.heading(f"{number}. {turn.question}")
        write_answer(word, turn.answer, library)
        word.paragraph([f"（{readable(turn.asked_at)}）"])
    return word.to_bytes()

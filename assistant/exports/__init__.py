"""Task lists, matrices, comparisons and answers as files. Knows no HTTP and no index."""

from assistant.exports.calendars import tasks_to_ics
from assistant.exports.charts import comparison_to_svg, svg_to_png
from assistant.exports.differences import difference_to_docx, difference_to_sheet, difference_to_xlsx
from assistant.exports.docx_files import (
    answer_to_docx,
    comparison_to_docx,
    conversation_to_docx,
    matrix_to_docx,
    tasks_to_docx,
)
from assistant.exports.sheet_files import (
    comparison_to_csv,
    comparison_to_xlsx,
    matrix_to_csv,
    matrix_to_xlsx,
    sheet_to_csv,
    sheet_to_xlsx,
    targets_to_csv,
    targets_to_xlsx,
    tasks_to_csv,
    tasks_to_xlsx,
)

__all__ = [
    "answer_to_docx",
    "comparison_to_csv",
    "comparison_to_docx",
    "comparison_to_svg",
    "comparison_to_xlsx",
    "conversation_to_docx",
    "difference_to_docx",
    "difference_to_sheet",
    "difference_to_xlsx",
    "matrix_to_csv",
    "matrix_to_docx",
    "matrix_to_xlsx",
    "sheet_to_csv",
    "sheet_to_xlsx",
    "svg_to_png",
    "targets_to_csv",
    "targets_to_xlsx",
    "tasks_to_csv",
    "tasks_to_docx",
    "tasks_to_ics",
    "tasks_to_xlsx",
]

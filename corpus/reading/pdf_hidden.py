"""What a PDF carries that is printed on no page: files put into it, words typed into form fields.

The only module that knows pypdf. Such content is not read, only said: it is no part of what was issued on paper.
"""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_NAMED = 5


def find_hidden(data: bytes) -> list[str]:
    """A warning in Chinese for each kind of content that the pages of a PDF do not show; [] where there is none."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return list(_warnings(PdfReader(io.BytesIO(data))))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        return [f"未能检查文件是否内嵌附件或表单（{type(error).__name__}）。"]


def _warnings(reader: "PdfReader") -> Iterator[str]:
    if names := [entry.name for entry in reader.attachment_list]:
        yield f"文件内嵌了{len(names)}个附件（{_listed(names)}），没有读取；请取出后单独添加。"
    if filled := [name for name, text in reader.get_form_text_fields(True).items() if text]:
        yield f"文件有{len(filled)}个已填写的表单栏目（{_listed(filled)}），没有读取；请打印成不可填写的 PDF 后再添加。"


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:_MOST_NAMED]) + ("等" if len(names) > _MOST_NAMED else "")

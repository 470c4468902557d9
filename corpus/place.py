"""Where words stand in a document: spans of the source text, and places as an official would cite them."""

from pydantic import BaseModel, ConfigDict

__all__ = ["Place", "Span"]


class Span(BaseModel):
    """Half-open range [start, end) of character offsets into the document's source text."""

    model_config = ConfigDict(frozen=True)

    start: int
    end: int


class Place(BaseModel):
    """Where a block, cell, chunk, task, target or citation stands.

    `path` is the chain of headings above it, as printed ("三、重点任务", "（一）优化楼宇服务流程"). `page` and `line`
    count from 1; `page` is None where the source does not tell. `table` is the caption of the table it is in; `row`
    counts the data rows of the whole (stitched) table from 1, `column` is the column's printed name.
    """

    model_config = ConfigDict(frozen=True)

    document_id: str
    document_name: str
    """As cited: 《标题》（文号)."""
    path: tuple[str, ...] = ()
    page: int | None = None
    line: int
    table: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """The form an official would cite: 《文件名》（文号）三、（一）1. 第3页 / 附件2第14行."""
        parts = [self.document_name, " ".join(self.path)]
        if self.page is not None:
            parts.append(f"第{self.page}页")
        if self.table is not None:
            if not any(heading.endswith(self.table) for heading in self.path):
                parts.append(f"表“{self.table}”")
            if self.row is not None:
                parts.append(f"第{self.row}行")
            if self.column:
                parts.append(f"“{self.column}”列")
        return " ".join(part for part in parts if part)

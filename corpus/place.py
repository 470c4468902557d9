"""Where words stand in a document: spans of the source text, and places as an official would cite them."""

from pydantic import BaseModel, Field


class Span(BaseModel, frozen=True):
    """Half-open range [start, end) of character offsets into the document's source text."""

    start: int
    end: int


class Place(BaseModel, frozen=True):
    """Where a block, cell, chunk, task, target or citation stands."""

    # Described without docstrings, which pydantic would read from the sources: every command imports this, also --help.
    document_id: str = Field(description="Id of the document.")
    document_name: str = Field(description="The document as cited: 《标题》（文号）.")
    path: tuple[str, ...] = Field((), description="Headings above it as printed, the outermost first.")
    page: int | None = Field(None, description="Page, from 1; null where the source does not tell.")
    line: int = Field(description="Line of the source text that it begins on, from 1.")
    table: str | None = Field(None, description="Caption of its table, else the heading above; null outside of tables.")
    table_no: int | None = Field(None, description="Number of its table in reading order; null outside of tables.")
    row: int | None = Field(None, description="Data row of the whole table, from 1; null where no one row is meant.")
    column: str | None = Field(None, description="Name of the column, levels joined; null where no one is meant.")

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

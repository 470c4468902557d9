"""To whom a document is sent: the line of units before its first sentence. Knows no questions."""

import re

from assistant.draft import Statement
from corpus.document import Document, Paragraph
from corpus.facts import Evidence

__all__ = ["addressee_statement"]

_HEAD = 8
"""So many blocks into a document the line stands at the latest."""
_ADDRESSED = re.compile(r"(?:政府|委|办|局|厅|单位|部门|企业|公司|机构)\s?[：:]$")


def addressee_statement(_: object, document: Document) -> Statement | None:
    """The addressees as printed; None for a document without such a line."""
    head = (block for block in document.blocks[:_HEAD] if isinstance(block, Paragraph))
    line = next((block for block in head if _ADDRESSED.search(block.text)), None)
    if line is None:
        return None
    units = line.text.rstrip("：: ")
    return Statement(f"发给：{units}。", (Evidence(quote=units, place=line.place),))

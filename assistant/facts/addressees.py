"""To whom a document is sent: the line of units before its first sentence. Knows no questions."""

import re

from corpus.document import Document, Paragraph
from corpus.facts import Evidence

__all__ = ["addressees"]

_HEAD = 8
"""So many blocks into a document the line stands at the latest."""
_ADDRESSED = re.compile(
    r"(?:政府|委|委员会|办|局|厅|处|署|院|校|社|中心|集团|单位|部门|企业|公司|银行|机构|各[省市区县镇乡])"
    r"(?:[（(][^（()）]{1,12}[）)])?\s?[：:]$"
)


def addressees(document: Document) -> Evidence | None:
    """The addressees as printed; None for a document without such a line."""
    head = (block for block in document.blocks[:_HEAD] if isinstance(block, Paragraph))
    line = next((block for block in head if _ADDRESSED.search(block.text)), None)
    return Evidence(quote=line.text.rstrip("：: "), place=line.place) if line else None

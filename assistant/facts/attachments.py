"""The attachments of a document: as its text lists them, and as they are headed themselves."""

import re
from collections.abc import Iterator

from assistant.draft import Statement
from assistant.facts.evidence import distinct
from corpus.document import Document, Heading, Paragraph
from corpus.extraction.similarity import likeness
from corpus.facts import Evidence
from corpus.place import Place
from corpus.quoting import compact
from corpus.table import Table

__all__ = ["attachment_statement"]

_ALIKE = 0.85
_NUMBER = re.compile(r"^附件\s?[\d一二三四五六七八九]?[：:．.、\s]{0,3}")


def attachment_statement(document: Document, *, compared: bool = False) -> Statement | None:
    """How many attachments, their names, and where a name in the text is not the attachment's own heading; where they
    are `compared`, also that they are the same.
    """
    meta = document.metadata
    if not meta.attachments or "attachments" not in meta.places:
        return None
    listed = Evidence(quote=meta.quotes["attachments"], place=meta.places["attachments"])
    names = [f"“{name}”" for name in meta.attachments]
    count = f"附件共{len(names)}个：{'；'.join(names)}" if len(names) > 1 else f"附件为{names[0]}"
    differing = [(name, other) for name in meta.attachments if (other := _own_heading(name, document)) is not None]
    notes = [f"正文所列“{name}”与附件实际标题“{other.quote}”不一致" for name, other in differing]
    if not notes and compared:
        notes = ["正文所列与附件实际标题一致"]
    text = "；".join([count, *notes])
    return Statement(f"{text}。", distinct((listed, *(other for _, other in differing))))


def _own_heading(name: str, document: Document) -> Evidence | None:
    """The attachment's own heading where it is another than the name in the text; None where they are the same."""
    headings = list(_headings(document))
    if any(compact(quote) == compact(name) for quote, _ in headings):
        return None
    scored = [(likeness(name, quote), quote, place) for quote, place in headings]
    score, quote, place = max(scored, key=lambda item: item[0], default=(0.0, "", None))
    return Evidence(quote=quote, place=place) if place is not None and score >= _ALIKE else None


def _headings(document: Document) -> Iterator[tuple[str, Place]]:
    """Captions and short lines behind the place where the attachments are listed."""
    listed = document.metadata.places["attachments"].line
    for block in document.blocks:
        if block.place.line <= listed:
            continue
        if isinstance(block, Table):
            yield block.caption, block.place
        elif isinstance(block, Heading | Paragraph) and len(block.text) < 60:
            yield _NUMBER.sub("", block.text), block.place

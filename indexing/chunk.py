"""A chunk: the smallest piece that is found and quoted."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from corpus.place import Place


class ChunkKind(StrEnum):
    """What the chunk was cut from."""

    PARAGRAPH = "paragraph"
    ROW = "row"
    NOTE = "note"
    HEADING = "heading"


class Chunk(BaseModel):
    """`text` is what may be quoted; `context` (document, headings, table caption and header) is only for finding."""

    model_config = ConfigDict(frozen=True)

    id: str
    """Content hash: two builds of one corpus have the same ids."""
    kind: ChunkKind
    text: str
    context: str
    place: Place
    years: tuple[int, ...] = ()
    """Years named in the text, for filtering."""

    @property
    def document_id(self) -> str:
        """The document the chunk is from."""
        return self.place.document_id

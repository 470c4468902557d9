"""A found passage as programs and people get it, with its score from each signal."""

from assistant.marked import Marked
from indexing.hit import Hit


class HitView(Marked):
    """A passage. `score` ranks within one search only; `signals` are raw: BM25 from 0 up, cosine from -1 to 1."""

    document_name: str
    """Its name as cited."""
    kind: str
    """What the passage is: paragraph, table, row, …."""
    place: str
    """Where it stands, as an official would cite it."""
    page: int | None
    """Page, from 1; null for formats without pages."""
    line: int
    """Line in the text, from 1."""
    score: float
    """From 0 up; ranks within one search only."""
    signals: dict[str, float]
    """Score by signal, raw: BM25 from 0 up, cosine from -1 to 1."""
    text: str
    """Verbatim: what may be quoted."""
    context: str
    """Headings and table header above it: for finding, not for quoting."""

    @classmethod
    def of(cls, hit: Hit) -> "HitView":
        """The view of a hit."""
        chunk, place = hit.chunk, hit.chunk.place
        return cls(
            document_id=place.document_id,
            document_name=place.document_name,
            kind=chunk.kind,
            place=str(place),
            page=place.page,
            line=place.line,
            score=round(hit.score, 6),
            signals={signal.value: round(score, 6) for signal, score in hit.signals.items()},
            text=chunk.text,
            context=chunk.context,
        )

"""A found passage as programs and people get it, with its score from each signal."""

from pydantic import BaseModel, ConfigDict

from indexing.hit import Hit

__all__ = ["HitView"]


class HitView(BaseModel):
    """A passage. `score` ranks within one search only; `signals` are raw: BM25 from 0 up, cosine from -1 to 1."""

    model_config = ConfigDict(frozen=True)

    document_id: str
    document_name: str
    kind: str
    place: str
    page: int | None
    line: int
    score: float
    signals: dict[str, float]
    text: str
    """Verbatim: what may be quoted."""
    context: str

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

"""A line of the source: what every reader yields, whatever the file was."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line. Page furniture (page numbers, form feeds) never becomes a Line; empty lines do, with text "".

    `number` counts from 1 in the source text; `page` is None where the source does not tell; `start` is the offset of
    the first character of `text` in the source text. `text` is stripped at both ends; inner white space is kept.
    `lead` is the white space that was stripped in front: an indent, or the tabs of empty cells.
    """

    number: int
    page: int | None
    start: int
    text: str
    lead: str = ""

    @property
    def end(self) -> int:
        """Offset just behind the last character of `text`."""
        return self.start + len(self.text)

"""Offsets to places: the page and line an offset stands on, and the document's name in every place."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.line import Line
from corpus.place import Place


@dataclass(frozen=True, slots=True)
class Placer:
    """Makes the places of one document; `lines` in order of their offsets."""

    document_id: str
    document_name: str
    lines: Sequence[Line]

    def place(self, offset: int, path: tuple[str, ...] = ()) -> Place:
        """The place of the words at `offset`."""
        line = self.lines[max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)]
        return Place(
            document_id=self.document_id,
            document_name=self.document_name,
            path=path,
            page=line.page,
            line=line.number,
        )

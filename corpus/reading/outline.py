"""The chain of headings above the point that has been read so far. Knows styles and labels, no text."""

from dataclasses import dataclass, field

from corpus.reading.marks import Style


@dataclass(frozen=True, slots=True)
class Opened:
    """A heading that is still open; `run_in` says that its paragraph stands on the same line."""

    rank: int
    style: Style
    label: str
    run_in: bool


@dataclass(slots=True)
class Outline:
    """The open headings, outermost first, below the annex that is being read, if any."""

    annex: str | None = None
    opened: list[Opened] = field(default_factory=list)

    @property
    def path(self) -> tuple[str, ...]:
        """The labels of the chain."""
        return ((self.annex,) if self.annex else ()) + tuple(heading.label for heading in self.opened)

    def reset(self, annex: str | None = None) -> None:
        """Close everything; go on in `annex`, if given."""
        self.annex, self.opened = annex, []

    def close(self, rank: int) -> None:
        """Close the headings that one of this rank ends: all of the same or a lower rank."""
        while self.opened and self.opened[-1].rank >= rank:
            self.opened.pop()

    def open(self, heading: Opened) -> None:
        """Close what `heading` ends and open it."""
        self.close(heading.rank)
        self.opened.append(heading)

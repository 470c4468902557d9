"""The units that tasks name, for choosing one: every name that means them, and in how many tasks they stand."""

from collections.abc import Iterable

from assistant.matrix import MatrixUnit, matrix
from assistant.shape import Shape
from corpus.facts import Library

__all__ = ["UnitView", "unit_list"]


class UnitView(Shape):
    """A unit under its fullest name; units of the same name in several documents are one entry."""

    unit: str
    """Its fullest name."""
    aliases: tuple[str, ...]
    """Its other names."""
    documents: tuple[str, ...]
    """Ids of the documents whose tasks name it."""
    tasks: int
    """In how many tasks it leads or answers."""


def unit_list(library: Library, documents: Iterable[str] = ()) -> list[UnitView]:
    """The units, those with most tasks first. Raises UnknownDocument."""
    found: dict[str, list[MatrixUnit]] = {}
    for unit in matrix(library, documents=documents).units:
        found.setdefault(unit.unit, []).append(unit)
    return sorted((_view(name, units) for name, units in found.items()), key=lambda view: -view.tasks)


def _view(name: str, units: list[MatrixUnit]) -> UnitView:
    aliases = dict.fromkeys(alias for unit in units for alias in unit.aliases if alias != name)
    return UnitView(
        unit=name,
        aliases=tuple(aliases),
        documents=tuple(unit.document_id for unit in units),
        tasks=sum(unit.total for unit in units),
    )

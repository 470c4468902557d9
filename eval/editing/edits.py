"""The edits, one of each kind in turn: units, deadline, value, clause moved, clause split, row inserted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from corpus.document import Document
from corpus.facts import Facts
from eval.editing.clause_edits import move_edits, split_edits
from eval.editing.fact_edits import deadline_edits, row_edits, unit_edits, value_edits
from eval.editing.parts import Part
from eval.editing.sheet import Edit, EditKind, Sheet

__all__ = ["Edit", "EditKind", "edit_parts"]


_MAKERS: tuple[Callable[[Sheet], Iterator[Edit]], ...] = (
    unit_edits,
    deadline_edits,
    value_edits,
    move_edits,
    split_edits,
    row_edits,
)


def edit_parts(
    document: Document, facts: Facts, parts: Sequence[Part], seed: int, count: int
) -> tuple[list[Part], list[Edit]]:
    """The parts with `count` edits made, or as many as the document has room for, and the edits."""
    sheet = Sheet([replace(part) for part in parts], document, facts, Random(seed))  # noqa: S311 - nothing secret
    makers = [make(sheet) for make in _MAKERS]
    edits: list[Edit] = []
    while makers and len(edits) < count:
        for made in makers[: count - len(edits)]:
            edit = next(made, None)
            if edit is None:
                makers.remove(made)
            else:
                edits.append(edit)
    return sheet.parts, edits

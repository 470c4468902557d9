"""Edits of a real document are made as asked, and told."""

from pathlib import Path

from eval.differences import measure
from eval.editing.edits import EditKind


def test_edits_of_a_real_document_are_all_told():
    """太原, with its table: the five kinds of edit that it has room for."""
    pair = measure(Path("corpus/documents/002_cee26def0ccdddd0.txt"), seed=3, count=12)
    assert pair.made == 12
    assert {edit.kind for edit in pair.judged.right} == set(EditKind) - {EditKind.DEADLINE}
    assert pair.judged.missed == []
    assert pair.judged.false == []

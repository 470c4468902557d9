"""Which documents are in force, which are not, and which print no field of a kind (a 文号)."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.document_rows import FIELD_NAMES, row_label
from assistant.facts.evidence import distinct
from assistant.facts.rows import Row
from assistant.reading.ask import Ask, Want
from assistant.validity import is_over, today
from corpus.facts import Library

__all__ = ["folded_documents"]


def folded_documents(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """Those of the documents that an ask means by their force, or by what they lack; empty where it means none so."""
    if Want.VALID in ask.want and len(rows) > 1 and not ask.where.named and Want.REPEALS not in ask.want:
        return _over(rows, library) if "void" in ask.heard else [*_in_force(rows, library), *_over(rows, library)]
    if ask.where.lacks or ("none" in ask.heard and len(rows) > 1):
        return _lacking(ask, rows, library)
    return []


def _lacking(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """Which documents do not print a field, and what the others print."""
    statements = []
    for want in ask.want:
        names = [row_label(row, rows, library) for row in rows if want not in row.values]
        others = [row for row in rows if want in row.values]
        said = "；".join(f"{row_label(row, rows, library)}为{row.values[want].text}" for row in others)
        head = f"没有写{FIELD_NAMES.get(want, want)}的：{'、'.join(names)}" if names else "各份都写了"
        evidence = distinct(item for row in others for item in row.values[want].evidence)
        statements += [Statement(f"{head}。", ()), *([Statement(f"{said}。", evidence)] if said else [])]
    return statements


def _in_force(rows: Sequence[Row], library: Library) -> list[Statement]:
    """The documents that say from when or until when they are in force and are so, each with what says so."""
    own = [row for row in rows if Want.VALID in row.values and not is_over(library, row.document, today())]
    said = "；".join(f"{row_label(row, rows, library)}{row.values[Want.VALID].text}" for row in own)
    head = f"写明效力、没有过期的有{len(own)}份：{said}" if own else "没有写明效力的文件"
    evidence = distinct(item for row in own for item in row.values[Want.VALID].evidence)
    return [Statement(f"{head}。", evidence, counted=frozenset({len(own)}))]


def _over(rows: Sequence[Row], library: Library) -> list[Statement]:
    """The documents that are repealed or expired, each with what says so."""
    over = [row for row in rows if is_over(library, row.document, today())]
    said = "；".join(
        f"《{library.document(row.document).metadata.title}》{row.values[Want.VALID].text}" for row in over
    )
    head = f"已废止或已过有效期的有{len(over)}份：{said}" if over else "没有写明已废止或已过有效期的文件"
    return [Statement(f"{head}。", distinct(item for row in over for item in row.values[Want.VALID].evidence))]

"""What each replacement of a document changed: kept, so that it can be looked up as it was told then."""

import zlib

from assistant.differing.change import Difference
from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.database import Database
from assistant.shape import Shape

__all__ = ["Replacement", "ReplacementStore"]


class Replacement(Shape):
    """One replacement of a document."""

    at: str
    """When, ISO 8601 in UTC."""
    difference: Difference
    """What it changed; `clauses` holds those that changed only."""


class ReplacementStore:
    """The replacements of a database."""

    def __init__(self, database: Database, clock: Clock = moment) -> None:
        self._database = database
        self._clock = clock

    def note(self, difference: Difference) -> None:
        """Keep what a replacement changed."""
        short = difference.model_copy(update={"clauses": difference.changed_clauses})
        data = zlib.compress(short.model_dump_json().encode(), level=6)
        with self._database.writing() as tables:
            tables.run(
                "INSERT INTO replacements (document_id, at, difference) VALUES (?, ?, ?)",
                difference.new.document_id,
                stamp(self._clock()),
                data,
            )

    def documents(self) -> set[str]:
        """The documents that were ever replaced."""
        with self._database.reading() as tables:
            return {row["document_id"] for row in tables.rows("SELECT DISTINCT document_id FROM replacements")}

    def of(self, document_id: str) -> list[Replacement]:
        """The replacements of a document, the latest first."""
        sql = "SELECT at, difference FROM replacements WHERE document_id = ? ORDER BY number DESC"
        with self._database.reading() as tables:
            rows = list(tables.rows(sql, document_id))
        return [
            Replacement(at=row["at"], difference=Difference.model_validate_json(zlib.decompress(row["difference"])))
            for row in rows
        ]

    def forget(self, document_id: str) -> int:
        """Delete what is kept of a document; how many there were."""
        with self._database.writing() as tables:
            return tables.run("DELETE FROM replacements WHERE document_id = ?", document_id)

"""The texts that documents had: kept so that a citation can be read where it stood, also when its document is gone; and
what each replacement of one changed, as it was told then.
"""

import zlib
from collections.abc import Iterable

from assistant.differing.change import Difference
from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.database import Database
from assistant.shape import Shape
from corpus.document import Document
from corpus.errors import UnknownRevision


class RevisionStore:
    """The revisions of a database."""

    def __init__(self, database: Database, clock: Clock = moment) -> None:
        self._database = database
        self._clock = clock

    def keep(self, documents: Iterable[Document]) -> None:
        """Keep what is not kept yet; nothing is written where all of it is."""
        with self._database.reading() as tables:
            kept = {(row["document_id"], row["revision"]) for row in tables.rows(_KEPT)}
        fresh = [document for document in documents if (document.id, document.revision) not in kept]
        packed = [(document.id, document.revision, _packed(document)) for document in fresh]
        if not packed:
            return
        now = stamp(self._clock())
        with self._database.writing() as tables:
            for document_id, revision, data in packed:
                tables.run("INSERT OR IGNORE INTO revisions VALUES (?, ?, ?, ?)", document_id, revision, now, data)

    def renew(self, document: Document) -> None:
        """Keep a text as it is read now, also where another version of the program kept it as read then: what follows
        it must differ by its words only.
        """
        with self._database.writing() as tables:
            sql = "INSERT OR REPLACE INTO revisions VALUES (?, ?, ?, ?)"
            tables.run(sql, document.id, document.revision, stamp(self._clock()), _packed(document))

    def get(self, document_id: str, revision: str) -> Document:
        """A document as it was; raises UnknownRevision."""
        sql = "SELECT document FROM revisions WHERE document_id = ? AND revision = ?"
        with self._database.reading() as tables:
            row = tables.row(sql, document_id, revision)
        if row is None:
            raise UnknownRevision(f"没有保存“{document_id}”的这个版本。", "请打开这份文件现在的版本，或从备份恢复。")
        return Document.model_validate_json(zlib.decompress(row["document"]))

    def forget(self, document_id: str) -> int:
        """Delete every kept text of a document; how many there were. Citations of them can't be opened any more."""
        with self._database.writing() as tables:
            return tables.run("DELETE FROM revisions WHERE document_id = ?", document_id)


_KEPT = "SELECT document_id, revision FROM revisions"


def _packed(document: Document) -> bytes:
    return zlib.compress(document.model_dump_json().encode(), level=6)


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

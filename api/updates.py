"""Changes to the corpus while the server runs: one at a time, in a thread of their own."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from api.pool import WorkPool
from assistant.catalogue import Incoming
from assistant.updating import Built

__all__ = ["Changes", "Updates"]


class Changes(NamedTuple):
    """How the corpus is changed: add files (also returns their ids), remove a document."""

    add: Callable[[Sequence[Incoming]], tuple[Built, list[str]]]
    remove: Callable[[str], Built]


class Updates:
    """Runs changes one behind the other; a few may wait, then Busy. `done` is called when one has been committed."""

    def __init__(self, changes: Changes, done: Callable[[], None], queue: int = 4) -> None:
        self._changes = changes
        self._done = done
        self._pool = WorkPool(workers=1, queue=queue)

    async def add(self, incoming: Sequence[Incoming]) -> tuple[Built, list[str]]:
        """Add files; raises UnreadableDocument, BadRequest, Busy."""
        added = await self._pool.run(self._changes.add, incoming)
        self._done()
        return added

    async def remove(self, document_id: str) -> None:
        """Remove a document; raises UnknownDocument, Busy."""
        await self._pool.run(self._changes.remove, document_id)
        self._done()

    def close(self) -> None:
        """Take no more changes."""
        self._pool.close()

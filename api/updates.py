"""Changes to the corpus while the server runs: one at a time, in a thread of their own."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from api.pool import WorkPool
from assistant.incoming import Incoming
from assistant.updating import Built


class Changes(NamedTuple):
    """How the corpus is changed: add files (also returns their ids), replace a document, remove it."""

    add: Callable[[Sequence[Incoming]], tuple[Built, list[str]]]
    replace: Callable[[str, Incoming], Built]
    remove: Callable[[str], Built]


class Updates:
    """Runs changes one behind the other; a few may wait, then Busy.

    `served` is called with the generation that a change has led to and returns when it is what the server answers from.
    """

    def __init__(self, changes: Changes, served: Callable[[str], None], queue: int = 4) -> None:
        self._changes = changes
        self._served = served
        self._pool = WorkPool(workers=1, queue=queue)

    async def add(self, incoming: Sequence[Incoming]) -> tuple[Built, list[str]]:
        """Add files; raises UnreadableDocument, BadRequest, Busy."""
        return await self._pool.run(self._add, incoming)

    async def replace(self, document_id: str, incoming: Incoming) -> Built:
        """Put another file in a document's place; raises UnknownDocument, or like `add`."""
        return await self._pool.run(self._replace, document_id, incoming)

    async def remove(self, document_id: str) -> None:
        """Remove a document; raises UnknownDocument, Busy."""
        await self._pool.run(self._remove, document_id)

    def close(self) -> None:
        """Take no more changes."""
        self._pool.close()

    def _add(self, incoming: Sequence[Incoming]) -> tuple[Built, list[str]]:
        built, ids = self._changes.add(incoming)
        self._served(built.generation)
        return built, ids

    def _replace(self, document_id: str, incoming: Incoming) -> Built:
        built = self._changes.replace(document_id, incoming)
        self._served(built.generation)
        return built

    def _remove(self, document_id: str) -> None:
        self._served(self._changes.remove(document_id).generation)

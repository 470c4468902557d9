"""What every route works with: the opening, the pools, what is kept, the counters, the settings. Made once an app."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from starlette.types import Scope

from api.counters import Counters
from api.guards.access import scope_to_identity
from api.guards.buckets import Buckets
from api.guards.visit import scope_to_visit
from api.opening import Opening
from api.pool import WorkPool
from api.updates import Updates
from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.keeping.identity import Identity
from assistant.keeping.keeping import Keeping
from assistant.settings import Settings
from corpus.document import Document
from corpus.facts import Library


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of a running server."""

    settings: Settings
    opening: Opening
    pool: WorkPool
    updates: Updates
    counters: Counters
    keeping: Keeping
    logins: Buckets
    """Tries to sign in, by address."""

    def assistant_for(self, scope: Scope, conversation_id: str | None = None, replaces: str | None = None) -> Assistant:
        """The assistant for the sender of a request: it stops where nobody waits any more, and every answer is recorded
        before it is given. Raises like `Opening.assistant`, and NotSignedIn.
        """
        identity, visit = scope_to_identity(scope), scope_to_visit(scope)

        def record(answer: Answer) -> Answer:
            visit.check()
            return self.keeping.record(answer, identity, conversation_id, replaces)

        return self.opening.assistant.attended(lambda _: visit.check(), record)

    def document(self, document_id: str, revision: str | None) -> Document:
        """A document as it is, or as it was; raises UnknownDocument, UnknownRevision."""
        now = self.opening.library.documents.get(document_id)
        if revision is None or (now is not None and now.revision == revision):
            return self.opening.library.document(document_id)
        return self.keeping.revisions.get(document_id, revision)

    def close(self) -> None:
        """Let go of threads and files."""
        self.opening.close()
        self.pool.close()
        self.updates.close()
        self.keeping.close()


async def _desk(request: Request) -> Desk:
    """On the loop, as the next three: a plain function would be a hop to a thread and back for every request."""
    desk: Desk = request.app.state.desk
    return desk


DeskDep = Annotated[Desk, Depends(_desk)]


async def _library(desk: DeskDep) -> Library:
    return desk.opening.library


async def _assistant(desk: DeskDep, request: Request) -> Assistant:
    return desk.assistant_for(request.scope)


async def _identity(request: Request) -> Identity:
    return scope_to_identity(request.scope)


LibraryDep = Annotated[Library, Depends(_library)]
"""The library; 503 until it is open."""
AssistantDep = Annotated[Assistant, Depends(_assistant)]
"""The assistant for whoever sends the request; 503 until it is open."""
IdentityDep = Annotated[Identity, Depends(_identity)]
"""Who sends the request; 401 where that is not known."""

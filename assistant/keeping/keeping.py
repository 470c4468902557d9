"""Everything that is kept, over one database; and the one act that touches several parts: recording an answer."""

import secrets
from contextlib import suppress
from pathlib import Path

from assistant.answer import Answer
from assistant.keeping.audit import AuditMode, AuditTrail, add_entry, answer_to_body
from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.conversations import ConversationStore, add_turn
from assistant.keeping.database import Database
from assistant.keeping.feedback import FeedbackStore
from assistant.keeping.identity import Identity
from assistant.keeping.keys import Keys
from assistant.keeping.revisions import ReplacementStore, RevisionStore
from assistant.settings import Settings
from corpus.document import Document
from corpus.errors import Busy, DataDirUnusable, UnknownRevision
from corpus.facts import Library

DATABASE = "keeping.sqlite3"


class Keeping:
    """The parts. Nothing is opened before it is used."""

    def __init__(
        self, path: Path, *, audit: AuditMode, most_conversations: int, most_turns: int, clock: Clock = moment
    ) -> None:
        self.database = Database(path)
        self.conversations = ConversationStore(self.database, most_conversations, clock)
        self.feedback = FeedbackStore(self.database, clock)
        self.keys = Keys(self.database, clock)
        self.audit = AuditTrail(self.database, audit, clock)
        self.revisions = RevisionStore(self.database, clock)
        self.replacements = ReplacementStore(self.database, clock)
        self._most_turns = most_turns
        self._clock = clock

    def record(
        self, answer: Answer, identity: Identity, conversation_id: str | None = None, replaces: str | None = None
    ) -> Answer:
        """The answer with its ref, once it is in the audit trail and in the conversation: in both, or in neither. There
        it takes the place of the turn `replaces`, where one is named.

        Raises NotFound for a conversation that is not the identity's, QuotaExceeded, DataDirUnusable, Busy.
        """
        audited = self.audit.mode != "off"
        if not audited and conversation_id is None:
            return answer
        named = answer.model_copy(update={"ref": secrets.token_hex(16)})
        with self.database.writing() as tables:
            now = stamp(self._clock())  # behind those who were here before, also on the clock
            if conversation_id is not None:
                most = self._most_turns
                add_turn(tables, identity.user, conversation_id, named, now=now, most=most, replaces=replaces)
            if audited:
                body = answer_to_body(named, identity, self.audit.mode)
                add_entry(tables, now, identity.user, "ask", named.ref, body)
        return named

    def earlier(self, library: Library) -> dict[str, Document]:
        """By id, the text that each document of a library took the place of, of those that were replaced."""
        found = {}
        for document_id in self.replacements.documents() & library.documents.keys():
            last = self.replacements.of(document_id)[0].difference
            if last.new.revision == library.document(document_id).revision:
                with suppress(UnknownRevision):
                    found[document_id] = self.revisions.get(document_id, last.old.revision)
        return found

    def trouble(self) -> str | None:
        """Why nothing can be kept now, in Chinese; None where it can. Others who write are no trouble."""
        try:
            with suppress(Busy), self.database.writing():
                return None
        except DataDirUnusable as error:
            return str(error)
        return None

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_keeping(settings: Settings) -> Keeping:
    """What is kept in the data directory."""
    return Keeping(
        settings.data_dir / DATABASE,
        audit=settings.audit,
        most_conversations=settings.max_conversations,
        most_turns=settings.max_turns,
    )

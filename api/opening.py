"""The library and the assistant while a server runs: opened behind its back, and again whenever the index changes."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Condition, Event, Thread
from typing import NamedTuple

import structlog

from assistant.assistant import PENDING, Assistant
from assistant.forgetting import forget
from corpus.errors import Busy, IndexMissing, UserError
from corpus.facts import Library

log = structlog.get_logger()


class Parts(NamedTuple):
    """How the parts are opened: the id of the index on disk (None: nothing is indexed), its library, its assistant, and
    how that is made to answer by vectors too, which takes a while.
    """

    generation: Callable[[], str | None]
    library: Callable[[], Library]
    assistant: Callable[[], Assistant]
    warm: Callable[[Assistant], None]


class Readiness(NamedTuple):
    """What can be answered now; `missing` says in Chinese what is not there yet and why."""

    library: bool
    assistant: bool
    generation: str | None
    missing: tuple[str, ...]

    @property
    def ready(self) -> bool:
        """Whether questions can be answered."""
        return self.assistant


class Opening:
    """Holds what is open. Lists are served as soon as the library is read, questions by words as soon as the index is,
    and by vectors too when the model is loaded.

    What is open stays open while its successor is being opened, so that re-indexing never interrupts anybody.
    """

    def __init__(self, parts: Parts, interval: float = 2.0) -> None:
        self._parts = parts
        self._interval = interval
        self._library: Library | None = None
        self._assistant: Assistant | None = None
        self._generation: str | None = None
        self._seen: str | None = ""
        self._failed: str | None = None
        self._looked = Condition()
        self._error: UserError | None = None
        self._closed = Event()
        self._wake = Event()

    @property
    def library(self) -> Library:
        """The library; raises IndexMissing, another UserError that says why it can't be opened, or Busy."""
        if self._library is None:
            raise self._reason()
        return self._library

    @property
    def assistant(self) -> Assistant:
        """The assistant; raises like `library`."""
        if self._assistant is None:
            raise self._reason()
        return self._assistant

    @property
    def readiness(self) -> Readiness:
        """What is there and what is missing."""
        missing = [] if self._assistant and not self._error else [str(self._reason())]
        if self._assistant and self._assistant.index.pending:
            missing.append(PENDING)
        return Readiness(self._library is not None, self._assistant is not None, self._generation, tuple(missing))

    def start(self) -> None:
        """Begin to open, and to look for a new index every `interval` seconds."""
        Thread(target=self._watch, name="opening-watch", daemon=True).start()

    def follow(self, generation: str, seconds: float = 60.0) -> None:
        """Look for this new index now; return when it is open, cannot be opened, or has taken too long."""
        with self._looked:
            self._wake.set()
            self._looked.wait_for(lambda: generation in (self._generation, self._failed), seconds)

    def close(self) -> None:
        """Stop looking."""
        self._closed.set()
        self._wake.set()

    def _reason(self) -> UserError:
        return self._error or Busy("系统正在启动，索引和模型还在载入。", "请过几秒钟再试。")

    def _watch(self) -> None:
        """The work is done in a thread of its own so that whatever it raises comes back as a value."""
        with ThreadPoolExecutor(1, thread_name_prefix="opening") as opener:
            while not self._closed.is_set():
                error = opener.submit(self._open_what_is_new).exception()
                if error is not None:
                    self._note(error)
                with self._looked:
                    self._failed = self._seen if error is not None else self._failed
                    self._looked.notify_all()
                self._wake.wait(self._interval)
                self._wake.clear()

    def _open_what_is_new(self) -> None:
        generation = self._parts.generation()
        if generation == self._seen:
            return
        self._seen = generation
        if generation is None:
            raise IndexMissing("还没有建立索引。", "请先运行 policy-assistant index。")
        self._error = None
        library = self._parts.library()
        if self._library is None:
            self._library = library
        assistant, earlier = self._parts.assistant(), self._assistant
        if earlier is None:
            self._library, self._assistant = assistant.library, assistant
        try:
            self._parts.warm(assistant)
        except Exception:
            self._assistant = earlier
            raise
        self._library, self._assistant, self._generation = assistant.library, assistant, generation
        if earlier is not None:
            del earlier
            forget()
        log.info("opened", generation=generation, documents=len(assistant.library.documents))

    def _note(self, error: BaseException) -> None:
        """Keep what went wrong for those who ask, and log it once; a defect of ours with its trace."""
        known = str(self._error)
        if isinstance(error, UserError):
            self._error = error
        else:
            self._error = UserError("打开索引时系统内部出错。", "请看日志，或运行 policy-assistant index --rebuild。")
        if str(self._error) != known:
            log.error("not opened", reason=str(self._error), exc_info=None if self._error is error else error)

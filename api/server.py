"""The HTTP server as a process: takes the address first, says where it listens, serves until it is told to stop."""

from functools import partial
from threading import Thread

import structlog
import uvicorn

from api.address import bound_socket, check_exposure
from api.app import create_app
from api.opening import Opening, Parts
from api.updates import Changes
from assistant.assistant import Assistant
from assistant.follow_ups import starter_questions
from assistant.forgetting import settle
from assistant.settings import Settings
from assistant.updating import add_documents, keep_revisions, remove_document, replace_document
from assistant.wiring import current_generation, open_assistant, open_encoder, open_library
from corpus.errors import Busy, DataDirUnusable
from indexing.embedding import Encoder

log = structlog.get_logger()

_PATIENCE = 10
"""Seconds that requests have to finish when the server is told to stop, waiting for an LLM aside."""
_KEPT_ALIVE = 75
"""Seconds that an idle connection is kept: longer than proxies keep theirs, which else send into a closed one."""


def serve_on(settings: Settings) -> None:
    """Serve until interrupted. Raises PortInUse, or BadRequest for an address that is not this machine's or that others
    can reach while nobody has to sign in.
    """
    check_exposure(settings)
    with bound_socket(settings.host, settings.port) as listening:
        host, port = listening.getsockname()[:2]
        log.info("listening", url=f"http://{f'[{host}]' if ':' in host else host}:{port}")
        server_for(settings).run(sockets=[listening])


def server_for(settings: Settings, encoder: Encoder | None = None) -> uvicorn.Server:
    """The server over the real assistant, whose model is loaded behind its back unless it is given."""
    encoder = encoder or open_encoder(settings)
    opening = Opening(
        Parts(
            generation=partial(current_generation, settings),
            library=partial(open_library, settings),
            assistant=partial(_assistant, settings, encoder),
            warm=_warm,
        )
    )
    changes = Changes(
        add=partial(add_documents, settings, encoder=encoder),
        replace=partial(replace_document, settings, encoder=encoder),
        remove=partial(remove_document, settings, encoder=encoder),
    )
    app = create_app(opening, changes, settings)
    patience = _PATIENCE + (round(settings.llm_timeout) if settings.llm_base_url else 0)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEPT_ALIVE,
        timeout_graceful_shutdown=patience,
    )
    return uvicorn.Server(config)


def _assistant(settings: Settings, encoder: Encoder) -> Assistant:
    """The assistant, answering by words until its model is loaded."""
    assistant = open_assistant(settings, encoder)
    assistant.index.put_off()
    try:
        keep_revisions(settings, assistant.library)
    except (Busy, DataDirUnusable) as error:
        log.warning("old versions are not kept", reason=str(error))
    return assistant


def _warm(assistant: Assistant) -> None:
    """Load the model; the rest that makes the first question slow is done behind its back."""
    assistant.index.load()
    Thread(target=_ask_first, args=(Assistant(assistant.index),), name="warming", daemon=True).start()


def _ask_first(plain: Assistant) -> None:
    """Fill what is kept from question to question. `plain` has no LLM, which may be slow."""
    indicators = sorted({target.indicator for target in plain.library.targets()})
    plain.index.embedder.encode_queries(indicators)  # kept there: questions in other words are held against them
    for question in starter_questions(plain.library)[:2]:
        plain.ask(question)
    settle()

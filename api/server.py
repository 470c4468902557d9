"""The HTTP server as a process: takes the address first, says where it listens, serves until it is told to stop."""

import errno
import socket
from functools import partial

import structlog
import uvicorn

from api.app import create_app
from api.opening import Opening, Parts
from api.updates import Changes
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.starters import starter_questions
from assistant.updating import add_documents, remove_document
from assistant.wiring import current_generation, open_assistant, open_encoder, open_library
from corpus.errors import BadRequest, PortInUse
from indexing.embedding import Encoder

__all__ = ["bound_socket", "serve_on", "server_for"]

log = structlog.get_logger()


def serve_on(settings: Settings) -> None:
    """Serve until interrupted. Raises PortInUse, or BadRequest for an address that is not this machine's."""
    with bound_socket(settings.host, settings.port) as listening:
        host, port = listening.getsockname()[:2]
        log.info("listening", url=f"http://{f'[{host}]' if ':' in host else host}:{port}")
        server_for(settings).run(sockets=[listening])


def server_for(settings: Settings) -> uvicorn.Server:
    """The server over the real assistant."""
    encoder = open_encoder(settings)
    opening = Opening(
        Parts(
            generation=partial(current_generation, settings),
            library=partial(open_library, settings),
            assistant=partial(_warm_assistant, settings, encoder),
        )
    )
    changes = Changes(
        add=partial(add_documents, settings, encoder=encoder),
        remove=partial(remove_document, settings, encoder=encoder),
    )
    app = create_app(opening, changes, settings)
    return uvicorn.Server(
        uvicorn.Config(app, log_config=None, access_log=False, server_header=False, timeout_graceful_shutdown=5)
    )


def _warm_assistant(settings: Settings, encoder: Encoder) -> Assistant:
    """The assistant with its model and tables loaded, so that the first question is answered like any other."""
    assistant = open_assistant(settings, encoder)
    assistant.search("任务", limit=1)
    for question in starter_questions(assistant.library)[:2]:
        assistant.ask(question)
    return assistant


def bound_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; raises PortInUse or BadRequest."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=512)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            hint = f"请用 --port 换一个端口，或先停止占用 {port} 的程序。"
            raise PortInUse(f"地址 {host}:{port} 已被别的程序占用。", hint) from error
        reason = error.strerror or str(error)
        raise BadRequest(f"不能在 {host}:{port} 上监听：{reason}。", "请检查 --host 和 --port。") from error

"""A real local HTTP server that plays an OpenAI-compatible endpoint in every mood. Imported by tests only."""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Mood = Callable[["Endpoint"], None]
"""Answers one request."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, moods: list[Mood]) -> None:
        super().__init__(("127.0.0.1", 0), Endpoint)
        self.moods = moods
        self.bodies: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.leaving = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone is what hanging endpoints are for."""


class Endpoint(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        self.server.bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        moods = self.server.moods
        (moods.pop(0) if len(moods) > 1 else moods[0])(self)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        pass

    def send(self, body: bytes, status: int = 200, media_type: str = "application/json", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)


def completion(text: str | None, finish_reason: str = "stop") -> bytes:
    choice = {
        "index": 0,
        "message": {"role": "assistant", "content": text},
        "finish_reason": finish_reason,
    }
    reply = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return json.dumps(reply, ensure_ascii=False).encode()


def says(text: str | None, finish_reason: str = "stop") -> Mood:
    return lambda endpoint: endpoint.send(completion(text, finish_reason))


def sends(body: bytes, status: int = 200, media_type: str = "application/json") -> Mood:
    return lambda endpoint: endpoint.send(body, status, media_type)


def hangs(endpoint: Endpoint) -> None:
    endpoint.server.leaving.wait(30)


def drips(endpoint: Endpoint) -> None:
    """A byte now and then: no single read ever times out."""
    endpoint.send_response(200)
    endpoint.send_header("Content-Type", "application/json")
    endpoint.end_headers()
    for byte in completion("一" * 200):
        endpoint.wfile.write(bytes([byte]))
        if endpoint.server.leaving.wait(0.05):
            return


def breaks_off(endpoint: Endpoint) -> None:
    """Half of what was announced."""
    body = completion("青浦的目标是180万平方米[1]。")
    endpoint.send(body[: len(body) // 2], Content_Length=str(len(body)))
    endpoint.close_connection = True


def floods(endpoint: Endpoint) -> None:
    endpoint.send_response(200)
    endpoint.send_header("Content-Type", "application/json")
    endpoint.end_headers()
    while not endpoint.server.leaving.is_set():
        endpoint.wfile.write(b" " * 65536)


def explodes(endpoint: Endpoint) -> None:
    """A small compressed body that would be a large one."""
    endpoint.send(gzip.compress(b" " * 50_000_000), Content_Encoding="gzip")


@contextmanager
def serving(*moods: Mood) -> Iterator[Server]:
    """The endpoint; each request takes the next mood, the last one stays."""
    server = Server(list(moods))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.leaving.set()
        server.shutdown()
        thread.join()
        server.server_close()

"""A server as a process of its own, as shipped but for the model: what a signal or a client library really does to it.

Run as a module it serves the data directory of its settings with a fake encoder, on the socket it is handed.
"""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from api.address import bound_socket
from api.logs import configure_logs
from api.server import server_for
from assistant.settings import Settings
from tests.indexing.fakes import FakeEncoder

ROOT = Path(__file__).parents[2]


class Live:
    """A running server: its address, its process and where it logs to."""

    def __init__(self, url: str, process: subprocess.Popen[bytes], log: Path) -> None:
        self.url, self.process, self._log = url, process, log

    def stop(self, signal: int) -> str:
        """Send the signal, wait for the end, return what was logged."""
        self.process.send_signal(signal)
        self.process.wait(timeout=60)
        return self._log.read_text(encoding="utf-8")


@contextmanager
def live_server(data_dir: Path, folder: Path, **settings: object) -> Iterator[Live]:
    """A server over `data_dir` that can answer; what it logs goes into `folder`."""
    chosen = {f"ASSISTANT_{name.upper()}": str(value) for name, value in settings.items()}
    environment = os.environ | {"ASSISTANT_DATA_DIR": str(data_dir)} | chosen
    log = folder / "server.log"
    with bound_socket("127.0.0.1", 0) as listening, log.open("wb") as file:
        port, handed = listening.getsockname()[1], listening.fileno()
        command = [sys.executable, "-m", "tests.api.live", str(handed)]
        process = subprocess.Popen(command, stderr=file, env=environment, cwd=ROOT, pass_fds=[handed])
    live = Live(f"http://127.0.0.1:{port}", process, log)
    try:
        _wait_until_ready(live)
        yield live
    finally:
        process.kill()
        process.wait()


def _wait_until_ready(live: Live) -> None:
    from tests.api.conftest import wait_until

    with httpx.Client(base_url=live.url, timeout=60, trust_env=False) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200, 60)


def main(handed: int) -> None:
    settings = Settings()
    configure_logs("info", "text")
    with socket.socket(fileno=handed) as listening:
        server_for(settings, FakeEncoder()).run(sockets=[listening])


if __name__ == "__main__":
    main(int(sys.argv[1]))

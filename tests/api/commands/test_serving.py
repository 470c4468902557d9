"""Serving as a process: it says where it listens, answers at once, and stops when told to."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from api.address import bound_socket

SCRIPT = Path(sys.executable).with_name("policy-assistant")


@pytest.fixture
def environment(tmp_path):
    return os.environ | {"ASSISTANT_DATA_DIR": str(tmp_path)}


def test_it_listens_before_anything_is_indexed_and_stops_cleanly(environment):
    with subprocess.Popen(
        [SCRIPT, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stderr
        address = re.search(r"http://127\.0\.0\.1:\d+", server.stderr.readline())
        assert address
        assert httpx.get(f"{address[0]}/healthz", timeout=20).json() == {"status": "ok"}
        assert "policy-assistant index" in httpx.get(f"{address[0]}/readyz").text
        assert "政策问答助手" in httpx.get(address[0]).text
        server.send_signal(signal.SIGTERM)
        rest = server.communicate(timeout=20)[1]
    assert "Traceback" not in rest
    assert server.returncode in (0, -signal.SIGTERM)


def test_a_port_in_use_is_said_with_status_2(environment):
    with bound_socket("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [SCRIPT, "serve", "--port", port], capture_output=True, text=True, timeout=60, check=False, env=environment
        )
    assert done.returncode == 2
    assert "已被别的程序占用" in done.stderr

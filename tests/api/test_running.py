"""A server as a process: nobody is interrupted, neither when it is told to stop nor when the index is rebuilt."""

import shutil
import signal
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import wait_until
from tests.api.live import live_server
from tests.assistant.endpoint import says, serving
from tests.indexing.fakes import FakeEncoder

QUESTION = "青浦到2025年累计去化面积是多少？"


@pytest.fixture
def own_data(data_dir, tmp_path):
    """An index that may be changed."""
    return shutil.copytree(data_dir, tmp_path / "data")


def ask(url):
    with httpx.Client(base_url=url, timeout=60, trust_env=False) as client:
        return client.post("/api/ask", json={"question": QUESTION})


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_who_has_asked_gets_an_answer_from_a_server_that_is_told_to_stop(own_data, tmp_path, path):
    told = threading.Event()

    def when_told(endpoint):
        told.wait(60)
        says("到2025年，累计去化面积40万平方米[1]。")(endpoint)

    with (
        serving(when_told) as llm,
        live_server(own_data, tmp_path, llm_base_url=llm.url, llm_model="m", llm_use="always") as live,
        ThreadPoolExecutor(2) as threads,
        httpx.Client(base_url=live.url, timeout=60, trust_env=False) as client,
    ):
        asked = threads.submit(client.post, path, json={"question": QUESTION})
        wait_until(lambda: llm.bodies)
        stopped = threads.submit(live.stop, signal.SIGTERM)
        wait_until(lambda: refuses(live.url))
        told.set()
        response = asked.result(60)
        log = stopped.result(60)
    assert response.status_code == 200
    assert "40万平方米" in response.text
    assert "Traceback" not in log
    assert live.process.returncode in (0, -signal.SIGTERM)


def test_an_index_is_rebuilt_while_questions_are_answered(own_data, tmp_path):
    with live_server(own_data, tmp_path) as live, ThreadPoolExecutor(4) as threads:
        before, done = ask(live.url).json()["index"], threading.Event()

        def keep_asking():
            answers = []
            while not done.is_set():
                answers.append(ask(live.url))
            return answers

        asking = [threads.submit(keep_asking) for _ in range(3)]
        after = build(Settings(data_dir=own_data), encoder=FakeEncoder(), rebuild=True).generation
        wait_until(lambda: ask(live.url).json()["index"] == after)
        done.set()
        answers = [answer for one in asking for answer in one.result(60)]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["index"] for answer in answers} >= {before, after}
    assert all("40万平方米" in answer.json()["answer"] for answer in answers)


def refuses(url):
    """Whether nobody listens there any more."""
    try:
        httpx.get(f"{url}/healthz", timeout=5)
    except httpx.TransportError:
        return True
    return False

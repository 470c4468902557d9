"""Load on a server: every answer is timed and counted, refusals apart, and the server's memory is followed."""

import asyncio
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from eval.load import Load, Report, load, report_to_text


class Stub(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        memory = b"# TYPE resident_memory_bytes gauge\nresident_memory_bytes 104857600\n"
        self.say(200, json.dumps(["甲？", "乙？"]).encode() if self.path == "/api/starters" else memory)

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["question"]
        self.say(200 if question == "甲？" else 503, b"{}")

    def say(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def stub():
    with ThreadingHTTPServer(("127.0.0.1", 0), Stub) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.timeout(60)
def test_answers_and_refusals_are_told_apart():
    with stub() as url:
        report = asyncio.run(load(Load(url, clients=2, seconds=0.5, pause=0.01)))
    assert set(report.statuses) == {"200", "503"}
    assert len(report.taken) == report.statuses["200"]
    assert len(report.refused) == report.statuses["503"]
    assert set(report.memory) == {100 * 1024**2}


@pytest.mark.timeout(60)
def test_the_questions_it_is_given_are_asked_and_no_others():
    with stub() as url:
        report = asyncio.run(load(Load(url, clients=2, seconds=0.3, pause=0.01, questions=("甲？",))))
    assert set(report.statuses) == {"200"}


@pytest.mark.timeout(60)
def test_the_progress_is_told_from_beginning_to_end():
    told = []
    with stub() as url:
        asyncio.run(load(Load(url, clients=1, seconds=0.3, pause=0.05), lambda *said: told.append(said[1:])))
    assert (told[0], told[-1]) == ((0, 10), (10, 10))


def test_no_server_is_an_error():
    with pytest.raises(httpx.HTTPError):
        asyncio.run(load(Load("http://127.0.0.1:9", clients=1, seconds=0.1)))


def test_the_report_says_how_long_how_many_and_how_large():
    report = Report(taken=[float(n) for n in range(1, 101)], refused=[2.0], memory=[2**20, 2**21])
    report.statuses.update({"200": 100, "503": 1})
    text = report_to_text(report)
    assert "p50 51.0 ms, p95 96.0 ms, p99 100.0 ms, max 100.0 ms" in text
    assert "200: 100, 503: 1" in text
    assert "memory    1 2 MB" in text

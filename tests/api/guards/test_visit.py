"""Nobody's work: what the caller does not wait for ends, and what takes too long is said."""

import asyncio
import socket
import threading
from contextlib import suppress

import pytest
import uvicorn
from fastapi import Request

from api.address import bound_socket
from api.guards.visit import Attendance, scope_to_visit
from corpus.errors import TookTooLong
from tests.api.conftest import app_over, wait_until


class Caller:
    """Sends a request in pieces; goes when it is told to."""

    def __init__(self, pieces=(b"",), *, slowly=0.0):
        self.pieces = list(pieces)
        self.slowly = slowly
        self.leaves = asyncio.Event()
        self.sent = []

    async def receive(self):
        if self.pieces:
            await asyncio.sleep(self.slowly)
            piece = self.pieces.pop(0)
            return {"type": "http.request", "body": piece, "more_body": bool(self.pieces)}
        await self.leaves.wait()
        return {"type": "http.disconnect"}

    async def send(self, message):
        self.sent.append(message)

    @property
    def status(self):
        return self.sent[0]["status"] if self.sent else None


async def visit(app, caller, seconds=5.0, headers=()):
    scope = {"type": "http", "method": "POST", "path": "/", "headers": list(headers), "request_id": "r"}
    await Attendance(app, seconds, 10 * seconds)(scope, caller.receive, caller.send)


async def answer(send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ok"})


def test_the_body_is_handed_on_and_the_answer_back():
    async def app(_, receive, send):
        body = b""
        while True:
            message = await receive()
            body += message["body"]
            if not message["more_body"]:
                break
        assert body == b"abc"
        await answer(send)

    async def main():
        caller = Caller([b"a", b"b", b"c"])
        await visit(app, caller)
        assert caller.status == 200

    asyncio.run(main())


def test_when_the_caller_goes_waiting_work_is_cancelled_and_running_work_stops_at_its_next_step():
    seen = []

    async def app(scope, receive, _):
        await receive()
        try:
            await asyncio.Event().wait()
        finally:
            with pytest.raises(TookTooLong):
                scope_to_visit(scope).check()
            seen.append("cancelled")

    async def main():
        caller = Caller()
        asyncio.get_running_loop().call_later(0.05, caller.leaves.set)
        await visit(app, caller)
        assert caller.sent == []

    asyncio.run(main())
    assert seen == ["cancelled"]


def test_work_that_stops_because_its_caller_has_gone_is_no_defect():
    """The work may notice first."""

    async def app(scope, receive, _):
        await receive()
        visited = scope_to_visit(scope)
        while True:
            await asyncio.to_thread(visited.check)

    async def main():
        for _ in range(20):
            caller = Caller()
            asyncio.get_running_loop().call_later(0.01, caller.leaves.set)
            with suppress(TookTooLong):
                await visit(app, caller)

    asyncio.run(main())


def test_who_has_got_everything_may_go_while_the_rest_is_tidied_up():
    seen = []

    async def app(_, receive, send):
        await receive()
        await answer(send)
        await asyncio.sleep(0.05)
        seen.append("tidy")

    class Leaver(Caller):
        async def send(self, message):
            await super().send(message)
            if message["type"] == "http.response.body":
                self.leaves.set()

    async def main():
        await visit(app, Leaver())

    asyncio.run(main())
    assert seen == ["tidy"]


def test_what_takes_too_long_is_answered_so_and_its_thread_stops_at_its_next_step():
    ended = threading.Event()

    async def app(scope, receive, _):
        await receive()
        visited = scope_to_visit(scope)

        def work():
            try:
                while True:
                    visited.check()
            except TookTooLong:
                ended.set()

        threading.Thread(target=work, daemon=True).start()
        await asyncio.Event().wait()

    async def main():
        caller = Caller()
        await visit(app, caller, seconds=0.05)
        assert caller.status == 503
        assert b"took_too_long" in caller.sent[1]["body"]
        assert (b"retry-after", b"2") in caller.sent[0]["headers"]

    asyncio.run(main())
    assert ended.wait(5)


def test_a_stream_that_takes_too_long_can_still_say_so():
    async def app(scope, receive, send):
        await receive()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        visited = scope_to_visit(scope)
        while True:
            try:
                visited.check()
            except TookTooLong as error:
                await send({"type": "http.response.body", "body": error.code.encode()})
                return
            await asyncio.sleep(0.01)

    async def main():
        caller = Caller()
        await visit(app, caller, seconds=0.05)
        assert [message.get("body") for message in caller.sent] == [None, b"took_too_long"]

    asyncio.run(main())


def test_a_body_that_does_not_arrive_is_given_up():
    async def app(_, receive, send):
        while (await receive())["more_body"]:
            pass
        await answer(send)

    async def main():
        caller = Caller([b"x"] * 100, slowly=0.02)
        await visit(app, caller, seconds=0.1)
        assert caller.status == 408
        upload = Caller([b"x"] * 10, slowly=0.02)
        await visit(app, upload, seconds=0.1, headers=[(b"content-type", b"multipart/form-data")])
        assert upload.status == 200

    asyncio.run(main())


def test_a_request_that_may_take_long_may():
    async def app(scope, receive, send):
        scope_to_visit(scope).take_your_time()
        await receive()
        await asyncio.sleep(0.2)
        await answer(send)

    async def main():
        caller = Caller()
        await visit(app, caller, seconds=0.05)
        assert caller.status == 200

    asyncio.run(main())


def test_a_defect_goes_on_to_its_handler():
    async def app(*_):
        raise KeyError("x")

    async def main():
        with pytest.raises(KeyError):
            await visit(app, Caller())

    asyncio.run(main())


def test_a_real_server_notices_that_a_caller_has_gone(settings):
    """What was queued never begins, what was running stops at its next step: the worker is free for others."""
    app = app_over(settings.model_copy(update={"workers": 1, "queue": 8}))
    began, stopped, never = threading.Event(), threading.Event(), threading.Event()

    async def slow(request: Request, first: bool):
        def work():
            (began if first else never).set()
            try:
                while first:
                    scope_to_visit(request.scope).check()
            except TookTooLong:
                stopped.set()

        await app.state.desk.pool.run(work)

    app.add_api_route("/slow", slow)
    server = uvicorn.Server(uvicorn.Config(app, log_config=None))
    with bound_socket("127.0.0.1", 0) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        callers = []
        for first in ("true", "false"):
            callers.append(socket.create_connection(listening.getsockname()))
            callers[-1].sendall(f"GET /slow?first={first} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            assert began.wait(10)
        wait_until(lambda: app.state.desk.pool.waiting == 1)
        callers[1].close()
        wait_until(lambda: app.state.desk.pool.waiting == 0)
        callers[0].close()
        assert stopped.wait(10)
        assert not never.is_set()
        server.should_exit = True
        thread.join()

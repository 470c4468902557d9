"""Bodies are counted as they arrive."""

import asyncio

from api.guards.body_limit import BodyLimit


def send(chunks, headers=()):
    """The status, and how many bytes the application got."""
    received, statuses = [], []

    async def app(_, receive, reply):
        while True:
            message = await receive()
            received.append(message.get("body", b""))
            if not message.get("more_body"):
                break
        await reply({"type": "http.response.start", "status": 200, "headers": []})
        await reply({"type": "http.response.body", "body": b""})

    async def main():
        waiting = [{"type": "http.request", "body": chunk, "more_body": True} for chunk in chunks]
        waiting.append({"type": "http.request", "body": b"", "more_body": False})

        async def receive():
            return waiting.pop(0)

        async def reply(message):
            if message["type"] == "http.response.start":
                statuses.append(message["status"])

        scope = {"type": "http", "method": "POST", "path": "/", "headers": list(headers)}
        await BodyLimit(app, plain=10, multipart=100)(scope, receive, reply)

    asyncio.run(main())
    return statuses, len(b"".join(received))


def test_a_body_within_the_limit_passes():
    assert send([b"12345", b"67890"]) == ([200], 10)


def test_a_body_that_grows_beyond_the_limit_is_refused_without_a_claim():
    statuses, got = send([b"12345", b"67890", b"1"])
    assert statuses == [413]
    assert got == 10


def test_a_claim_beyond_the_limit_is_refused_unread():
    assert send([b"1"], [(b"content-length", b"11")]) == ([413], 0)


def test_a_claim_that_is_too_small_is_not_believed():
    assert send([b"12345", b"678901"], [(b"content-length", b"5")])[0] == [413]


def test_uploads_have_a_limit_of_their_own():
    assert send([b"x" * 50], [(b"content-type", b"multipart/form-data; boundary=x")]) == ([200], 50)

"""Logs go to stderr, as text or as a JSON object a line."""

import json
import logging

import structlog

from api.logs import configure_logs


def test_our_events_are_json_objects_with_the_request_id(capsys):
    configure_logs("info", "json")
    with structlog.contextvars.bound_contextvars(request_id="id-1"):
        structlog.stdlib.get_logger("api.test").info("answered", status="refused")
    captured = capsys.readouterr()
    event = json.loads(captured.err)
    assert (event["event"], event["status"], event["request_id"]) == ("answered", "refused", "id-1")
    assert captured.out == ""
    configure_logs("error", "text")


def test_what_libraries_chat_about_is_left_out(capsys):
    configure_logs("info", "text")
    logging.getLogger("some.library").info("loading")
    logging.getLogger("some.library").warning("careful")
    err = capsys.readouterr().err
    assert "loading" not in err
    assert "careful" in err
    configure_logs("error", "text")

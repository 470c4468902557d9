"""Counters count, and are shown a line each."""

from api.counters import Counters


def test_events_are_counted_by_their_labels():
    counters = Counters()
    counters.add("answers", status="answered")
    counters.add("answers", status="answered")
    counters.add("answers", status="refused")
    counters.add_seconds("answers", 0.25)
    assert counters.text({"ready": 1}).splitlines() == [
        'answers_total{status="answered"} 2',
        'answers_total{status="refused"} 1',
        "answers_seconds_total 0.250000",
        "ready 1",
    ]

"""Counters count, durations fall into buckets, and all are shown in the format that Prometheus reads."""

from api.counters import BUCKETS, Counters, Gauge


def test_events_are_counted_by_their_labels():
    counters = Counters()
    counters.add("answers", status="answered")
    counters.add("answers", status="answered")
    counters.add("answers", status="refused")
    assert counters.text().splitlines() == [
        "# HELP answers_total Answers by status and kind.",
        "# TYPE answers_total counter",
        'answers_total{status="answered"} 2',
        'answers_total{status="refused"} 1',
    ]


def test_a_bucket_counts_what_took_as_long_or_less():
    counters = Counters()
    for seconds in (0.005, 0.02, 100):
        counters.observe("answer", seconds)
    lines = counters.text().splitlines()
    assert lines[1] == "# TYPE answer_duration_seconds histogram"
    assert 'answer_duration_seconds_bucket{le="0.005"} 1' in lines
    assert 'answer_duration_seconds_bucket{le="0.025"} 2' in lines
    assert 'answer_duration_seconds_bucket{le="30"} 2' in lines
    assert lines[-3:] == [
        'answer_duration_seconds_bucket{le="+Inf"} 3',
        "answer_duration_seconds_sum 100.025000",
        "answer_duration_seconds_count 3",
    ]
    assert len(lines) == 2 + len(BUCKETS) + 1 + 2


def test_a_gauge_is_what_it_is_now():
    lines = Counters().text([Gauge("ready", 1, "Whether.", {"index": "a"})]).splitlines()
    assert lines[-1] == 'ready{index="a"} 1'


def test_labels_cannot_break_a_line():
    counters = Counters()
    counters.add("answers", status='a"b\n\\')
    assert counters.text().splitlines()[-1] == r'answers_total{status="a\"b\n\\"} 1'

"""Token buckets: a burst, then as many as come back in time."""

from api.guards.buckets import Buckets


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_minutes_worth_may_come_at_once_then_one_by_one():
    clock = Clock()
    buckets = Buckets(60, clock)
    assert [buckets.take("a") for _ in range(60)] == [0] * 60
    assert buckets.take("a") == 1
    clock.now += 0.5
    assert buckets.take("a") == 0.5
    clock.now += 0.5
    assert buckets.take("a") == 0
    assert buckets.take("a") == 1


def test_callers_do_not_take_from_each_other():
    buckets = Buckets(1, Clock())
    assert [buckets.take(caller) for caller in ("a", "b", "a", "b")] == [0, 0, 60, 60]


def test_zero_is_no_limit():
    buckets = Buckets(0, Clock())
    assert not any(buckets.take("a") for _ in range(1000))


def test_only_so_many_callers_are_remembered(monkeypatch):
    monkeypatch.setattr("api.guards.buckets._MOST", 3)
    buckets = Buckets(1, Clock())
    for caller in "abcd":
        buckets.take(caller)
    assert buckets.take("d") > 0
    assert buckets.take("a") == 0

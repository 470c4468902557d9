"""Token buckets: how many requests a minute one caller may send. Knows no request and no key."""

import time
from collections import OrderedDict
from collections.abc import Callable

_MOST = 10_000
"""Callers remembered at once; of more, those not heard of for longest are forgotten."""


class Buckets:
    """Each caller may send `per_minute` requests at once, and gets as many back in a minute. 0: no limit.

    Time is read from a clock that is never set back. Not thread-safe: meant for an event loop.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._capacity = per_minute
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str) -> float:
        """Seconds until this caller's request may come; 0 where it may come now, which then is counted."""
        if not self._capacity:
            return 0
        now, rate = self._clock(), self._capacity / 60
        level, seen = self._levels.get(caller, (float(self._capacity), now))
        level = min(self._capacity, level + (now - seen) * rate)
        allowed = level >= 1
        self._levels[caller] = (level - allowed, now)
        self._levels.move_to_end(caller)
        if len(self._levels) > _MOST:
            self._levels.popitem(last=False)
        return 0 if allowed else (1 - level) / rate

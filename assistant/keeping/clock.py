"""What time it is, as it is written down. Orders nothing: clocks jump, so what must be in order is counted instead."""

import datetime
from collections.abc import Callable

Clock = Callable[[], datetime.datetime]
"""Says what time it is, with a zone."""


def moment() -> datetime.datetime:
    """Now, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def stamp(time: datetime.datetime) -> str:
    """ISO 8601 in UTC with microseconds: 2026-11-21T13:19:17.123456Z."""
    return time.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def readable(stamped: str) -> str:
    """A stamp as people here write the time, in the zone of this machine: 2026年11月21日 21:19."""
    local = datetime.datetime.fromisoformat(stamped).astimezone()
    return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"

"""Plain counters, shown in the text format that Prometheus reads. Holds no words of any question."""

from collections import Counter
from threading import Lock

__all__ = ["Counters"]


class Counters:
    """Counts by name and labels; safe from several threads."""

    def __init__(self) -> None:
        self._values: Counter[tuple[str, tuple[tuple[str, str], ...]]] = Counter()
        self._seconds: dict[str, float] = {}
        self._lock = Lock()

    def add(self, name: str, **labels: str) -> None:
        """Count one event."""
        with self._lock:
            self._values[name, tuple(sorted(labels.items()))] += 1

    def add_seconds(self, name: str, seconds: float) -> None:
        """Add to a sum of seconds."""
        with self._lock:
            self._seconds[name] = self._seconds.get(name, 0.0) + seconds

    def text(self, gauges: dict[str, int]) -> str:
        """Every counter, sum and gauge, a line each."""
        with self._lock:
            counts = [f"{name}_total{_shown(labels)} {count}" for (name, labels), count in sorted(self._values.items())]
            sums = [f"{name}_seconds_total {seconds:.6f}" for name, seconds in sorted(self._seconds.items())]
        return "\n".join([*counts, *sums, *(f"{name} {value}" for name, value in sorted(gauges.items())), ""])


def _shown(labels: tuple[tuple[str, str], ...]) -> str:
    inside = ",".join(f'{key}="{value}"' for key, value in labels)
    return f"{{{inside}}}" if inside else ""

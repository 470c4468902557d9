"""Counters and histograms, shown in the text format that Prometheus reads. Holds no words of any question."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate, groupby
from threading import Lock
from typing import NamedTuple

from assistant.answer import Answer

BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Upper bounds of the histograms in seconds; one more without a bound follows."""

_HELP: Mapping[str, str] = {
    "answers_total": "Answers by status and kind.",
    "answer_duration_seconds": "Time from a question to its answer, waiting aside.",
    "http_requests_total": "Requests by route, method and status.",
    "http_request_duration_seconds": "Time from a request to the end of its response, by route.",
}

_Labels = tuple[tuple[str, str], ...]


class Gauge(NamedTuple):
    """A value as it is now, what it means in a sentence, and its labels."""

    name: str
    value: int
    help: str
    labels: Mapping[str, str] = {}


class Counters:
    """Counts and durations by name and labels; safe from several threads."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, _Labels]] = Counter()
        self._durations: dict[tuple[str, _Labels], _Histogram] = {}
        self._lock = Lock()

    def add(self, name: str, **labels: str) -> None:
        """Count one event."""
        with self._lock:
            self._counts[f"{name}_total", _sorted(labels)] += 1

    def observe(self, name: str, seconds: float, **labels: str) -> None:
        """Note how long something took."""
        with self._lock:
            self._durations.setdefault((f"{name}_duration_seconds", _sorted(labels)), _Histogram()).add(seconds)

    def text(self, gauges: Iterable[Gauge] = ()) -> str:
        """Everything, a value a line, each name below its meaning and type."""
        with self._lock:
            counts = [(name, f"{name}{_shown(labels)} {count}") for (name, labels), count in self._counts.items()]
            durations = [
                (name, line)
                for (name, labels), values in self._durations.items()
                for line in values.lines(name, labels)
            ]
        lines = [*_typed(counts, "counter"), *_typed(durations, "histogram")]
        for gauge in gauges:
            lines += [f"# HELP {gauge.name} {gauge.help}", f"# TYPE {gauge.name} gauge"]
            lines.append(f"{gauge.name}{_shown(_sorted(gauge.labels))} {gauge.value}")
        return "\n".join([*lines, ""])


def count_answer(counters: Counters, answer: Answer) -> None:
    """Count an answer that was given, whichever way it was asked for."""
    counters.add("answers", status=answer.status, kind=answer.kind)
    counters.observe("answer", answer.elapsed_ms / 1000)


class _Histogram:
    """Durations by bucket."""

    def __init__(self) -> None:
        self._buckets = [0] * (len(BUCKETS) + 1)
        self._sum = 0.0

    def add(self, seconds: float) -> None:
        """Note one duration."""
        self._buckets[bisect_left(BUCKETS, seconds)] += 1
        self._sum += seconds

    def lines(self, name: str, labels: _Labels) -> list[str]:
        """The lines of this histogram; each bucket counts those below it too."""
        bounds = [*(f"{bound:g}" for bound in BUCKETS), "+Inf"]
        counts = list(accumulate(self._buckets))
        return [
            *(f"{name}_bucket{_shown((*labels, ('le', le)))} {n}" for le, n in zip(bounds, counts, strict=True)),
            f"{name}_sum{_shown(labels)} {self._sum:.6f}",
            f"{name}_count{_shown(labels)} {counts[-1]}",
        ]


def _typed(lines: list[tuple[str, str]], kind: str) -> list[str]:
    """The lines, those of one name below its meaning and type. The order within a name is kept."""
    shown = []
    for name, group in groupby(sorted(lines, key=lambda line: line[0]), key=lambda line: line[0]):
        shown += [f"# HELP {name} {_HELP.get(name, name)}", f"# TYPE {name} {kind}", *(line for _, line in group)]
    return shown


def _sorted(labels: Mapping[str, str]) -> _Labels:
    return tuple(sorted(labels.items()))


def _shown(labels: _Labels) -> str:
    inside = ",".join(f'{key}="{_escaped(value)}"' for key, value in labels)
    return f"{{{inside}}}" if inside else ""


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")

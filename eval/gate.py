"""The gate: a fast, fixed part of the gold that must not fall below the committed level (eval/gold/level.json).

`python -m eval.gate` shows where the assistant stands; with `--raise` the level goes up to where it stands, never down.
"""

import hashlib
import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from assistant.wiring import open_assistant
from eval.entry import run_command
from eval.gold import GOLD, GoldItem, Part, part_of, read_gold
from eval.mutations import figures
from eval.runner import Record, judge
from eval.systems import Ours, System

LEVEL = GOLD / "level.json"
MEASURES = (
    "correct",
    "numeric_exactness",
    "list_recall",
    "unit_f1",
    "citation_support",
    "refusal_recall",
    "refusal_precision",
)
_ONE_IN = 5
"""One in so many questions of the develop part: the test part is only ever measured."""


def gate_items(items: Iterable[GoldItem]) -> list[GoldItem]:
    """The gate's part of the gold, fixed by the hash of the id."""
    return [item for item in items if part_of(item) is Part.DEVELOP and _hash(item.id) % _ONE_IN == 0]


def gate_records(system: System, items: Iterable[GoldItem]) -> list[Record]:
    """The items put to the system and judged."""
    return [judge(item, system.respond([turn.question for turn in item.questions])) for item in items]


def read_level() -> dict[str, float]:
    """What each measure must reach at least."""
    level: dict[str, float] = json.loads(LEVEL.read_text(encoding="utf-8"))
    return level


def shortfalls(level: Mapping[str, float], reached: Mapping[str, float]) -> list[str]:
    """The measures below their level, in words; a measure that is not there has reached nothing."""
    return [
        f"{name} {reached.get(name, 0.0):.3f} < {least:.3f}"
        for name, least in level.items()
        if reached.get(name, 0.0) < least
    ]


def raised(level: Mapping[str, float], reached: Mapping[str, float]) -> dict[str, float]:
    """The level lifted to what was reached, rounded down to the thousandth; never lowered."""
    return {
        name: max(level.get(name, 0.0), math.floor(reached.get(name, 0.0) * 1000) / 1000)
        for name in dict.fromkeys((*level, *MEASURES))
    }


def main(
    lift: Annotated[bool, typer.Option("--raise", help="commit to what is reached now")] = False,
) -> None:
    """Show the gate's figures against the level, and every question that is wrong."""
    console = Console()
    records = gate_records(Ours(open_assistant(Settings())), gate_items(read_gold(GOLD / "questions.jsonl")))
    reached, level = figures(records), read_level()
    for name in MEASURES:
        console.print(f"{name:20} {reached.get(name, 0.0):.3f}  level {level.get(name, 0.0):.3f}")
    for line in faults(records):
        console.print(line, style="yellow", highlight=False)
    if lift:
        LEVEL.write_text(json.dumps(raised(level, reached), indent=1) + "\n", encoding="utf-8")
    elif missed := shortfalls(level, reached):
        console.print("; ".join(missed), style="red")
        sys.exit(1)


def faults(records: Sequence[Record]) -> list[str]:
    """Each wrong turn in a line."""
    return [
        f"{record.id} {turn.question} | {turn.fault} | {turn.answer[:120]}"
        for record in records
        for turn in record.turns
        if turn.fault
    ]


def _hash(text: str) -> int:
    return int(hashlib.sha256(f"gate {text}".encode()).hexdigest(), 16)


if __name__ == "__main__":
    run_command(main)

"""`python -m eval.mutations`: break right answers on purpose and print which measure noticed what."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from eval.entry import run_command
from eval.gold import GoldItem, read_gold
from eval.mutating import MUTATIONS, figures, ideal_response, mutated, record_to_responses
from eval.report import RESULTS, read_records
from eval.response import Response
from eval.runner import judge

GOLD = Path(__file__).parent / "gold" / "questions.jsonl"


def main(
    recorded: Annotated[Path, typer.Option(help="report folder whose answers are broken")] = Path("build/eval/ours"),
    gold: Annotated[Path, typer.Option(help="the question set they answer")] = GOLD,
) -> None:
    """Print the table; without a recorded run the gold's own answers are broken."""
    items, responses = recorded_responses(read_gold(gold), recorded)
    before = figures([judge(item, list(each)) for item, each in zip(items, responses, strict=True)])
    table = Table("mutation", "answers", "should fall", "before", "after", "fell too")
    for mutation in MUTATIONS:
        applied, records = mutated(mutation, items, responses)
        after = figures(records)
        name = mutation.noticed_by
        row = (f"{before[name]:.3f}", f"{after.get(name, 0):.3f}", _others(before, after, name))
        table.add_row(mutation.name, str(applied), name, *row)
    Console(width=140).print(table)


def recorded_responses(items: Sequence[GoldItem], folder: Path) -> tuple[list[GoldItem], list[list[Response]]]:
    """The items with the responses recorded in the folder, those that were right; the ideal ones where it has none."""
    if not (folder / RESULTS).exists():
        return list(items), [[ideal_response(question) for question in item.questions] for item in items]
    right = {record.id: record for record in read_records(folder) if record.right}
    known = [item for item in items if item.id in right and len(right[item.id].turns) == len(item.questions)]
    return known, [record_to_responses(right[item.id]) for item in known]


def _others(before: Mapping[str, float], after: Mapping[str, float], name: str) -> str:
    """The other measures that fell by half a point or more."""
    fell = {other: before[other] - after.get(other, 0) for other in before if other != name}
    return ", ".join(f"{other} {-drop:+.3f}" for other, drop in fell.items() if drop >= 0.005)


if __name__ == "__main__":
    run_command(main)

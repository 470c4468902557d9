"""`python -m eval.features`: which feature ever decided anything, and which type of candidate ever won."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.tuning import tuning
from eval.entry import run_command
from eval.fitting.influence import Choices, Influence, Offered, influences, offers
from eval.fitting.sets import asked_sets, collected

console = Console(stderr=True, width=120)


def main(
    gold: Annotated[list[Path] | None, typer.Option(help="question set over the index of the data directory")] = None,
    more: Annotated[list[str] | None, typer.Option(help="GOLD=DATA_DIR: a set over another index")] = None,
    every: Annotated[int, typer.Option(help="ask only each n-th item", min=1)] = 1,
) -> None:
    """Ask every question, take each feature out in turn, and tell what would have been chosen otherwise."""
    asked = [replace(one, items=one.items[::every]) for one in asked_sets(gold or (), more or ())]
    fitted = tuning()
    choices = Choices.of(collected(asked, console), fitted)
    for line in (*feature_lines(influences(choices)), *offer_lines(offers(choices))):
        console.print(line, highlight=False, markup=False)


def feature_lines(found: Iterable[Influence]) -> list[str]:
    """The features that decide, then those that never do and those that no tree asks for."""
    known = list(found)
    deciding = [one for one in known if one.changed]
    still = [one.name for one in known if one.used and not one.changed]
    unused = [one.name for one in known if not one.used]
    return [
        f"{'feature':36}{'given':>7}{'changed':>9}{'lost':>6}",
        *(f"{one.name:36}{one.given:7}{one.changed:9}{one.lost:6}" for one in deciding),
        f"in a tree, but without it every choice stays ({len(still)}): {' '.join(still)}",
        f"in no tree ({len(unused)}): {' '.join(unused)}",
    ]


def offer_lines(found: Iterable[Offered]) -> list[str]:
    """The types of candidates that win, then those that never do."""
    known = list(found)
    never = [f"{one.name} (right {one.right} of {one.offered})" for one in known if not one.won]
    return [
        f"{'candidate':36}{'offered':>7}{'right':>9}{'won':>6}{'rightly':>9}",
        *(f"{one.name:36}{one.offered:7}{one.right:9}{one.won:6}{one.won_rightly:9}" for one in known if one.won),
        f"never won ({len(never)}): {', '.join(never)}",
    ]


if __name__ == "__main__":
    run_command(main)

"""`python -m eval.fit`: fit prose and choosing on gold questions, say how they do on documents left out, keep them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, track

import assistant.tuning
from assistant.settings import Settings
from assistant.tuning import Tuning, tuning
from assistant.wiring import open_assistant
from corpus.errors import BadRequest
from eval.entry import run_command
from eval.fitting.choosing import Judged, fit, left_out
from eval.fitting.examples import Question, gold_to_questions
from eval.fitting.lessons import gold_to_lessons
from eval.fitting.prose import fit_prose, prose_figures
from eval.fitting.thresholds import figures_at, thresholds
from eval.gold import GoldItem, read_gold
from indexing.index import Index

FOLDER = Path(__file__).parent / "gold"
TUNING = Path(assistant.tuning.__file__).with_name("tuning.json")

console = Console(stderr=True)


def main(
    gold: Annotated[list[Path] | None, typer.Option(help="question set over the index of the data directory")] = None,
    more: Annotated[list[str] | None, typer.Option(help="GOLD=DATA_DIR: a set over another index")] = None,
    prose: Annotated[bool, typer.Option(help="fit the ranking of prose anew, too")] = False,
    out: Annotated[Path, typer.Option(help="where to write")] = TUNING,
) -> None:
    """Fit on every question given; print what fits that never saw a document make of its questions; write the file."""
    settings = Settings()
    here = gold or sorted(FOLDER.glob("questions*.jsonl"))
    sets = [(path, settings.data_dir) for path in here] + [_pair(one) for one in more or ()]
    indexes = {folder: open_assistant(settings.model_copy(update={"data_dir": folder})).index for _, folder in sets}
    asked = [(read_gold(path), indexes[folder]) for path, folder in sets]
    if prose:
        _write(out, tuning().model_copy(update=_fitted_prose(asked)))
        tuning.cache_clear()
    questions = _questions(asked)
    fitted = fit(questions)
    found = list(
        track(left_out(questions, _documents(questions)), "留出一份文件", total=len(questions), console=console)
    )
    low, sure = thresholds(found)
    _print(found, low, sure)
    update = {"ranking": fitted.ranking, "choosing": fitted.choosing, "refuse_below": low, "sure_from": sure}
    _write(out, tuning().model_copy(update=update))


def _pair(text: str) -> tuple[Path, Path]:
    gold, _, folder = text.partition("=")
    if not folder:
        raise BadRequest(f"“{text}”不是 题集=数据目录。", "例如 --more other.jsonl=/tmp/other。")
    return Path(gold), Path(folder)


def _questions(asked: Sequence[tuple[Sequence[GoldItem], Index]]) -> list[Question]:
    found: list[Question] = []
    with Progress(console=console) as progress:
        task = progress.add_task("收集候选", total=sum(len(items) for items, _ in asked))
        for items, index in asked:
            for item in items:
                found += gold_to_questions([item], index)
                progress.advance(task)
    return found


def _fitted_prose(asked: Sequence[tuple[Sequence[GoldItem], Index]]) -> dict[str, object]:
    lessons = [lesson for items, index in asked for lesson in gold_to_lessons(items, index)]
    figures, fitted = prose_figures(lessons), fit_prose(lessons)
    console.print(f"原文（留出一份文件）：{figures}")
    return {"prose": fitted.prose, "prose_sure": fitted.prose_sure, "prose_adding": fitted.prose_adding}


def _documents(questions: Sequence[Question]) -> list[str]:
    """The document that each question is about; those about several or none are one group."""
    return [one.gold.docs[0] if len(one.gold.docs) == 1 else "" for one in questions]


def _print(found: Sequence[Judged], low: float, sure: float) -> None:
    for limit in sorted({0.0, low, sure}):
        console.print(f"留出一份文件，低于{limit:.2f}时不答：{figures_at(found, limit)}")


def _write(path: Path, value: Tuning) -> None:
    dated = value.model_copy(update={"measured": date.today().isoformat()})  # noqa: DTZ011 - a day for people
    path.write_text(dated.model_dump_json() + "\n", encoding="utf-8")
    console.print(f"已写入{path}")


if __name__ == "__main__":
    run_command(main)

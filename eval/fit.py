"""`python -m eval.fit`: fit prose and choosing on gold questions, say how they do on documents left out, keep them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

import assistant.tuning
import indexing.adapter
from assistant.answer_type import ANSWER_TYPES, answer_types_to_bytes
from assistant.closeness import CLOSENESS, closeness_to_bytes
from assistant.tuning import Tuning, tuning
from corpus.extraction.weighing import Weights
from eval.entry import run_command
from eval.fitting.answer_type import fit_answer_types, with_answer_types
from eval.fitting.choosing import Judged, fit, left_out, with_surety
from eval.fitting.closeness import fit_closeness, with_closeness
from eval.fitting.columns import (
    COLUMNS_FILE,
    column_figures,
    figures_of,
    fit_columns,
    held_out_columns,
    labelled_columns,
)
from eval.fitting.embedding import canaries_with, first_found, fit_adapter, mean_of, taught_by
from eval.fitting.examples import Question
from eval.fitting.following import with_following
from eval.fitting.judgements import (
    DUTIES_FILE,
    GOALS_FILE,
    duty_figures,
    fit_duties,
    fit_goals,
    goal_figures,
    judged_duties,
    judged_numbers,
)
from eval.fitting.kinds import weights_to_json
from eval.fitting.lessons import gold_to_lessons
from eval.fitting.pairing import fit_pairing, gold_to_pairs
from eval.fitting.prose import fit_prose, prose_figures
from eval.fitting.sets import Asked, asked_sets, collected, library_sets
from eval.fitting.thresholds import figures_at, silence_limit, steadiness, thresholds, with_silence
from eval.wrapping import is_wrapped, wrapped_items
from indexing.adapter import ADAPTER, adapter_from_bytes, adapter_to_bytes
from indexing.canaries import CANARIES

ADAPTER_FILE = Path(indexing.adapter.__file__).with_name(ADAPTER)
TUNING = Path(assistant.tuning.__file__).with_name("tuning.json")

console = Console(stderr=True)


def main(
    gold: Annotated[list[Path] | None, typer.Option(help="question set over the index of the data directory")] = None,
    more: Annotated[list[str] | None, typer.Option(help="GOLD=DATA_DIR: a set over another index")] = None,
    libraries: Annotated[bool, typer.Option(help="learn also from every library of eval/gold, indexed for it")] = False,
    wrapped: Annotated[bool, typer.Option(help="ask each develop question a second time in neutral words")] = False,
    prose: Annotated[bool, typer.Option(help="fit the ranking of prose anew, too")] = False,
    paired: Annotated[bool, typer.Option(help="fit what is made of two numbers anew, too")] = False,
    reading: Annotated[bool, typer.Option(help="fit only how documents are read: columns of tables, goals")] = False,
    meaning: Annotated[bool, typer.Option(help="fit only the embedding model; indexes are to be built anew")] = False,
    out: Annotated[Path, typer.Option(help="where to write")] = TUNING,
) -> None:
    """Fit on every question given; print what fits make of documents and libraries that they never saw; write
    the file.
    """
    if reading:
        _fit_reading()
        return
    asked = [*asked_sets(gold or (), more or ()), *(library_sets() if libraries else ())]
    if meaning:
        _fit_meaning(asked)
        return
    if prose:
        _write(out, tuning().model_copy(update=_fitted_prose(asked)))
        tuning.cache_clear()
    if paired:
        pairs = [one for own in asked for one in gold_to_pairs(own.items, own.index)]
        _write(out, tuning().model_copy(update={"pairing": fit_pairing(pairs)}))
        tuning.cache_clear()
    questions = collected(_with_wrapped(asked) if wrapped else asked, console)
    match, types = fit_closeness(questions), fit_answer_types(questions)
    questions = with_answer_types(with_closeness(questions, _documents(questions)), _documents(questions))
    fitted = fit(questions)
    found = _left_out(questions, _everything)
    if wrapped:
        console.print(f"只学原样的题：{steadiness(_left_out(questions, _is_plain))}")
        console.print(f"也学加了套话的题：{steadiness(found)}")
    plain = [one for one in found if _is_plain(one.question)]
    following, plain = with_following(plain, _documents([one.question for one in plain]))
    surety, plain = with_surety(plain)
    low, sure = thresholds(_unpaired(plain))
    quiet, plain = with_silence(plain)
    silent = silence_limit(_unpaired(plain), low)
    _print(plain, low, sure, silent)
    trees = {"ranking": fitted.ranking, "following": following, "choosing": fitted.choosing}
    limits = {"refuse_below": low, "sure_from": sure, "silent_from": silent}
    _write(out, tuning().model_copy(update={**trees, "surety": surety, "silence": quiet, **limits}))
    out.with_name(CLOSENESS).write_bytes(closeness_to_bytes(match))
    out.with_name(ANSWER_TYPES).write_bytes(answer_types_to_bytes(types))


def _fit_reading() -> None:
    columns = labelled_columns()
    weights = fit_columns(columns)
    _keep_weights(COLUMNS_FILE, weights)
    for name, figures in (
        ("留出一库", column_figures(columns)),
        ("没学过的库", figures_of(held_out_columns(), weights)),
    ):
        told = "、".join(f"{kind} {one.value:.2f}（{one.expected}列）" for kind, one in figures.items())
        console.print(f"表的列，{name}：{told}")
    numbers, duties = judged_numbers(), judged_duties()
    _keep_weights(GOALS_FILE, fit_goals(numbers))
    console.print(f"正文的目标，留出一库：{goal_figures(numbers)}")
    _keep_weights(DUTIES_FILE, fit_duties(duties))
    console.print(f"正文的任务，留出一库：{duty_figures(duties)}")


def _fit_meaning(asked: Sequence[Asked]) -> None:
    indexes = {id(one.index): one.index for one in asked}
    sets = ([one for one in asked if one.index is index] for index in indexes.values())
    taught = [taught_by(collected(own, console), own[0].index) for own in sets]
    halves = []
    for learnt, held in ((taught[::2], taught[1::2]), (taught[1::2], taught[::2])):
        halves.append(fit_adapter(learnt))
        before, after = first_found(held, {}), first_found(held, halves[-1])
        console.print(f"没学过的一半库里，最近的一句就是答案：{before:.3f}，学过之后{after:.3f}")
    kept = adapter_to_bytes(mean_of(halves))
    ADAPTER_FILE.write_bytes(kept)
    ADAPTER_FILE.with_name(CANARIES).write_bytes(canaries_with(adapter_from_bytes(kept)))
    console.print(f"已写入{ADAPTER_FILE}")


def _keep_weights(path: Path, weights: Weights) -> None:
    path.write_text(weights_to_json(weights), encoding="utf-8")
    console.print(f"已写入{path}")


def _with_wrapped(asked: Sequence[Asked]) -> list[Asked]:
    return [replace(one, items=[*one.items, *wrapped_items(one.items)]) for one in asked]


def _everything(_: Question) -> bool:
    return True


def _unpaired(found: Sequence[Judged]) -> list[Judged]:
    """Those asked as people ask: of pairs every second has no answer, and limits would be set for such askers."""
    return [one for one in found if not one.question.gold.paired]


def _is_plain(question: Question) -> bool:
    return not is_wrapped(question.gold.id)


def _left_out(questions: Sequence[Question], taught: Callable[[Question], bool]) -> list[Judged]:
    found = left_out(questions, _documents(questions), taught)
    return list(track(found, "留出一份文件", total=len(questions), console=console))


def _fitted_prose(asked: Sequence[Asked]) -> dict[str, object]:
    lessons = [lesson for one in asked for lesson in gold_to_lessons(one.items, one.index)]
    figures, fitted = prose_figures(lessons), fit_prose(lessons)
    console.print(f"原文（留出一份文件）：{figures}")
    return {"prose": fitted.prose, "prose_sure": fitted.prose_sure, "prose_adding": fitted.prose_adding}


def _documents(questions: Sequence[Question]) -> list[str]:
    """The library of each question, else the document that it is about; those about several or none are one group."""
    return [one.library or (one.gold.docs[0] if len(one.gold.docs) == 1 else "") for one in questions]


def _print(found: Sequence[Judged], low: float, sure: float, silent: float) -> None:
    for limit in sorted({0.0, low, sure}):
        console.print(f"留出一份文件，低于{limit:.2f}时不答：{figures_at(found, limit)}")
    console.print(f"低于{low:.2f}或者像没有写（{silent:.2f}起）时不答：{figures_at(found, low, silent)}")


def _write(path: Path, value: Tuning) -> None:
    dated = value.model_copy(update={"measured": date.today().isoformat()})  # noqa: DTZ011 - a day for people
    path.write_text(dated.model_dump_json() + "\n", encoding="utf-8")
    console.print(f"已写入{path}")


if __name__ == "__main__":
    run_command(main)

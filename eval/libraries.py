"""`python -m eval.libraries`: answers over libraries of documents that have questions of their own, library by library.

A folder of libraries holds one folder each with `documents/` and `questions*.jsonl`; question sets that stand in the
folder itself are asked of the configured data directory. Without a folder it is `eval/gold/unread`, of which nobody has
read a failure: of these only figures are shown, unless `--report` is asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.updating import build
from assistant.wiring import open_assistant
from corpus.errors import BadRequest
from eval.entry import run_command
from eval.gold import GOLD, read_gold
from eval.runner import Record, judge
from eval.summary import refusals
from eval.systems import Ours

UNREAD = GOLD / "unread"
SETS = "questions*.jsonl"

console = Console(soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over items of a set; a conversation is right where all its turns are. Turns are those of conversations,
    refusals and sureness are counted over all that is asked.
    """

    items: int = 0
    right: int = 0
    conversations: int = 0
    conversations_right: int = 0
    turns: int = 0
    turns_right: int = 0
    due: int = 0
    due_refused: int = 0
    answerable: int = 0
    undue_refused: int = 0
    sure: int = 0
    sure_wrong: int = 0
    vain: int = 0
    """Right answers that reckon what nobody asked for."""

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(mine + yours for mine, yours in zip(astuple(self), astuple(other), strict=True)))

    def __str__(self) -> str:
        """The counts in a line."""
        return (
            f"{self.items}题对{self.right}；会话{self.conversations}对{self.conversations_right}，"
            f"其中{self.turns}问对{self.turns_right}；应拒{self.due}拒了{self.due_refused}，"
            f"有答案{self.answerable}误拒{self.undue_refused}；有把握{self.sure}错{self.sure_wrong}；白算{self.vain}"
        )


def main(
    folder: Annotated[
        Path, typer.Argument(help="folder of libraries, each with documents/ and questions*.jsonl")
    ] = UNREAD,
    only: Annotated[
        list[str] | None, typer.Option(help="only this set, LIBRARY/FILE without ending; repeatable")
    ] = None,
    report: Annotated[Path | None, typer.Option(help="folder for the record of each answer, a file a set")] = None,
) -> None:
    """Index each library under the data directory, ask, judge, and print the counts of each set."""
    total = Tally()
    for name, records in measured(folder, only or ()):
        own = tally(records)
        total += own
        console.print(f"{name}：{own}")
        if report:
            _write(report / f"{name.replace('/', '-')}.jsonl", records)
    console.print(f"合计：{total}")


def measured(folder: Path, only: Sequence[str] = ()) -> Iterator[tuple[str, list[Record]]]:
    """By name, each set of the folder with its answers judged. Raises BadRequest where it has none, and as `build`."""
    asked: list[tuple[str, Path, Path | None]] = [(one.stem, one, None) for one in sorted(folder.glob(SETS))]
    for beside, sets in library_folders(folder):
        asked += [(f"{beside.parent.name}/{one.stem}", one, beside) for one in sets]
    asked = [one for one in asked if not only or one[0] in only]
    if not asked:
        raise BadRequest(f"{folder} 里没有要问的题集。", f"每个库一个目录，内有 documents/ 和 {SETS}。")
    for name, path, documents in asked:
        system = Ours(open_library_folder(documents) if documents else open_assistant(Settings()), depth=0)
        yield name, [judge(one, system.respond([each.question for each in one.questions])) for one in read_gold(path)]


def library_folders(root: Path) -> Iterator[tuple[Path, list[Path]]]:
    """The documents of every library below `root`, and the question sets beside them."""
    for documents in sorted(root.glob("*/documents")):
        if sets := sorted(documents.parent.glob(SETS)):
            yield documents, sets


def open_library_folder(documents: Path) -> Assistant:
    """The assistant over a library, indexed under the configured data directory. Raises as `build` does."""
    settings = Settings()
    own = settings.model_copy(update={"data_dir": settings.data_dir / "gold" / documents.parent.name})
    build(own, corpus=documents)
    return open_assistant(own)


def tally(records: Iterable[Record]) -> Tally:
    """The counts of one set."""
    return sum(map(_tally, records), start=Tally())


def _tally(record: Record) -> Tally:
    talk = len(record.turns) > 1
    right = [one.fault is None for one in record.turns]
    turns = Tally(conversations=1, conversations_right=all(right), turns=len(right), turns_right=sum(right))
    made = refusals([record])
    own = Tally(
        items=1,
        right=all(right),
        due=made["due_made"] + made["due_missed"],
        due_refused=made["due_made"],
        answerable=made["undue_made"] + made["undue_avoided"],
        undue_refused=made["undue_made"],
        sure=sum(one.sure for one in record.turns),
        sure_wrong=sum(one.sure and one.fault is not None for one in record.turns),
        vain=sum(one.vain for one in record.turns),
    )
    return own + (turns if talk else Tally())


def _write(path: Path, records: Iterable[Record]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(one.model_dump_json() + "\n" for one in records), encoding="utf-8")


if __name__ == "__main__":
    run_command(main)

"""Question sets, each over the index of its own data directory."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from assistant.settings import Settings
from assistant.wiring import open_assistant
from corpus.errors import BadRequest
from eval.fitting.examples import Question, gold_to_questions
from eval.gold import GOLD, GoldItem, read_gold
from eval.libraries import library_folders, open_library_folder
from indexing.index import Index


@dataclass(frozen=True, slots=True)
class Asked:
    """A set of questions and the index that they are asked of; `library` names it where it is left out as a whole."""

    items: Sequence[GoldItem]
    index: Index
    library: str = ""


def asked_sets(gold: Iterable[Path], more: Iterable[str]) -> list[Asked]:
    """The sets of `gold` (those of the repository where it is empty) over the configured data directory, and those of
    `more`, each GOLD=DATA_DIR. Raises BadRequest.
    """
    settings = Settings()
    here = list(gold) or sorted(GOLD.glob("questions*.jsonl"))
    sets = [(path, settings.data_dir) for path in here] + [_pair(one) for one in more]
    indexes = {folder: open_assistant(settings.model_copy(update={"data_dir": folder})).index for _, folder in sets}
    return [Asked(read_gold(path), indexes[folder]) for path, folder in sets]


def library_sets() -> Iterator[Asked]:
    """The sets of every library of the gold, over its documents. Raises as `build` does."""
    for documents, sets in library_folders(GOLD):
        index = open_library_folder(documents).index
        yield from (Asked(read_gold(path), index, documents.parent.name) for path in sets)


def collected(asked: Sequence[Asked], console: Console) -> list[Question]:
    """Every question with its candidates, told on the console as they come."""
    found: list[Question] = []
    with Progress(console=console) as progress:
        task = progress.add_task("收集候选", total=sum(len(one.items) for one in asked))
        for one in asked:
            for item in one.items:
                found += (replace(each, library=one.library) for each in gold_to_questions([item], one.index))
                progress.advance(task)
    return found


def _pair(text: str) -> tuple[Path, Path]:
    gold, _, folder = text.partition("=")
    if not folder:
        raise BadRequest(f"“{text}”不是 题集=数据目录。", "例如 --more other.jsonl=/tmp/other。")
    return Path(gold), Path(folder)

"""Batches of questions: one JSON a line in, one a line out. Whatever a line holds, the others are answered."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, TextIO

from pydantic import BaseModel, ValidationError, model_validator

from assistant.answer import Answer
from assistant.assistant import Assistant
from corpus.errors import BadRequest, UserError
from indexing.progress import Progress, silent

_STAGE = "回答问题"


class Turn(BaseModel):
    """One question of a conversation."""

    question: str


class Item(BaseModel):
    """A line of the file and its number: a question, or the turns of a conversation (these count where both stand)."""

    id: str | int
    line: int = 0
    question: str | None = None
    turns: tuple[Turn, ...] = ()

    @model_validator(mode="after")
    def _asks_something(self) -> "Item":
        if not self.question and not self.turns:
            raise ValueError("a line needs a question or turns")
        return self


class Problem(NamedTuple):
    """What was wrong with a line."""

    line: int
    message: str


class _AnswerLine(Answer):
    id: str | int


class _TurnsLine(BaseModel):
    id: str | int
    turns: tuple[Answer, ...]


class _ErrorLine(BaseModel):
    id: str | int
    error: dict[str, str]


def read_items(path: Path) -> tuple[list[Item], list[Problem]]:
    """The lines that can be asked and those that cannot; empty lines are passed over. Raises BadRequest for a file that
    can't be read.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"问题文件“{path}”读不出来：{error}。", "需要 UTF-8 编码、每行一个 JSON 的文件。") from error
    items, problems = [], []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                items.append(Item.model_validate_json(line).model_copy(update={"line": number}))
            except ValidationError:
                problems.append(Problem(number, '不是 {"id", "question"} 或 {"id", "turns"} 形式的 JSON，已跳过。'))
    return items, problems


def answer_batch(
    assistant: Assistant,
    items: Sequence[Item],
    target: Path,
    documents: Sequence[str] = (),
    progress: Progress = silent,
) -> list[Problem]:
    """Answer every item into `target`, which appears when all is done; until then the lines are in `target`.partial.

    A question that is refused as input gets a line with an `error`, and a Problem. Raises BadRequest where the file
    can't be written.
    """
    partial = target.with_name(target.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8") as file:
            problems = _answer_all(assistant, items, file, documents, progress)
        partial.replace(target)
    except OSError as error:
        raise BadRequest(f"答复写不到“{target}”：{error.strerror or error}。", "请检查路径和权限。") from error
    return problems


def _answer_all(
    assistant: Assistant, items: Sequence[Item], file: TextIO, documents: Sequence[str], progress: Progress
) -> list[Problem]:
    problems = []
    for done, item in enumerate(items):
        progress(_STAGE, done, len(items))
        line, problem = _item_to_line(assistant, item, documents)
        file.write(line.model_dump_json() + "\n")
        file.flush()
        if problem:
            problems.append(problem)
    progress(_STAGE, len(items), len(items))
    return problems


def _item_to_line(assistant: Assistant, item: Item, documents: Sequence[str]) -> tuple[BaseModel, Problem | None]:
    try:
        if item.turns:
            turns = assistant.converse(_questions(item), documents)
            return _TurnsLine(id=item.id, turns=tuple(turns)), None
        answer = assistant.ask(str(item.question), documents)
    except UserError as error:
        message = {"code": error.code, "message": str(error)}
        return _ErrorLine(id=item.id, error=message), Problem(item.line, str(error))
    return _AnswerLine(id=item.id, **dict(answer)), None


def _questions(item: Item) -> Iterable[str]:
    return [turn.question for turn in item.turns]

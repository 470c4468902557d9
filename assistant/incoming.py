"""What comes in with a file: where it is, its name, and what the user says of it, all of it bounded. Reads no file."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from corpus.errors import BadRequest
from corpus.folding.characters import without_controls
from corpus.manifest import LONGEST_NAME

_LONGEST_FILE_NAME = 120
_MOST_NAMES = 20


def _plain_name(name: str) -> str:
    """What a file is called, without folders and control characters; a long name keeps its ending."""
    plain = Path(without_controls(name)).name.strip()
    if len(plain) <= _LONGEST_FILE_NAME:
        return plain or "未命名"
    suffix = Path(plain).suffix[:10]
    return f"{plain[: _LONGEST_FILE_NAME - len(suffix) - 1]}…{suffix}"


class Incoming(BaseModel):
    """A file to be added: where it is now, its name, and what the user says of it."""

    model_config = ConfigDict(frozen=True)

    path: Path
    name: Annotated[str, AfterValidator(_plain_name)]
    id: str | None = None
    regions: tuple[str, ...] = ()


def place_names(names: Iterable[str]) -> tuple[str, ...]:
    """The names that a user gives the place of a document. Raises BadRequest where they are too long or too many."""
    plain = tuple(dict.fromkeys(name for one in names if (name := without_controls(one).strip())))
    if len(plain) > _MOST_NAMES or any(len(name) > LONGEST_NAME for name in plain):
        message = f"地名太长或太多：一个地名最多{LONGEST_NAME}个字，一份文件最多{_MOST_NAMES}个地名。"
        raise BadRequest(message, "请只写人们怎样称呼这个地方，如“青浦区”。")
    return plain

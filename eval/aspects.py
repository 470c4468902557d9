"""An aspect of a system that is measured beside its answers: counts by name, and what went wrong, in words."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus.errors import BadRequest

__all__ = ["Aspect", "read_lines"]

Line = TypeVar("Line", bound=BaseModel)


class Aspect(BaseModel):
    """Counts, each of `of` at most."""

    model_config = ConfigDict(frozen=True)

    of: int
    counts: Mapping[str, int]
    failures: tuple[str, ...] = ()

    def __str__(self) -> str:
        shares = ", ".join(f"{name} {count}" for name, count in self.counts.items())
        return f"{shares} (of {self.of})"


def read_lines(path: Path, kind: type[Line]) -> list[Line]:
    """The lines of a gold file; raises BadRequest naming the line that is not in its format."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(kind.model_validate(json.loads(line)))
        except (ValidationError, json.JSONDecodeError) as error:
            raise BadRequest(f"{path.name} 第{number}行不合格式。") from error
    return found

"""The words of the fields that documents are about, read once from field.toml: forms, groups, senses. No places."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

__all__ = ["Concept", "Form", "field", "sense_of"]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Data):
    """Patterns of words that tell how an indicator is to be read; `counted` are pairs of a word and what 个 counts."""

    doing: str
    counting: str
    added: re.Pattern[str]
    standing: re.Pattern[str]
    bare: frozenset[str]
    counted: tuple[tuple[str, str], ...]


class Form(_Data):
    """One form for what is written in several ways, with an indicator that shows it, and its normal form."""

    pattern: re.Pattern[str]
    form: str
    first: bool = False
    example: tuple[str, str]


class Concept(_Data):
    """Senses that a reader wants side by side, each with its name first; `doubt` says why they are not the same."""

    name: str
    units: frozenset[str]
    senses: tuple[tuple[str, ...], ...]
    doubt: str = ""
    tails: tuple[str, ...] = ()


class Field(_Data):
    """All of the file."""

    words: Words
    forms: tuple[Form, ...]
    groups: tuple[Concept, ...]


@cache
def field() -> Field:
    """The data file beside this module."""
    return Field.model_validate(tomllib.loads(files(__package__).joinpath("field.toml").read_text(encoding="utf-8")))


def sense_of(form: str, dimension: str) -> tuple[Concept, str, bool] | None:
    """The concept of a normal form, its sense, and whether it is only a part (星级楼宇入驻率); None without one."""
    for concept in field().groups:
        if dimension not in concept.units:
            continue
        for sense in concept.senses:
            if form in sense:
                return concept, sense[0], False
        if form.endswith(concept.tails):
            return concept, form, True
    return None

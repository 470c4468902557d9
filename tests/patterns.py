"""Every regular expression of the code and of its data files, and strings of 50 000 characters made to hold it up.

As a command it prints the slowest: python -m tests.patterns
"""

import importlib
import itertools
import pkgutil
import re
import signal
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
LENGTH = 50_000
PACKAGES = ("api", "assistant", "corpus", "eval", "indexing", "prompts")
_GENERAL = ("a", "1", "一", " ", "\n", "（", "、", "1.", "一、", "）（")
_OWN = 4
"""How many of the pattern's own characters are used, alone and in pairs."""
_PATTERNED = re.compile(r"[\\\[(|*+?]")
"""What tells a pattern from a word."""
_NO_PATTERNS = {"documents", "gold"}
_END = "\x00"
"""What nothing goes on with."""


def module_names() -> list[str]:
    """The modules of the project, those that run something when imported aside."""
    found = []
    for package in PACKAGES:
        module = importlib.import_module(package)
        walked = pkgutil.walk_packages(module.__path__, f"{package}.")
        found += [package, *(one.name for one in walked if not one.name.endswith("__main__"))]
    return found


def patterns_of(module: ModuleType) -> dict[str, re.Pattern[str]]:
    """The patterns that a module has compiled, by name; those it imports aside."""
    found = {}
    for name, value in vars(module).items():
        for key, pattern in _patterns_in(value):
            if pattern not in found.values():
                found[f"{name}{key}"] = pattern
    return found


def data_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns that stand in data files beside the code, by file and line or key."""
    found = {}
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.t*ml")) + sorted((ROOT / package).rglob("*.tsv")):
            if not _NO_PATTERNS & set(path.parts):
                entries = _lines(path) if path.suffix == ".tsv" else _strings(tomllib.loads(path.read_text("utf-8")))
                name = path.relative_to(ROOT)
                made = ((f"{name}{key}", _compiled(text)) for key, text in entries if _PATTERNED.search(text))
                found |= {label: pattern for label, pattern in made if pattern}
    return found


def _compiled(text: str) -> re.Pattern[str] | None:
    """The pattern; None for what a match is replaced by, which is none."""
    try:
        return re.compile(text, re.IGNORECASE)
    except re.error:
        return None


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.startswith("#"):
            yield from ((f":{number}.{column}", text) for column, text in enumerate(line.split("\t")))


def _strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, Mapping | list):
        for inner, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            yield from _strings(item, f"{key}[{inner!r}]")


def _patterns_in(value: Any, key: str = "") -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield key, value
    elif isinstance(value, Mapping):
        for inner, item in value.items():
            yield from _patterns_in(item, f"{key}[{inner!r}]")
            yield from _patterns_in(inner, f"{key}[key]")
    elif isinstance(value, tuple | list | set | frozenset):
        for at, item in enumerate(value):
            yield from _patterns_in(item, f"{key}[{at}]")


def hostile_strings(pattern: re.Pattern[str]) -> Iterator[str]:
    """Repetitions of what occurs in the pattern and in documents, with an end that fits nothing."""
    own = list(dict.fromkeys(char for char in pattern.pattern if char.isprintable() and char not in r"\()[]{}|?*+^$"))
    chosen = own[:: max(1, len(own) // _OWN)][:_OWN]
    pairs = ["".join(pair) for pair in itertools.pairwise(chosen)]
    words = re.findall(r"[\u4e00-\u9fff]{2,8}", pattern.pattern)[:3]
    for piece in dict.fromkeys([*_GENERAL, *chosen, *pairs, *words]):
        yield (piece * LENGTH)[: LENGTH - 1] + _END


def sweep(pattern: re.Pattern[str], text: str) -> None:
    """Use the pattern in every way there is."""
    for _ in pattern.finditer(text):
        pass
    pattern.fullmatch(text)
    pattern.match(text)


def main() -> None:
    """Print how long the slowest took, in milliseconds of processor time, each given up after two seconds."""
    signal.signal(signal.SIGVTALRM, _give_up)
    took: list[tuple[float, str, str]] = []
    coded = {
        f"{name}.{label}": pattern
        for name in module_names()
        for label, pattern in patterns_of(importlib.import_module(name)).items()
    }
    for label, pattern in (coded | data_patterns()).items():
        took.append(max((milliseconds(pattern, text), label, text[:6]) for text in hostile_strings(pattern)))
    for spent, label, text in sorted(took, reverse=True)[:25]:
        sys.stdout.write(f"{spent:8.1f} ms  {label}  {text!r}\n")
    sys.stdout.write(f"{len(took)} patterns\n")


def milliseconds(pattern: re.Pattern[str], text: str) -> float:
    """How long a sweep takes, of processor time; given up after two seconds where `main` runs."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_VIRTUAL, 2)
    try:
        sweep(pattern, text)
    except TimeoutError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return (time.process_time() - began) * 1000


def _give_up(*_: object) -> None:
    raise TimeoutError


if __name__ == "__main__":
    main()

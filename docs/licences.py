"""Writes licences.md: what running installs, with versions, sizes and licences: python docs/licences.py."""

import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).parent
UNSAID = {"resvg-py": "MIT"}
"""By the text of its licence, where the metadata of a package name none."""


def main() -> None:
    """The table, by name."""
    found = running()
    rows = [f"| {name} | {found[name].version} | {licence(found[name])} |" for name in sorted(found)]
    size = sum(file.size or 0 for each in found.values() for file in each.files or []) // 1_000_000
    told = f"{len(found)} packages, {size} MB (`python docs/licences.py`); none under GPL or AGPL."
    head = ["# What running installs", "", told, "", "| package | version | licence |", "| --- | --- | --- |"]
    text = "\n".join([*head, *rows, ""])
    (HERE / "licences.md").write_text(text, encoding="utf-8")


def running() -> dict[str, Distribution]:
    """Every package that the assistant needs to run, scans included, by name."""
    project = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found: dict[str, Distribution] = {}
    waiting = [Requirement(line) for line in [*project["dependencies"], *project["optional-dependencies"]["ocr"]]]
    followed = set()
    while waiting:
        wanted = waiting.pop()
        if str(wanted) not in followed:
            followed.add(str(wanted))
            package = found[canonicalize_name(wanted.name)] = distribution(wanted.name)
            waiting += [Requirement(line) for line in package.requires or [] if _applies(line, wanted.extras)]
    return found


def licence(package: Distribution) -> str:
    """As the package's own metadata say, in a line."""
    fields = package.metadata
    classified = [line.split(" :: ")[-1] for line in fields.get_all("Classifier", []) if line.startswith("License ::")]
    said = fields.get("License-Expression") or "; ".join(classified) or fields.get("License") or ""
    return UNSAID.get(canonicalize_name(fields["Name"])) or said.partition("\n")[0]


def _applies(line: str, extras: set[str]) -> bool:
    marker = Requirement(line).marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in extras or {""})


if __name__ == "__main__":
    main()

"""The command that looks whether everything is in place."""

import json
import sys
from typing import Annotated

import typer

__all__ = ["doctor"]

_MARKS = {"ok": "✓", "warning": "!", "broken": "✗"}


def doctor(as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False) -> None:
    """Print what was looked at; exit status 2 where something keeps the server from running."""
    from api.doctor import examine

    checks = []
    for check in examine():
        checks.append(check)
        if not as_json:
            sys.stdout.write(f"{_MARKS[check.state]} {check.name}：{check.message}{check.hint}\n")
            sys.stdout.flush()
    if as_json:
        sys.stdout.write(json.dumps([check.model_dump() for check in checks], ensure_ascii=False, indent=2) + "\n")
    if any(check.state == "broken" for check in checks):
        raise typer.Exit(2)

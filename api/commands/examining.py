"""The command that looks whether everything is in place."""

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.doctor import Check

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
    else:
        sys.stdout.write(f"\n下一步：{_next_step(checks)}\n")
    if any(check.state == "broken" for check in checks):
        raise typer.Exit(2)


def _next_step(checks: "Sequence[Check]") -> str:
    """What to do first: about what is broken, else about what is not as it should be, else use it."""
    wanting = [check for state in ("broken", "warning") for check in checks if check.state == state]
    hints = (check.hint or f"看“{check.name}”一项。" for check in wanting)
    return next(hints, "运行 policy-assistant serve，然后在浏览器打开它给出的地址。")

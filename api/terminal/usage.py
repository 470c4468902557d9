"""What is wrong with a command line, in words for the user. Knows the command line's library, none of our commands."""

import re
from typing import Any

from typer.exceptions import TyperException

_QUOTED = re.compile(r"'([^']{1,40})'")


def usage_to_words(error: TyperException) -> str:
    """What happened and what to do: two lines in Chinese."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "policy-assistant"
    return f"{_what(error)}\n请运行 {path} --help 查看用法。"


def _what(error: TyperException) -> str:
    """By the kind of mistake; the library names the kinds but keeps the classes to itself."""
    match type(error).__name__:
        case "NoSuchOption":
            return f"没有选项 {_field(error, 'option_name')}。{_nearest(error)}"
        case "BadOptionUsage":
            return f"选项 {_field(error, 'option_name')} 用得不对，后面可能缺少值。"
        case "MissingParameter":
            return f"缺少{_parameter(error)}。"
        case "BadParameter":
            return f"{_parameter(error)}的值不能用。{_values(error)}"
    quoted = "、".join(f"“{word}”" for word in _QUOTED.findall(str(error)))
    return f"没有命令{quoted}。" if "command" in str(error) else f"命令行里有多余的内容：{error}。"


def _field(error: TyperException, name: str) -> str:
    return str(getattr(error, name, ""))


def _nearest(error: TyperException) -> str:
    possible = getattr(error, "possibilities", None) or ()
    return f"是不是 {'、'.join(sorted(possible)[:3])}？" if possible else ""


def _parameter(error: TyperException) -> str:
    """How the user writes the parameter: --role, or the name of an argument."""
    parameter: Any = getattr(error, "param", None)
    if parameter is None:
        return "参数"
    return f"“{parameter.metavar or parameter.name}”" if parameter.param_type_name == "argument" else parameter.opts[0]


def _values(error: TyperException) -> str:
    """The values there are, or else what the parameter is for."""
    said = str(error)
    if "is not one of" in said:
        return f"可以是：{'、'.join(_QUOTED.findall(said.partition('is not one of')[2]))}。"
    if "%Y" in said:
        return "日期要写成 2025-12-31 的样子。"
    meaning = getattr(getattr(error, "param", None), "help", None)
    return f"这个参数是：{meaning}" if meaning else ""

"""A command line that is wrong is answered in Chinese, with what would be right."""

import pytest
from typer.exceptions import TyperException

from api.cli import app
from api.terminal.usage import usage_to_words


def words(*arguments):
    with pytest.raises(TyperException) as caught:
        app(list(arguments), standalone_mode=False)
    return usage_to_words(caught.value)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["tasks", "--role", "x"], "--role的值不能用。可以是：lead、responsible、any。"),
        (["tasks", "--due-before", "12月"], "--due-before的值不能用。日期要写成 2025-12-31 的样子。"),
        (["serve", "--port", "x"], "--port的值不能用。这个参数是：监听的端口"),
        (["tasks", "--rol", "x"], "没有选项 --rol。是不是 "),
        (["tasks", "--format"], "选项 --format 用得不对"),
        (["remove"], "缺少“编号”。"),
        (["nocommand"], "没有命令“nocommand”。"),
        (["ask", "甲", "乙"], "命令行里有多余的内容"),
    ],
)
def test_what_is_wrong_is_said(arguments, said):
    assert words(*arguments).startswith(said)


def test_the_way_to_the_help_is_shown():
    assert "\n请运行 " in words("tasks", "--rol", "x")
    assert "tasks --help" in words("tasks", "--rol", "x")

"""Options that several commands share, so that they are spelt and described alike."""

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from corpus.task import Role


class Format(StrEnum):
    """How a list is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    ICS = "ics"
    SVG = "svg"
    PNG = "png"


DocOption = Annotated[list[str] | None, typer.Option("--doc", metavar="ID", help="只看这份文件；可以重复。")]
UnitOption = Annotated[str | None, typer.Option("--unit", metavar="单位", help="只看这个单位的任务。")]
RoleOption = Annotated[Role, typer.Option("--role", help="单位的角色：牵头、责任或不限。")]
DueBeforeOption = Annotated[
    datetime.datetime | None,
    typer.Option("--due-before", formats=["%Y-%m-%d"], metavar="日期", help="只看在这一天或之前到期的任务。"),
]
IndicatorOption = Annotated[str | None, typer.Option("--indicator", metavar="指标", help="只看这个指标。")]
ScopeOption = Annotated[str | None, typer.Option("--scope", metavar="范围", help="只看这个地区或范围。")]
YearOption = Annotated[int | None, typer.Option("--year", metavar="年份", help="只看这一年。")]
FormatOption = Annotated[Format, typer.Option("--format", help="输出的格式；不是每个清单都有每种格式。")]
WithinOption = Annotated[int, typer.Option("--within", min=0, metavar="天数", help="从那一天起多少天之内到期。")]
OnOption = Annotated[
    datetime.datetime | None,
    typer.Option("--on", formats=["%Y-%m-%d"], metavar="日期", help="从哪一天看；不写就是今天。"),
]
OutputOption = Annotated[Path | None, typer.Option("-o", "--output", metavar="文件", help="写到文件，而不是屏幕。")]


def day(moment: datetime.datetime | None) -> datetime.date | None:
    """The day of what the option parser makes of a date."""
    return moment.date() if moment else None

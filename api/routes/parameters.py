"""Query parameters that several routes share, so that they are called and described alike."""

import datetime
import re
from typing import Annotated, Literal

from fastapi import Path, Query
from fastapi.params import Query as QueryField
from pydantic import BeforeValidator

from corpus.task import Role, TaskOrigin

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _printed_day(value: object) -> object:
    """The value, if it is written like a day; raises ValueError."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("a day is written YYYY-MM-DD")
    return value


Day = Annotated[datetime.date, BeforeValidator(_printed_day)]
"""A day as YYYY-MM-DD and in no other way: a bare number would be taken for seconds since 1970."""
DocQuery = Annotated[
    list[str] | None, Query(description="文件编号，可以有几个；不填则全部文件", examples=[["qingpu", "suzhou"]])
]
UnitQuery = Annotated[
    str | None, Query(max_length=100, description="单位，用文件里的任何一种叫法", examples=["区商务委"])
]
RoleQuery = Annotated[Role, Query(description="单位的角色：lead 牵头、responsible 责任、any 不限", examples=["lead"])]
DueBeforeQuery = Annotated[Day | None, Query(description="在这一天或之前到期，YYYY-MM-DD", examples=["2023-12-31"])]
WordsQuery = Annotated[
    str | None, Query(max_length=100, description="任务、举措、单位里要有的词，用空格隔开", examples=["招商 楼宇"])
]
OriginQuery = Annotated[
    TaskOrigin | None,
    Query(
        description="只要任务表里的（table）或正文条款（clause）；不填则都要，表里有的条款不重复", examples=["table"]
    ),
]
YearQuery = Annotated[int | None, Query(ge=1900, le=2200, description="年份，公历", examples=[2025])]
IndicatorQuery = Annotated[
    str | None,
    Query(
        max_length=100,
        description="指标，任何一份文件里的叫法；比较时可用顿号隔开几个；不填则全部",
        examples=["入驻率"],
    ),
]
ScopeQuery = Annotated[
    str | None, Query(max_length=100, description="地区或范围，如文件所印；不填则全部", examples=["昆山市"])
]
DocumentPath = Annotated[str, Path(max_length=200, description="文件编号", examples=["qingpu"])]
ConversationPath = Annotated[str, Path(max_length=200, description="会话编号，新建会话时给出")]
RefPath = Annotated[str, Path(max_length=200, description="答复里的 ref")]
LimitQuery = Annotated[int, Query(ge=1, le=200, description="一页最多几条")]
AfterQuery = Annotated[str | None, Query(max_length=40, description="上一页给出的 next；不填则从头开始")]


def form_query(description: str) -> QueryField:
    """The parameter `format`; the description says what each form is for."""
    field: QueryField = Query(alias="format", description=description, examples=["json"])
    return field


TableForm = Annotated[Literal["json", "csv", "xlsx"], form_query("json、csv、xlsx；文件总是完整")]
"""The forms of a list that is a plain table."""

"""Query parameters that several routes share, so that they are called and described alike."""

from typing import Annotated

from fastapi import Query

from corpus.task import Role

__all__ = ["DocQuery", "RoleQuery", "UnitQuery", "WordsQuery", "YearQuery"]

DocQuery = Annotated[list[str] | None, Query(description="文件编号，可以有几个；不填则全部文件")]
UnitQuery = Annotated[str | None, Query(max_length=100, description="单位，用文件里的任何一种叫法")]
RoleQuery = Annotated[Role, Query(description="单位的角色：lead 牵头、responsible 责任、any 不限")]
YearQuery = Annotated[int | None, Query(ge=1900, le=2200, description="年份")]
WordsQuery = Annotated[str | None, Query(max_length=100)]

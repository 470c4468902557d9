"""Whether a table states goals: by the words of its title and headers, or as work planned by year or for each place.

Knows header words and where numbers stand; what the columns mean, `target_columns` tells.
"""

import re
from collections.abc import Sequence

from corpus.extraction.indicators import is_flow
from corpus.extraction.target_titles import title_plans
from corpus.extraction.target_words import (
    ASIDE,
    BASELINE,
    BRACKET,
    BY_YEAR,
    NOT_A_NUMBER,
    PLACES,
    SEQ,
    STAGE,
    YEAR_ALONE,
)
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.characters import fold
from corpus.quoting import compact
from corpus.table import Table

__all__ = ["is_goal_title", "is_own_goal", "is_refused", "states_goals"]

_NO_TARGETS = re.compile(r"项目清单|项目表|项目名称|名单|评分|评价标准|奖励|补贴(?!性)|收费|价格|成员")
_LISTS = re.compile(r"项目清单|项目表|项目名称|名单|成员")
"""Of these nothing is a goal, whatever a column is called."""
_TARGETS = re.compile(r"目标|指标|任务分解|计划表|年度计划")
_OWN_GOAL = re.compile(
    r"目标|^(?:计划|拟)(?:新|改|扩|建|增|完|培|引)(?!.*(?:投资|资金|时间))|20\d\d年(?:度)?(?:计划|任务|预期)(?!.*(?:投资|资金|时间))"
)
"""A column that is a goal, whatever the table is about."""


def states_goals(table: Table, title: str, headers: Sequence[str]) -> bool:
    """Whether any column of the table can be a goal."""
    words = title + "".join(headers)
    own = any(map(is_own_goal, headers))
    if title_plans(title) and sum(STAGE.match(fold(header)) is not None for header in headers) > 1:
        return True
    refused = is_refused(title) or (is_refused("".join(headers)) and not is_goal_title(title))
    if _LISTS.search(words) or (refused and not own):
        return False
    return own or _TARGETS.search(words) is not None or _plans(table, title, headers)


def is_refused(words: str) -> bool:
    """Whether a table by its words is of awards, scores or prices: of it only what is called a goal is one."""
    return _NO_TARGETS.search(words) is not None


def is_own_goal(header: str) -> bool:
    """Whether a column is a goal by its own name."""
    return _OWN_GOAL.search(header) is not None


def is_goal_title(title: str) -> bool:
    """Whether a title makes every number of its table a goal."""
    return _TARGETS.search(title) is not None or title_plans(title)


def _plans(table: Table, title: str, headers: Sequence[str]) -> bool:
    """Whether a table that names no goal is one of work planned: by year, or so much for each place."""
    return _is_by_year(table, headers) or _is_of_places(table, title, headers)


def _is_by_year(table: Table, headers: Sequence[str]) -> bool:
    """Whether the rows are years and the columns amounts of work (年份 | 新增面积（万平方米）): plans for each."""
    years = [compact(row.cells[0].text) for row in table.rows]
    named = len(years) > 1 and all(map(YEAR_ALONE.match, years)) and BY_YEAR.match(headers[0]) is not None
    return named and all(is_flow(header) and not BASELINE.search(header) for header in headers[1:])


def _is_of_places(table: Table, title: str, headers: Sequence[str]) -> bool:
    """Whether a table of tasks or plans (各街道建设任务表) gives places, or years, so many of what its columns name."""
    first, *others = [at for at, header in enumerate(headers) if not SEQ.match(header)] or [0]
    counted = [at for at in others if not NOT_A_NUMBER.search(headers[at])]
    by_place = PLACES.match(ASIDE.sub("", headers[first])) is not None
    by_year = sum(YEAR_ALONE.match(headers[at]) is not None for at in counted) > 1
    if not title_plans(title) or not counted or not (by_place or by_year):
        return False
    if all(BRACKET.search(fold(headers[at])) for at in counted):
        return True
    cells = [cell for row in table.rows for at in counted if (cell := compact(row.cells[at].text).strip("-—－/"))]
    return bool(cells) and all(cell_to_quantity(cell) is not None for cell in cells)

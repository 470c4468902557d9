"""What programs that use tools may do with the desk: four things, all reading. Knows no protocol.

Each is done for the sender of the request that is being answered.
"""

from collections.abc import Sequence

from pydantic import BaseModel, Field

from api.counters import count_answer
from api.desk import Desk
from api.guards.access import current_scope
from api.lists.hit_view import HitView
from api.lists.listing import TaskFilters
from assistant.answer import Answer
from assistant.comparison import compare
from assistant.views import ComparisonView, TaskView


class Passages(BaseModel):
    """Passages, best first."""

    passages: list[HitView] = Field(description="原文段落，最相关的在前。")


class TaskPage(BaseModel):
    """Some of the tasks that pass the filters."""

    total: int = Field(description="符合条件的任务总数。")
    offset: int = Field(description="这里列出的是第 offset 条之后的任务。")
    tasks: list[TaskView] = Field(description="任务，按文件和印发顺序。")


class DeskTools:
    """The four tools. All raise Busy, IndexMissing or UnknownDocument; `ask` raises BadQuestion too."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def search(self, query: str, documents: Sequence[str], limit: int) -> Passages:
        """Passages only, with their scores."""
        desk = self._desk
        assistant = desk.assistant_for(current_scope())
        hits = await desk.pool.run(assistant.search, query, documents, limit)
        return Passages(passages=[HitView.of(hit).marked(assistant.library) for hit in hits])

    async def ask(self, question: str, documents: Sequence[str]) -> Answer:
        """The answer with its citations, or a refusal with its reason."""
        desk = self._desk
        answer = await desk.pool.run(desk.assistant_for(current_scope()).ask, question, documents)
        count_answer(desk.counters, answer)
        return answer

    async def list_tasks(self, filters: TaskFilters, limit: int, offset: int) -> TaskPage:
        """`limit` of the tasks that pass the filters, after the first `offset`."""
        library = self._desk.opening.library
        tasks = await self._desk.pool.run(filters.select, library)
        views = [TaskView.of(task).marked(library) for task in tasks[offset : offset + limit]]
        return TaskPage(total=len(tasks), offset=offset, tasks=views)

    async def compare_targets(
        self, indicator: str | None, year: int | None, documents: Sequence[str]
    ) -> ComparisonView:
        """Indicators by documents; every document in scope has its cells, also one that says nothing."""
        library = self._desk.opening.library
        return await self._desk.pool.run(compare, library, documents=documents, indicator=indicator, year=year)

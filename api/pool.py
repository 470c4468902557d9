"""A bounded number of threads for work that blocks; when all are taken and the queue is full, a fast Busy."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import ParamSpec, TypeVar

from corpus.errors import Busy

P = ParamSpec("P")
R = TypeVar("R")


class WorkPool:
    """Runs at most `workers` pieces of work at once and keeps at most `queue` more waiting."""

    def __init__(self, workers: int, queue: int) -> None:
        self._workers, self._room = workers, workers + queue
        self._taken, self._lock = 0, Lock()
        self._executor = ThreadPoolExecutor(workers, thread_name_prefix="work")

    @property
    def waiting(self) -> int:
        """Pieces of work that no thread has taken up yet."""
        return max(0, self._taken - self._workers)

    def submit(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """`work(...)`, to be done in a thread. Raises Busy at once where there is no room."""
        self._take()
        future = self._executor.submit(partial(work, *args, **kwargs))
        future.add_done_callback(self._free)
        return future

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of `work(...)`, done in a thread. Raises Busy at once where there is no room."""
        return await asyncio.wrap_future(self.submit(work, *args, **kwargs))

    def close(self) -> None:
        """Take no more work; what waits is dropped, what runs is left to finish."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    def _take(self) -> None:
        with self._lock:
            if self._taken == self._room:
                raise Busy("现在使用的人较多，暂时排不上。", "请过几秒钟再试。")
            self._taken += 1

    def _free(self, _: Future[R]) -> None:
        with self._lock:
            self._taken -= 1

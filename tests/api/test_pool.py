"""A bounded pool: what does not fit is told so at once."""

import asyncio
import threading

import pytest

from api.pool import WorkPool
from corpus.errors import Busy


def test_work_is_done_in_a_thread():
    async def main():
        pool = WorkPool(1, 1)
        assert await pool.run(threading.get_ident) != threading.get_ident()
        pool.close()

    asyncio.run(main())


def test_what_work_raises_reaches_the_caller():
    async def main():
        pool = WorkPool(1, 0)
        with pytest.raises(ValueError, match="no number"):
            await pool.run(lambda: (_ for _ in ()).throw(ValueError("no number")))
        assert await pool.run(lambda: 1) == 1
        pool.close()

    asyncio.run(main())


def test_beyond_workers_and_queue_it_is_busy_and_then_free_again():
    async def main():
        pool, gate = WorkPool(workers=1, queue=1), threading.Event()
        running = [pool.submit(gate.wait, 10) for _ in range(2)]
        with pytest.raises(Busy, match="较多"):
            pool.submit(gate.wait, 10)
        assert pool.waiting == 1
        gate.set()
        await asyncio.gather(*map(asyncio.wrap_future, running))
        assert pool.waiting == 0
        assert await pool.run(lambda: "free") == "free"
        pool.close()

    asyncio.run(main())

"""Reading an untrusted file in a process of its own that can be killed, with limits on memory and time.

What comes back is JSON, never pickle: a hostile file that takes over the reader must not take over the caller.
"""

import logging
import multiprocessing
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter

from corpus.errors import UnreadableDocument
from corpus.reading.reading import Reader, Reading
from corpus.reading.written import Written, written_to_reading

R = TypeVar("R")

Extractor = Callable[[bytes, str], Written]
"""Takes the bytes of a file and its name (for messages only); raises UnreadableDocument. A top-level function."""

_LONGEST_RESULT = 2**28
_DATA = 5
_DONE = b"+"
_REFUSED = b"-"


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` in bytes over what the bare process takes; `seconds` of wall clock, and as many of each core."""

    memory: int = 2**30
    seconds: int = 120


_REASON = TypeAdapter(tuple[str, str])


def sandboxed(extractor: Extractor, limits: Limits | None = None) -> Reader:
    """A Reader that runs `extractor` in a child process."""

    def read(data: bytes, name: str) -> Reading:
        return written_to_reading(run_in_child(extractor, data, name, limits or Limits(), Written))

    return read


def run_in_child(work: Callable[[bytes, str], R], data: bytes, name: str, limits: Limits, shape: type[R]) -> R:
    """What `work`, a top-level function, makes of `data`: a `shape`, which pydantic can write as JSON.

    Raises UnreadableDocument where it fails, dies or takes too long.
    """
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(sender, work, data, name, limits, shape), daemon=True)
    child.start()
    sender.close()
    try:
        answer = _receive(receiver, limits.seconds)
    finally:
        receiver.close()
        if child.is_alive():
            child.kill()
        child.join()
        child.close()
    if answer is None:
        raise UnreadableDocument(f"读取文件“{name}”超过 {limits.seconds} 秒，已中止。", "请拆分文件，或另存为文本。")
    if not answer:
        raise UnreadableDocument(
            f"读取文件“{name}”的进程异常退出：文件已损坏，或所需内存超过上限。", "请重新导出，或另存为文本。"
        )
    return _unpack(answer, shape)


@cache
def _context() -> ForkServerContext | SpawnContext:
    """Where a process may be forked, each is from one that has seen no file and holds the readers ready: importing them
    for each file would take twenty times as long as reading it.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["__main__", *(one for one in sys.modules if one.startswith("corpus."))])
    return context


def _receive(receiver: Connection, seconds: int) -> bytes | None:
    """The child's answer; empty where it died without one, None where it took too long."""
    if not receiver.poll(seconds):
        return None
    try:
        return receiver.recv_bytes(_LONGEST_RESULT)
    except (EOFError, OSError):
        return b""


def _unpack(answer: bytes, shape: type[R]) -> R:
    kind, content = answer[:1], answer[1:]
    if kind != _DONE:
        raise UnreadableDocument(*_REASON.validate_json(content))
    return TypeAdapter(shape).validate_json(content)


def _work(
    sender: Connection, work: Callable[[bytes, str], R], data: bytes, name: str, limits: Limits, shape: type[R]
) -> None:
    """In the child: limits first, then the file. What libraries log of it would put its words into the server's log."""
    _limit(limits)
    logging.disable()
    try:
        answer = _DONE + TypeAdapter(shape).dump_json(work(data, name))
    except UnreadableDocument as error:
        answer = _refusal(error.message, error.hint)
    except (MemoryError, RecursionError):
        answer = _refusal(f"读取文件“{name}”所需内存超过上限。", "请拆分文件，或另存为文本。")
    sender.send_bytes(answer)
    sender.close()


def _refusal(message: str, hint: str) -> bytes:
    return _REFUSED + _REASON.dump_json((message, hint))


def _limit(limits: Limits) -> None:
    """Memory that is written to is limited, not address space: that would count what threads reserve and never use.

    Only Linux tells how much that is; elsewhere the time alone is limited, by who waits for the answer.
    """
    if sys.platform != "linux":
        return
    import resource

    used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[_DATA]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_DATA, (used + limits.memory,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds * 2,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

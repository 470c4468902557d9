"""Kills builds of an index with kill -9 at moments spread over a build, and looks at what is left. Run by a test.

A process of its own, so that children can be forked before any thread is started. Prints the number of kills.
"""

import os
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from indexing.build import build_index
from indexing.index import open_index
from indexing.store import building, current, current_id, sweep
from tests.indexing.fakes import FakeEncoder, market_sheet, river_sheet, small_library

LIBRARIES = [small_library(), small_library(river_sheet()), small_library(market_sheet())]


def built_in_child(data_dir, library, model, kill_after=None):
    """Seconds the build took, or None where it was killed before its end.

    Another model for every build: all is embedded anew, and until it is, the index answers without vectors.
    """
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        build_index(library, data_dir, FakeEncoder(fingerprint=model), rebuild=True)
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return time.perf_counter() - start if os.WIFEXITED(status) else None


def looked_at(data_dir, expected):
    """Nothing but whole generations is there, and the current one answers with one of the expected libraries."""
    with building(data_dir):
        sweep(data_dir)
    names = sorted(path.name for path in (data_dir / "index").iterdir())
    assert [name for name in names if not name.startswith("gen-")] == ["CURRENT", "lock"], names
    assert len(names) <= 4, names
    index = open_index(data_dir, FakeEncoder(fingerprint=current(data_dir).manifest.model))
    assert list(index.library.documents) in expected, index.library.documents
    assert index.search("负责资金统筹和清淤的单位")
    return list(index.library.documents), index.pending


def main(kills):
    with tempfile.TemporaryDirectory() as folder:
        data_dir = Path(folder)
        build_index(LIBRARIES[0], data_dir, FakeEncoder())  # loads the libraries once, for all children
        now = list(LIBRARIES[0].documents)
        whole = built_in_child(data_dir, LIBRARIES[0], "fake@0")
        killed, changed, without = 0, 0, 0
        for number in range(20 * kills):
            library = LIBRARIES[number % len(LIBRARIES)]
            # Moments run through the build, a little beyond its usual end, so that the commit itself is hit too.
            moment = whole * (number % kills + 0.5) / kills * 1.1
            if built_in_child(data_dir, library, f"fake@{number + 1}", moment) is None:
                killed += 1
            before, (now, pending) = now, looked_at(data_dir, [now, list(library.documents)])
            changed, without = changed + (before != now), without + pending
            if killed == kills:
                break
        assert current_id(data_dir)
        sys.stdout.write(
            f"{killed} kills, {changed} changes of library, {without} found without vectors, {whole:.3f} s a build\n"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]))

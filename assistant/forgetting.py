"""Forgetting what functions keep of documents from call to call: it is kept by document and by library, so that
versions nobody can ask about any more would stay in memory. Knows where functions keep things, not what.

What is open for long is kept out of the collector's way: to look through all documents takes a quarter of a second,
which every tenth question would wait for.
"""

import ctypes
import gc
import sys
from contextlib import suppress
from functools import _lru_cache_wrapper

_ROOMS = ("assistant.", "corpus.", "indexing.")


def settle() -> None:
    """Tell the garbage collector that all that is there now will stay, until something is forgotten."""
    gc.freeze()


def forget() -> None:
    """Empty every bounded cache of our modules, and hand free memory back to the system where that can be asked for.

    Caches without bound (`functools.cache`) hold tables that no document changes, and stay.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS):
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()
    gc.unfreeze()
    gc.collect()
    settle()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)

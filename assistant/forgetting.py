"""Forgetting what functions keep of documents from call to call: it is kept by document and by library, so that
versions nobody can ask about any more would stay in memory. Knows where functions keep things, not what.
"""

import ctypes
import gc
import sys
from contextlib import suppress
from functools import _lru_cache_wrapper

__all__ = ["forget"]

_ROOMS = ("assistant.", "corpus.", "indexing.")


def forget() -> None:
    """Empty every bounded cache of our modules, and hand free memory back to the system where that can be asked for.

    Caches without bound (`functools.cache`) hold tables that no document changes, and stay.
    """
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS):
            for value in list(vars(module).values()):
                if isinstance(value, _lru_cache_wrapper) and value.cache_parameters()["maxsize"] is not None:
                    value.cache_clear()
    gc.collect()
    with suppress(AttributeError, OSError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)

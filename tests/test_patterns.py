"""No regular expression of the code is held up by a string of 50 000 characters: each would run into the limit."""

import importlib

import pytest

from tests.patterns import hostile_strings, module_names, patterns_of, sweep


@pytest.mark.timeout(120)
@pytest.mark.parametrize("package", sorted({name.rpartition(".")[0] or name for name in module_names()}))
def test_no_pattern_is_held_up(package):
    """A pattern that backtracks without bound takes hours, not seconds. Some of the strings; the command takes all."""
    modules = [name for name in module_names() if (name.rpartition(".")[0] or name) == package]
    for pattern in {one for name in modules for one in patterns_of(importlib.import_module(name)).values()}:
        for text in list(hostile_strings(pattern))[::7]:
            sweep(pattern, text)

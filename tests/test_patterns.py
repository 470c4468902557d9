"""No regular expression of the code is held up by a string of 50 000 characters: each would run into the limit."""

import importlib

import pytest

from tests.patterns import data_patterns, hostile_strings, milliseconds, module_names, patterns_of, sweep


@pytest.mark.timeout(120)
@pytest.mark.parametrize("package", sorted({name.rpartition(".")[0] or name for name in module_names()}))
def test_no_pattern_is_held_up(package):
    """A pattern that backtracks without bound takes hours, not seconds. Some of the strings; the command takes all."""
    modules = [name for name in module_names() if (name.rpartition(".")[0] or name) == package]
    for pattern in {one for name in modules for one in patterns_of(importlib.import_module(name)).values()}:
        for text in list(hostile_strings(pattern))[::7]:
            sweep(pattern, text)


@pytest.mark.timeout(120)
@pytest.mark.parametrize("file", sorted({label.partition(":")[0].partition("[")[0] for label in data_patterns()}))
def test_no_pattern_of_a_data_file_takes_long(file):
    """Those who write data are not to think of backtracking. What is bounded takes up to 50 ms of processor time for
    such a string, what is not takes many seconds: ten times the first is far from both, however busy the machine.
    """
    slow = {}
    for label, pattern in data_patterns().items():
        if label.startswith(file):
            for text in hostile_strings(pattern):
                if milliseconds(pattern, text) > 500:
                    slow[label] = text[:6]
    assert slow == {}


def test_patterns_of_all_data_files_are_known():
    """A new file of patterns is swept too."""
    files = {label.partition(":")[0].partition("[")[0] for label in data_patterns()}
    assert {"assistant/reading/senses.tsv", "assistant/prose/offers.tsv", "assistant/facts/record_columns.tsv"} <= files

"""What running installs may be used by anybody: every licence is known and none is GPL or AGPL."""

import importlib.util
import re
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"


def test_no_package_that_running_needs_is_under_gpl():
    spec = importlib.util.spec_from_file_location("licences", DOCS / "licences.py")
    licences = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(licences)
    found = {name: licences.licence(package) for name, package in licences.running().items()}
    assert {"onnxruntime", "rapidocr", "mcp"} <= found.keys()
    assert not {"torch", "sentence-transformers", "pytest"} & found.keys()
    assert [name for name, licence in found.items() if not licence] == []
    assert [name for name, licence in found.items() if re.search("GPL|Lesser|Affero", licence)] == []

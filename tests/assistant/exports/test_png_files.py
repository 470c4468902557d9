"""PNG pictures, where their renderer is installed and where it is not."""

import sys
from types import SimpleNamespace

import pytest

from assistant.exports.charts import svg_to_png
from corpus.errors import BadRequest


def test_the_renderer_gets_the_drawing_at_twice_its_size(monkeypatch):
    asked = {}

    def render(**options):
        asked.update(options)
        return b"\x89PNG"

    monkeypatch.setitem(sys.modules, "resvg_py", SimpleNamespace(svg_to_bytes=render))
    assert svg_to_png("<svg/>") == b"\x89PNG"
    assert asked == {"svg_string": "<svg/>", "zoom": 2}


def test_without_a_renderer_the_reader_is_told_what_to_use_instead(monkeypatch):
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(BadRequest) as raised:
        svg_to_png("<svg/>")
    assert "svg" in raised.value.hint

"""SVG as PNG: the one module that knows resvg, a renderer without parts outside its wheel. An extra, not a must."""

import importlib

from corpus.errors import BadRequest

__all__ = ["svg_to_png"]

_SCALE = 2
"""Pixels a unit: sharp on paper, too."""


def svg_to_png(drawing: str) -> bytes:
    """The drawing as a PNG picture, in fonts of the system. Raises BadRequest where no renderer is installed."""
    try:
        renderer = importlib.import_module("resvg_py")
    except ModuleNotFoundError as error:
        message = "没有安装生成 PNG 图片的组件（resvg-py）。"
        raise BadRequest(message, "请改用 svg，Word 和浏览器都能打开；或者安装 resvg-py 后再试。") from error
    return bytes(renderer.svg_to_bytes(svg_string=drawing, zoom=_SCALE))

"""What is printed and belongs to no document: page numbers, running heads and feet, the foot of a web site.

Knows lines, no tables.
"""

import re
from collections import Counter
from collections.abc import Sequence

from corpus.quoting import compact
from corpus.reading.pdf_lines import PrintedLine

__all__ = ["find_furniture"]

_NUMBER = re.compile(
    r"[—–―─‒‐－\-·.~]{0,3}\d{1,4}[—–―─‒‐－\-·.~]{0,3}|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}/\d{1,4}"
)
_DIGITS = re.compile(r"\d{1,12}")
_SITE = re.compile(r"ICP备|公网安备|网站标识码|版权所有|[Cc]opyright|扫一扫在手机打开|【打印本页】|【关闭窗口】")
_FEWEST_SIGNS = 2
_BAND = 0.1
_DEEPEST = 2
_FEWEST = 3
_SHARE = 0.6


def find_furniture(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[set[PrintedLine]]:
    """For each page the lines of its head and foot band that are page numbers or stand on most pages (digits aside)."""
    site = _site_foot([line for lines in pages for line in lines])
    bands = [_band(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counts = Counter(words for band in bands for words in {_plain(line) for line in band})
    often = max(_FEWEST, len(pages) * _SHARE)
    return [
        {line for line in band if _is_number(line) or counts[_plain(line)] >= often} | site.intersection(lines)
        for band, lines in zip(bands, pages, strict=True)
    ]


def _band(lines: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """The first and last lines of a page, near its edges."""
    outer = [*lines[:_DEEPEST], *lines[-_DEEPEST:]]
    return [line for line in dict.fromkeys(outer) if not height * _BAND < line.y < height * (1 - _BAND)]


def _site_foot(lines: Sequence[PrintedLine]) -> set[PrintedLine]:
    """The last lines of a printed web page: from the first behind the last sentence, if several name the site."""
    sentences = [at for at, line in enumerate(lines) if "。" in line.text]
    behind = lines[sentences[-1] + 1 if sentences else 0 :]
    signs = [at for at, line in enumerate(behind) if _SITE.search(line.text)]
    if sum(len(_SITE.findall(line.text)) for line in behind) < _FEWEST_SIGNS:
        return set()
    return set(behind[signs[0] :])


def _is_number(line: PrintedLine) -> bool:
    return _NUMBER.fullmatch(compact(line.text)) is not None


def _plain(line: PrintedLine) -> str:
    return _DIGITS.sub("#", compact(line.text))

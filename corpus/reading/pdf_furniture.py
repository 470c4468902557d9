"""What is printed and belongs to no document: page numbers, running heads and feet, the foot of a web site.

Knows lines, no tables.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from corpus.quoting import compact
from corpus.reading.pdf_lines import PrintedLine

_NUMBER = re.compile(
    r"[—–―─‒‐－\-·.~]{0,3}\d{1,4}[—–―─‒‐－\-·.~]{0,3}|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}/\d{1,4}"
)
_DIGITS = re.compile(r"\d{1,12}")
_SITE = re.compile(r"ICP备|公网安备|网站标识码|版权所有|[Cc]opyright|扫一扫在手机打开|【打印本页】|【关闭窗口】")
_HOST = re.compile(r"^(?:网站)?主办(?:单位)?[：:]")
"""Who runs the site: that is told of the document."""
_FEWEST_SIGNS = 2
_BAND = 0.1
_DEEPEST = 2
_FEWEST = 3
_SAME_HEIGHT = 4.0
_SHARE = 0.6


def find_furniture(pages: Sequence[Sequence[PrintedLine]], heights: Sequence[float]) -> list[set[PrintedLine]]:
    """For each page the lines of its head and foot band that are page numbers, where several stand at one height, or
    stand on most pages (digits aside).
    """
    site = _site_foot([line for lines in pages for line in lines])
    bands = [_band(lines, height) for lines, height in zip(pages, heights, strict=True)]
    counts = Counter(words for band in bands for words in {_plain(line) for line in band})
    often = max(_FEWEST, len(pages) * _SHARE)
    places = [round(line.y / _SAME_HEIGHT) for band in bands for line in band if is_page_number(line.text)]
    numbered = {height for height in places if len(pages) < _FEWEST or places.count(height) > 1}
    return [
        {line for line in band if _is_page_number(line, numbered) or _stands_often(line, counts, often)}
        | site.intersection(lines)
        for band, lines in zip(bands, pages, strict=True)
    ]


def _band(lines: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """The first and last lines of a page, near its edges."""
    outer = [*lines[:_DEEPEST], *lines[-_DEEPEST:]]
    return [line for line in dict.fromkeys(outer) if not height * _BAND < line.y < height * (1 - _BAND)]


def _site_foot(lines: Sequence[PrintedLine]) -> set[PrintedLine]:
    """The last lines of a printed web page: from the first behind the last sentence, if several name the site, but for
    the one that says who runs it.
    """
    sentences = [at for at, line in enumerate(lines) if "。" in line.text]
    behind = lines[sentences[-1] + 1 if sentences else 0 :]
    signs = [at for at, line in enumerate(behind) if _SITE.search(line.text)]
    if sum(len(_SITE.findall(line.text)) for line in behind) < _FEWEST_SIGNS:
        return set()
    return {line for line in behind[signs[0] :] if not _HOST.match(compact(line.text))}


def _stands_often(line: PrintedLine, counts: Mapping[str, int], often: float) -> bool:
    return not is_page_number(line.text) and counts[_plain(line)] >= often


def _is_page_number(line: PrintedLine, heights: Collection[int]) -> bool:
    """Whether it is the number of a page: one that stands at the height of others, or one with dashes or words."""
    near = any(abs(line.y / _SAME_HEIGHT - height) <= 1 for height in heights)
    return is_page_number(line.text) and (near or not compact(line.text).isdecimal())


def is_page_number(text: str) -> bool:
    """Whether a line may be the number of a page."""
    return _NUMBER.fullmatch(compact(text)) is not None


def _plain(line: PrintedLine) -> str:
    return _DIGITS.sub("#", compact(line.text))

"""文号: 代字〔年〕序号号, however brackets, digits and spaces are printed. Knows the words, not where they stand."""

import re
import unicodedata
from typing import NamedTuple

from corpus.quoting import compact
from corpus.reading.marks import strip_edges

_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff](?:\s?[\u4e00-\u9fff]){0,14})\s{0,3}"
    r"[〔\[［（(【﹝]\s{0,3}(?P<year>\d(?:\s?\d){3})\s{0,3}年?\s{0,2}[〕\]］）)】﹞]\s{0,3}"
    r"第?\s{0,2}(?P<serial>\d(?:\s?\d){0,4})\s{0,3}号"
)
_LABEL = re.compile(r"(?:发文字号|文\s{0,6}号|文件编号)\s{0,3}[:：\]】]\s{0,3}")
_SERIAL = re.compile(r"\(?((?:\d{4}年)?第\d{1,4}号)\)?")
_BRACKETS = "（）()【】[] \t\u3000"
_SIGNER = re.compile(r"(?<!\s)\s+签发人.{0,20}$")


class DocNumber(NamedTuple):
    """`key` is the canonical form 代字〔2023〕30号; `raw` the printed words without white space."""

    key: str
    raw: str


def text_to_doc_number(text: str) -> DocNumber | None:
    """The first 文号 printed in `text`, quoted ones too; None where there is none.

    >>> text_to_doc_number("苏府办 [２０２３] 第 ４８ 号").key
    '苏府办〔2023〕48号'
    """
    match = _NUMBER.search(text)
    return _to_doc_number(match) if match else None


def line_to_doc_number(line: str) -> DocNumber | None:
    """The 文号 that `line` states as the document's own: nothing else stands on the line, or a label 文号：."""
    label = _LABEL.search(line)
    if label:
        match = _NUMBER.match(line, label.end())
        return _to_doc_number(match) if match else None
    line = line[slice(*strip_edges(line, 0, len(line)))]
    alone = _NUMBER.fullmatch(_SIGNER.sub("", line)) or _NUMBER.fullmatch(_unbracketed(line))
    return _to_doc_number(alone) if alone else None


def line_to_serial(line: str, above: str) -> DocNumber | None:
    """The number of a decree or an announcement, which has no code (2025年第3号), a decree's with what stands `above`.

    >>> line_to_serial("第47号", "某市人民政府令").key
    '某市人民政府令第47号'
    """
    serial = _SERIAL.fullmatch(_plain(line))
    if serial is None:
        return None
    head = _plain(above)
    return DocNumber(f"{head}{serial[1]}" if head.endswith("令") else serial[1], compact(line))


def _to_doc_number(match: re.Match[str]) -> DocNumber:
    code, year, serial = (_plain(match[name]) for name in ("code", "year", "serial"))
    return DocNumber(f"{code}〔{year}〕{int(serial)}号", compact(match[0]))


def _plain(text: str) -> str:
    return compact(unicodedata.normalize("NFKC", text))


def _unbracketed(line: str) -> str:
    """（国发〔2018〕42号) under a title, without its outer brackets."""
    inner = line.strip()
    return inner[1:-1].strip(_BRACKETS[-3:]) if inner[:1] in "（(【" and inner[-1:] in "）)】" else inner

"""Bytes to text, or a refusal that says why. Knows encodings and file signatures, nothing of documents."""

import re
import unicodedata
from collections.abc import Iterator
from html import unescape

from corpus.document import MediaType
from corpus.errors import UnreadableDocument
from corpus.folding.characters import UNREADABLE as NEVER_READ

UNREADABLE = re.compile(f"[{NEVER_READ}]")
"""Characters that no reader can know: replacement and private-use ones."""

_AS_UTF8 = "请另存为 UTF-8 编码的文本后重试。"
_HTML_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta charset")
_FRAGMENT = re.compile(
    rb"[\s\xef\xbb\xbf]{0,200}(?:(?:<!--(?:(?!-->).){0,1000}-->|<%(?:(?!%>).){0,1000}%>|</?[a-z]{1,10}:[^>]{0,300}>)\s{0,200}){0,20}"
    rb"<(?:p|div|span|table|center|section|article|h[1-6]|strong|b|font|ul|ol|style|script|link|meta|title|br)\b[^<>]{0,2000}>",
    re.DOTALL,
)
_ENDS = re.compile(rb"</(?:p|div|td)\s{0,3}>|<br\s{0,3}/?>")
_TAG = re.compile(r"<[/!?]?[a-zA-Z]")
_ROW = re.compile(rb"^[^\n]{0,2000}\|[^\n]*$", re.MULTILINE)
"""A row of a table in Markdown, which may have such ends in its cells."""
_FEWEST_ENDS = 3
"""Ends of paragraphs that only the inside of a web page has, wherever it begins (in a copy, in a database)."""
READABLE = "请提供 txt、html、pdf、docx 或 xlsx 文件。"
"""What to do about a file of another kind, for a person."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_OLD_KINDS = {"WordDocument": MediaType.DOC, "Workbook": MediaType.XLS, "Book": MediaType.XLS}
_AS_DOCX = "请用 Word 或 WPS 打开，另存为 docx 后再添加。"
_FOREIGN = {
    b"{\\rtf": "RTF 文档",
    b"\x89PNG": "PNG 图片",
    b"\xff\xd8\xff": "JPEG 图片",
    b"GIF8": "GIF 图片",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
    b"\x1f\x8b": "gzip 压缩包",
}
_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff")
_ALLOWED_CONTROLS = frozenset("\t\n\r\f\v")
_CHINESE_SHARE = 0.3
_COMMON_SHARE = 0.9
_DECLARED = re.compile(
    rb"""charset\s{0,3}=\s{0,3}["']?([\w-]{3,20})|<\?xml[^>]{0,60}encoding=["']([\w-]{3,20})""", re.IGNORECASE
)
_HEAD = 4096
_CODECS = {"utf-8": "utf-8", "utf8": "utf-8", "big5": "big5hkscs", "big5-hkscs": "big5hkscs"}
_CODECS |= dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "gb_2312-80", "cp936"), "gb18030")
_LEVEL_ONE = {"gb18030": ("gb2312", range(0xB0, 0xD8)), "big5hkscs": ("big5", range(0xA4, 0xC7))}
"""The common characters of an encoding: its older form and the first bytes of these."""
_UNSEEN = re.compile(r"(?is)<(script|style)\b.{0,200000}?</\1\s{0,3}>|<[^<>]{0,2000}>")
_DRAWING = re.compile(rb"[\s\xef\xbb\xbf]{0,20}(?:<[?!][^>]{0,500}>\s{0,20}){0,5}<svg\b")
_MOST_BROKEN = 3
_BROKEN_SHARE = 0.002


def bytes_to_media_type(data: bytes, name: str) -> MediaType:
    """What kind of file `data` is, by its content; `name` is only for the message of UnreadableDocument."""
    if not data.strip():
        raise UnreadableDocument(f"文件“{name}”是空的。", "请确认文件已完整保存，再重新添加。")
    if b"%PDF-" in data[:1024]:
        return MediaType.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip_to_media_type(data, name)
    if data.startswith(_OLD_OFFICE):
        return _old_to_media_type(data, name)
    for sign, kind in _FOREIGN.items():
        if data.startswith(sign):
            raise UnreadableDocument(f"文件“{name}”是{kind}，不能读取。", _AS_DOCX if "RTF" in kind else READABLE)
    return _plain_to_media_type(data, name)


def bytes_to_text(data: bytes, name: str) -> str:
    """The text of `data`: UTF-8 or UTF-16 by its mark, UTF-8, the encoding that a page declares, or what plainly gives
    Chinese. The few bytes that a cut left over become U+FFFD.

    Raises UnreadableDocument for binary data, other encodings and text without a single word.
    """
    wide = data.startswith(_WIDE_BOMS)
    if b"\x00" in data and not wide:
        raise UnreadableDocument(f"文件“{name}”是二进制文件，不是文本。", READABLE)
    text = data.decode("utf-16", "replace") if wide else next(_decoded(data), None)
    if text is None:
        raise UnreadableDocument(f"文件“{name}”的编码无法识别。", _AS_UTF8)
    controls = sum(_is_control(character) for character in text)
    if controls > max(2, len(text) // 100):
        raise UnreadableDocument(f"文件“{name}”含有大量控制字符，不是文本。", READABLE)
    if not any(map(str.isalnum, text)):
        raise UnreadableDocument(f"文件“{name}”没有文字。", "请确认文件已完整保存，再重新添加。")
    return text


def unescaped(source: str) -> str:
    """A page all of whose tags were escaped (&lt;p&gt;, in a feed, a database) as it was before; others as they are."""
    return source if _TAG.search(source) else unescape(source)


def count_suspicious(text: str) -> int:
    """How many characters of `text` are replacement, private-use or control characters."""
    return sum(
        character == "\ufffd" or _is_control(character) or unicodedata.category(character) == "Co" for character in text
    )


def _plain_to_media_type(data: bytes, name: str) -> MediaType:
    head = unescaped(_head(data).decode("latin-1")).encode("latin-1", "ignore").lower()
    if any(sign in head for sign in _HTML_SIGNS) or _is_fragment(head):
        return MediaType.HTML
    if _DRAWING.match(head):
        raise UnreadableDocument(f"文件“{name}”是 SVG 图片，不能读取。", READABLE)
    return MediaType.TEXT


def _is_fragment(head: bytes) -> bool:
    """Whether these are words from inside a web page: a copy of its body, a field of a database."""
    return _FRAGMENT.match(head) is not None or len(_ENDS.findall(_ROW.sub(b"", head))) >= _FEWEST_ENDS


def _zip_to_media_type(data: bytes, name: str) -> MediaType:
    for folder, kind in ((b"word/", MediaType.DOCX), (b"xl/", MediaType.XLSX)):
        if folder in data:
            return kind
    raise UnreadableDocument(f"文件“{name}”是压缩包，不是可读的文档。", READABLE)


def _old_to_media_type(data: bytes, name: str) -> MediaType:
    """By the name of the stream that an old Office file keeps its words in."""
    for stream, kind in _OLD_KINDS.items():
        if stream.encode("utf-16-le") in data:
            return kind
    raise UnreadableDocument(f"文件“{name}”是旧版 Office 文件，但不是文档或表格。", READABLE)


def _head(data: bytes) -> bytes:
    """The beginning of `data` as a narrow encoding would have it."""
    head = data[:_HEAD]
    return head.decode("utf-16", "ignore").encode("utf-8", "ignore") if head.startswith(_WIDE_BOMS) else head


def _decoded(data: bytes) -> Iterator[str]:
    """The readings of `data` that may be right, the surest first."""
    declared = _declared(data)
    yield from _strictly(data, "utf-8-sig")
    if declared:
        yield from _nearly(data, declared)
    for codec in _LEVEL_ONE:
        yield from (text for text in _strictly(data, codec) if _looks_chinese(text, codec))
    yield from _nearly(data, "utf-8")
    for codec in _LEVEL_ONE:
        yield from (text for text in _nearly(data, codec) if _looks_chinese(text, codec))


def _declared(data: bytes) -> str | None:
    """The encoding that a web page says it has."""
    found = _DECLARED.search(data[:_HEAD])
    return _CODECS.get((found[1] or found[2]).decode("ascii", "ignore").lower()) if found else None


def _strictly(data: bytes, codec: str) -> Iterator[str]:
    try:
        yield data.decode(codec)
    except UnicodeDecodeError:
        return


def _nearly(data: bytes, codec: str) -> Iterator[str]:
    """The text where all but a few bytes can be decoded."""
    text = data.decode(codec, "replace")
    if text.count("\ufffd") <= max(_MOST_BROKEN, len(text) * _BROKEN_SHARE):
        yield text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in _ALLOWED_CONTROLS


def _looks_chinese(text: str, codec: str) -> bool:
    """Almost any bytes decode as Chinese; real Chinese is made of the common characters of its encoding. Judged on what
    a reader of a page sees.
    """
    seen = _UNSEEN.sub("", text)
    letters = [character for character in seen if "\u4e00" <= character <= "\u9fff"]
    common = sum(_is_common(character, codec) for character in letters)
    return len(letters) > len("".join(seen.split())) * _CHINESE_SHARE and common > len(letters) * _COMMON_SHARE


def _is_common(character: str, codec: str) -> bool:
    older, level_one = _LEVEL_ONE[codec]
    code = character.encode(older, errors="ignore")
    return len(code) == 2 and code[0] in level_one

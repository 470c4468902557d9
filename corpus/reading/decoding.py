"""Bytes to text, or a refusal that says why. Knows encodings and file signatures, nothing of documents."""

import unicodedata

from corpus.document import MediaType
from corpus.errors import UnreadableDocument

__all__ = ["bytes_to_media_type", "bytes_to_text", "count_suspicious"]

_AS_UTF8 = "请另存为 UTF-8 编码的文本后重试。"
_HTML_SIGNS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta charset")
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "旧版 Office 文件（.doc/.xls）",
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


def bytes_to_media_type(data: bytes, name: str) -> MediaType:
    """What kind of file `data` is, by its content; `name` is only for the message of UnreadableDocument."""
    if not data.strip():
        raise UnreadableDocument(f"文件“{name}”是空的。", "请确认文件已完整保存，再重新添加。")
    if b"%PDF-" in data[:1024]:
        return MediaType.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zip_to_media_type(data, name)
    for sign, kind in _FOREIGN.items():
        if data.startswith(sign):
            raise UnreadableDocument(f"文件“{name}”是{kind}，不是可读的文档。", "请提供 txt、html、pdf 或 docx 文件。")
    head = data[:2048].lower()
    return MediaType.HTML if any(sign in head for sign in _HTML_SIGNS) else MediaType.TEXT


def bytes_to_text(data: bytes, name: str) -> str:
    """The text of `data`: UTF-8 (a byte order mark is dropped), or GB18030 where that plainly gives Chinese.

    Raises UnreadableDocument for binary data, other encodings and text without a single word.
    """
    if data.startswith(_WIDE_BOMS):
        raise UnreadableDocument(f"文件“{name}”是 UTF-16 编码。", _AS_UTF8)
    if b"\x00" in data:
        raise UnreadableDocument(f"文件“{name}”是二进制文件，不是文本。", "请提供 txt、html、pdf 或 docx 文件。")
    text = _decode(data, name)
    controls = sum(_is_control(character) for character in text)
    if controls > max(2, len(text) // 100):
        raise UnreadableDocument(f"文件“{name}”含有大量控制字符，不是文本。", "请提供 txt、html、pdf 或 docx 文件。")
    if not any(map(str.isalnum, text)):
        raise UnreadableDocument(f"文件“{name}”没有文字。", "请确认文件已完整保存，再重新添加。")
    return text


def count_suspicious(text: str) -> int:
    """How many characters of `text` are replacement, private-use or control characters."""
    return sum(
        character == "\ufffd" or _is_control(character) or unicodedata.category(character) == "Co" for character in text
    )


def _zip_to_media_type(data: bytes, name: str) -> MediaType:
    if b"word/" in data:
        return MediaType.DOCX
    raise UnreadableDocument(
        f"文件“{name}”是压缩包或表格文件，不是可读的文档。", "请提供 txt、html、pdf 或 docx 文件。"
    )


def _decode(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        raise UnreadableDocument(f"文件“{name}”的编码无法识别。", _AS_UTF8) from None
    if not _looks_chinese(text):
        raise UnreadableDocument(f"文件“{name}”的编码无法识别。", _AS_UTF8)
    return text


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" and character not in _ALLOWED_CONTROLS


def _looks_chinese(text: str) -> bool:
    """Almost any bytes decode as GB18030; real Chinese is made of the 3,755 characters of GB 2312 level 1."""
    letters = [character for character in text if "\u4e00" <= character <= "\u9fff"]
    written = len("".join(text.split()))
    common = sum(_is_common(character) for character in letters)
    return len(letters) > written * _CHINESE_SHARE and common > len(letters) * _COMMON_SHARE


def _is_common(character: str) -> bool:
    code = character.encode("gb2312", errors="ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7

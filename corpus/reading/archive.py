"""Zip archives that nobody vouches for: checked before anything is unpacked, parts read up to a limit.

Knows entries and sizes, nothing of what they hold.
"""

import io
import stat
import zipfile
import zlib

from lxml import etree

from corpus.errors import UnreadableDocument

_MOST_ENTRIES = 5000
_LARGEST_TOTAL = 512 * 2**20
_LARGEST_PART = 24 * 2**20
_STEEPEST = 200
_SMALL = 2**20
_ENCRYPTED = 0x1
_HINT = "请用 Word 或 WPS 重新另存为 docx 后再添加。"
HINT = "请用 Word、Excel 或 WPS 重新另存后再添加。"


class Archive:
    """The parts of an archive that passed the checks."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError):
            raise UnreadableDocument(f"文件“{name}”不完整或已损坏，无法解压。", _HINT) from None
        entries = self._zip.infolist()
        if len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _LARGEST_TOTAL:
            raise UnreadableDocument(f"文件“{name}”解压后过大（疑似压缩炸弹），拒绝读取。", _HINT)
        for entry in entries:
            self._check(entry)

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def part(self, path: str) -> bytes | None:
        """The bytes of a part; None where there is none, UnreadableDocument where it is too large or damaged."""
        if path not in self._zip.NameToInfo:
            return None
        try:
            with self._zip.open(path) as stream:
                data = stream.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise UnreadableDocument(f"文件“{self._name}”的内容（{path}）已损坏。", _HINT) from None
        if len(data) > _LARGEST_PART:
            raise UnreadableDocument(f"文件“{self._name}”的内容（{path}）解压后过大，拒绝读取。", _HINT)
        return data

    def _check(self, entry: zipfile.ZipInfo) -> None:
        """Raises UnreadableDocument for an entry that no word processor writes."""
        parts = entry.filename.replace("\\", "/").split("/")
        if entry.filename.startswith(("/", "\\")) or ":" in parts[0] or ".." in parts:
            raise UnreadableDocument(f"文件“{self._name}”含有越界的路径，拒绝读取。", _HINT)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise UnreadableDocument(f"文件“{self._name}”含有符号链接，拒绝读取。", _HINT)
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableDocument(f"文件“{self._name}”已加密，需要密码才能打开。", "请去除密码后再添加。")
        if entry.file_size > _SMALL and entry.file_size > entry.compress_size * _STEEPEST:
            raise UnreadableDocument(f"文件“{self._name}”压缩比异常（疑似压缩炸弹），拒绝读取。", _HINT)


def refuse_declarations(archive: Archive, name: str) -> None:
    """Raises UnreadableDocument where a part declares entities or a document type."""
    for path in archive.names:
        if path.endswith((".xml", ".rels")):
            plain = (archive.part(path) or b"").replace(b"\x00", b"")
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                raise UnreadableDocument(f"文件“{name}”含有 DOCTYPE 或实体声明，拒绝读取。", HINT)


def read_part(archive: Archive, path: str, name: str) -> etree._Element | None:
    """The root of a part; None where there is none."""
    part = archive.part(path)
    return None if part is None else _parse_part(part, name)


def _parse_part(part: bytes, name: str) -> etree._Element:
    """The root of a part; raises UnreadableDocument where it is no XML, or too deep."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        why = "里的表格或段落套得太深" if "depth" in str(error) else "的正文不是完整的 XML"
        raise UnreadableDocument(f"文件“{name}”{why}。", HINT) from None

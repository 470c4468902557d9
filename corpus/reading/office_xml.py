"""The XML of Office files, which nobody vouches for: what declares anything of its own is refused. Knows no words."""

from lxml import etree

from corpus.errors import UnreadableDocument
from corpus.reading.archive import Archive

__all__ = ["HINT", "parse_part", "read_part", "refuse_declarations"]

HINT = "请用 Word、Excel 或 WPS 重新另存后再添加。"


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
    return None if part is None else parse_part(part, name)


def parse_part(part: bytes, name: str) -> etree._Element:
    """The root of a part; raises UnreadableDocument where it is no XML, or too deep."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        why = "里的表格或段落套得太深" if "depth" in str(error) else "的正文不是完整的 XML"
        raise UnreadableDocument(f"文件“{name}”{why}。", HINT) from None

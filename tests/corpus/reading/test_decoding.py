"""Bytes to text: what is taken, what is refused, and that the refusal says why."""

import pytest

from corpus.document import MediaType
from corpus.errors import UnreadableDocument
from corpus.reading.decoding import bytes_to_media_type, bytes_to_text, count_suspicious

SENTENCE = "为推动楼宇经济高质量发展，制定本方案。"


def test_utf8_is_read_with_and_without_a_byte_order_mark():
    assert bytes_to_text(SENTENCE.encode("utf-8-sig"), "a.txt") == SENTENCE
    assert bytes_to_text(SENTENCE.encode(), "a.txt") == SENTENCE


def test_gb18030_is_read_where_it_plainly_gives_chinese():
    assert bytes_to_text(SENTENCE.encode("gb18030"), "a.txt") == SENTENCE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空"),
        (b" \n\t ", "空"),
        (b"\x89PNG\r\n\x1a\n....", "图片"),
        (b"PK\x03\x04 photos/1.png", "压缩包"),
        (b"\xd0\xcf\x11\xe0 old word", "旧版"),
        (b"{\\rtf1\\ansi", "RTF"),
        ("\ufeff<?xml version='1.0'?>\n<!-- 图 -->\n<svg xmlns='x'><text>青浦区经委</text></svg>".encode(), "SVG"),
    ],
)
def test_files_that_are_no_documents_are_refused_by_their_content(data, reason):
    with pytest.raises(UnreadableDocument, match=reason) as caught:
        bytes_to_media_type(data, "甲.txt")
    assert "甲.txt" in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        "到2025年".encode("utf-16-le"),
        "文\x00件".encode(),
        bytes(range(128, 256)) * 20,
        "é à ü ö".encode("latin-1") * 30,
        b"\x01\x02\x03\x04\x05 text",
        "鐨勪竴鏄湪".encode("gb18030") * 3 + b"\xff",
    ],
)
def test_binary_and_foreign_encodings_are_refused(data):
    with pytest.raises(UnreadableDocument) as caught:
        bytes_to_text(data, "甲.txt")
    assert caught.value.hint


@pytest.mark.parametrize("text", ["**\t**", "——\n。、\f", "　"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(UnreadableDocument, match="没有文字"):
        bytes_to_text(text.encode(), "甲.txt")


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (SENTENCE.encode(), MediaType.TEXT),
        ("面积 <5 亩 </p>".encode(), MediaType.TEXT),
        (b"<!DOCTYPE html><p>x", MediaType.HTML),
        (b"\n<HTML><body>x", MediaType.HTML),
        ('<p style="text-align:center">某市水务局<br></p>'.encode(), MediaType.HTML),
        (
            "\n<!-- 正文 --><%@ page language='java' %>\n<jsp:include page='a'/><div class='x'>正文".encode(),
            MediaType.HTML,
        ),
        ("各县：<br/>一、巡河。<br/>二、清淤。<br/>".encode(), MediaType.HTML),
        ("&lt;p style=&quot;x&quot;&gt;某市水务局&lt;/p&gt;".encode(), MediaType.HTML),
        ("面积 &lt; 5 亩的，由乡镇办理 &amp; 备案。".encode(), MediaType.TEXT),
        ("# 台账\n\n| 河段 | 事项 |\n|---|---|\n| 甲<br>乙<br>丙 | 清淤<br>补植 |\n".encode(), MediaType.TEXT),
        (b"%PDF-1.7 ...", MediaType.PDF),
        (b"PK\x03\x04 word/document.xml", MediaType.DOCX),
    ],
)
def test_the_kind_of_a_file_is_known_by_its_content(data, media_type):
    assert bytes_to_media_type(data, "x") is media_type


def test_characters_that_did_not_survive_are_counted():
    assert count_suspicious("楼\ufffd宇\ue123\x07经济\n") == 3


def page(charset, body):
    return f'<html><head><meta charset="{charset}"></head><body>{body}</body></html>'


@pytest.mark.parametrize(
    ("declared", "codec"), [("gb2312", "gbk"), ("GBK", "gb18030"), ("big5", "big5hkscs"), ("utf-8", "utf-8")]
)
def test_a_page_is_read_as_it_declares(declared, codec):
    """Rare characters and little Chinese among much markup are no reason to doubt it."""
    words = page(declared, "<script>var a = 1;</script>" * 20 + "<p>垚垚鑫喆</p>")
    assert bytes_to_text(words.encode(codec), "甲.html") == words


def test_what_is_chinese_is_judged_on_what_is_seen():
    words = "<html><body><script>" + "var a = 1;" * 300 + "</script><p>推动楼宇经济高质量发展</p></body></html>"
    assert bytes_to_text(words.encode("gbk"), "甲.html") == words


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_tells_the_encoding(codec):
    assert bytes_to_text(SENTENCE.encode(codec), "甲.txt") == SENTENCE


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_one_cut_byte_is_one_unreadable_character(codec):
    data = ("推动楼宇经济高质量发展，" * 20 + "完").encode(codec)[:-1]
    assert bytes_to_text(data, "甲.txt") == "推动楼宇经济高质量发展，" * 20 + "\ufffd"


def test_traditional_text_without_a_declaration_is_read():
    words = "推動樓宇經濟高質量發展，縣政府負責，各鄉鎮配合。" * 3
    assert bytes_to_text(words.encode("big5hkscs"), "甲.txt") == words

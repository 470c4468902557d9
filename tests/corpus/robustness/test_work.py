"""Twice as much of the same to read is twice the work, whatever it is; counted in calls: no busy machine slows them."""

import sys
from collections.abc import Callable

import pytest

from corpus.document import MediaType, Source
from corpus.extraction.facts import document_to_facts
from corpus.reading.document import reading_to_document
from corpus.reading.html import html_to_written
from corpus.reading.plain_text import read_text
from corpus.reading.written import written_to_reading

MOST = 2.3


def _merged(row: int) -> str:
    return "" if row % 2 else f"<td rowspan=2>{row}</td>"


KINDS: dict[str, Callable[[int], str]] = {
    "sentences of one paragraph": lambda n: "\n".join(f"本办法所称园区{at}，是指服务企业。" for at in range(n)),
    "numbers of one clause": lambda n: "增长5%以上、" * n,
    "units in brackets of one sentence": lambda n: "推进楼宇建设（责任单位：区财政局），" * n,
    "tabs": lambda n: "\n".join(["序号\t任务\t责任单位", *(f"{at}\t推进{at}\t区财政局" for at in range(n))]),
    "merged cells": lambda n: (
        "<html><body><table><tr><td>指标</td><td>单位</td><td>2025年目标</td></tr>"
        + "".join(f"<tr><td>楼宇{at}数量</td><td>幢</td>{_merged(at)}</tr>" for at in range(n))
        + "</table></body></html>"
    ),
}


def _work(text: str) -> int:
    """How many calls reading the text takes, its facts included."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        html = text.startswith("<html>")
        read = written_to_reading(html_to_written(text.encode(), "a")) if html else read_text(text.encode(), "a")
        kind = MediaType.HTML if html else MediaType.TEXT
        document_to_facts(reading_to_document(read, Source(id="a", file="a", media_type=kind, sha256="0")))
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_much_takes_twice_the_work(kind):
    _work(KINDS[kind](150))  # what is remembered of words is remembered for both
    assert _work(KINDS[kind](200)) < MOST * _work(KINDS[kind](100))

"""Twice as much of the same to read is twice the work, whatever it is; counted in calls: no busy machine slows them."""

import sys
from collections.abc import Callable

import pytest

from corpus.document import MediaType, Source
from corpus.extraction.facts import document_to_facts
from corpus.reading.document import reading_to_document
from corpus.reading.plain_text import read_text

MOST = 2.3
KINDS: dict[str, Callable[[int], str]] = {
    "sentences of one paragraph": lambda n: "\n".join(f"本办法所称园区{at}，是指服务企业。" for at in range(n)),
    "numbers of one clause": lambda n: "增长5%以上、" * n,
    "units in brackets of one sentence": lambda n: "推进楼宇建设（责任单位：区财政局），" * n,
    "tabs": lambda n: "\n".join(["序号\t任务\t责任单位", *(f"{at}\t推进{at}\t区财政局" for at in range(n))]),
}


def _work(text: str) -> int:
    """How many calls reading the text takes, its facts included."""
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        source = Source(id="a", file="a", media_type=MediaType.TEXT, sha256="0")
        document_to_facts(reading_to_document(read_text(text.encode(), "a"), source))
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", KINDS)
def test_twice_as_much_takes_twice_the_work(kind):
    _work(KINDS[kind](150))  # what is remembered of words is remembered for both
    assert _work(KINDS[kind](200)) < MOST * _work(KINDS[kind](100))

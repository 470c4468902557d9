"""Real texts, broken at random: cut, doubled, swapped, with pieces put in that documents break with.

As a command it reads many: python -m tests.corpus.extraction.mutations 5000
"""

import logging
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.document import MediaType, Source
from corpus.errors import UnreadableDocument
from corpus.extraction.facts import document_to_facts
from corpus.quoting import source_text
from corpus.reading.document import reading_to_document
from corpus.reading.plain_text import read_text

FOLDERS = (Path("corpus/documents"), Path("eval/gold/others/documents"))
PIECES = [
    "（",
    "）",
    "〔",
    "“",
    "”",
    "、",
    "。",
    "；",
    "：",
    "分别",
    "和",
    "等",
    "到2027年",
    "责任单位：",
    "负责",
    "牵头",
    "指导",
    "序号",
    "1",
    "个",
    "%",
    "万元",
    "－",
    "—",
    "至",
    "十",
    "百分之",
    "下降",
    "\ue010",
    "底前",
    "年内",
    "√",
    "零突破",
    "倍增",
    "各市、县",
    "第",
    "年",
    "月",
    "日",
    "2027年13月",
    "1,",
    "亿",
    "二〇",
    "\t",
    "\n",
    "\x00",
]
_HEAD = 3


def broken_texts(count: int, seed: int) -> Iterator[str]:
    """Texts made of the head and some lines of a real one, each broken in a few places."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    for _ in range(count):
        lines = chance.choice(texts).split("\n")
        at = chance.randrange(len(lines))
        kept = lines[:_HEAD] + lines[at : at + chance.choice((5, 20, 60))]
        yield _broken("\n".join(kept), chance)


def complaints(text: str) -> list[str]:
    """What went wrong with a text: blocks that could not be worked on, facts whose quotes are not in it."""
    source = Source(id="d", file="a.txt", media_type=MediaType.TEXT, sha256="0")
    try:
        document = reading_to_document(read_text(text.encode(), "a.txt"), source)
    except UnreadableDocument:
        return []
    facts = document_to_facts(document)
    told = source_text(document.text)
    quotes = [fact.quote for fact in (*facts.tasks, *facts.targets, *facts.implied, *facts.definitions)]
    failures = [one.message for one in facts.unread if "未能处理" in one.message or "未能完成" in one.message]
    return [*failures, *(f"不在原文：{quote}" for quote in quotes if quote not in told)]


def _broken(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 3, 10, 40))):
        at, other = chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)
        length = chance.choice((1, 2, 5, 30))
        text = chance.choice(
            (
                text[:at] + text[at + length :],
                text[:at] + chance.choice(PIECES) + text[at:],
                text[:at] + text[other : other + length] + text[at:],
            )
        )
    return text


if __name__ == "__main__":
    logging.disable()
    found = [complaint for text in broken_texts(int(sys.argv[1]), seed=0) for complaint in complaints(text)]
    sys.stdout.write("\n".join([*found, f"{sys.argv[1]} texts, {len(found)} complaints\n"]))

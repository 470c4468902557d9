"""Headings without numbers: what stands alone above the same label each time (就业见习补贴 above 政策内容：…), and
the labelled lines that several of them stand under (服务对象：高校毕业生). Knows texts, no outline.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from corpus.quoting import compact
from corpus.reading.marks import Style

__all__ = ["entry_headings"]

_LABEL = re.compile(r"(?!.{0,6}(?:单位|部门|时限|电话|附件|来源))([\u4e00-\u9fff]{2,8})[：:](?=.)")
"""The label of a field; who does a task and when belongs to the task, whose words may be a sentence."""
_NO_NAME = re.compile(r"[。；，：:;！？、]|\d{4}")
_SHORTEST, _LONGEST = 3, 30
_FEWEST, _FEWEST_GROUPS = 3, 2
_MOSTLY = 0.8


def entry_headings(texts: Sequence[str | None]) -> Mapping[int, Style]:
    """By position, the style of headings among these texts; None stands for what is something else already."""
    words = ["" if text is None else compact(text) for text in texts]
    labels = [found[1] if (found := _LABEL.match(text)) else None for text in words]
    names = {at - 1 for label in set(labels) - {None} for at in _named(label, labels, words)}
    above = Counter(labels[at - 1] for at in names if at and labels[at - 1])
    groups = {
        at
        for label, count in above.items()
        if count >= _FEWEST_GROUPS and count == labels.count(label)
        for at in _where(label, labels)
    }
    return dict.fromkeys(names, Style.ENTRY) | dict.fromkeys(groups, Style.GROUP)


def _named(label: str | None, labels: Sequence[str | None], words: Sequence[str]) -> list[int]:
    """Where a label begins what is called by the line above it; nowhere where it mostly stands otherwise."""
    every = list(_where(label, labels))
    found = [at for at in every if at and labels[at - 1] is None and _is_name(words[at - 1])]
    return found if len(found) >= max(_FEWEST, _MOSTLY * len(every)) else []


def _where(label: str | None, labels: Sequence[str | None]) -> Iterator[int]:
    return (at for at, one in enumerate(labels) if one == label)


def _is_name(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and not _NO_NAME.search(text)

"""Notes under a table (注：…, 备注：…), verbatim with their line breaks taken out. Knows lines only."""

import re
from collections.abc import Sequence

from corpus.line import Line
from corpus.quoting import squeeze

_NOTE = re.compile(r"(?:注|备注|说明|注释)\s?\d{0,2}\s?[:：.．]")
_MOST_LINES = 6


def notes_below(lines: Sequence[Line], last: int, ceiling: int) -> tuple[tuple[str, ...], int]:
    """The notes that follow line `last` at once, and the index of their last line (`last` where there are none).

    A note ends at an empty line or at the next note; none reaches line `ceiling`.
    """
    index = last + 1
    while index < ceiling and not lines[index].text:
        index += 1
    notes: list[str] = []
    for at in range(index, min(index + _MOST_LINES, ceiling)):
        text = lines[at].text
        if not text or (not notes and not _NOTE.match(text)):
            break
        if _NOTE.match(text):
            notes.append(text)
        else:
            notes[-1] += text
        last = at
    return tuple(squeeze(note) for note in notes), last

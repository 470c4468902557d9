"""Which columns of words tell what a task is: its group, its name and what is to be done. Knows headers and which
cells come again, not who does the work.
"""

import re

from corpus.quoting import compact
from corpus.table import Table

__all__ = ["TO_DO", "telling_columns"]

TO_DO = re.compile(r"内容|措施|举措|任务|事项")
"""A header of work, which makes a table one of tasks though other columns say how much."""
_DESCRIBES = re.compile(r"内容|描述|简介|措施|举措|说明|任务")
_WHOSE = re.compile(r"单位|业主|主体|地[点址区]|位置|性质|所在地|属地|类[型别]|级别|等级|年[限份代]")
"""What a list of projects says of each besides its name."""
_SORTS = re.compile(r"所[在属]|片区|[县乡]镇|县区|街道|[区村社]$|领域|板块|行业|方式$")


def telling_columns(table: Table, texts: tuple[int, ...]) -> tuple[int, ...]:
    """The text columns to tell a task by, group, name and content last: a 名称 is followed by what describes it, not
    by who builds it or what it is used for.
    """
    texts = _without_attributes(table, texts)
    headers = [compact(table.columns[at].name) for at in texts]
    name = next((at for at, header in enumerate(headers) if header.endswith("名称")), len(texts))
    behind = range(name + 1, len(headers))
    told = next((at for words in (TO_DO, _DESCRIBES) for at in behind if words.search(headers[at])), None)
    if told is None:
        return texts[: name + 1] if all(_WHOSE.search(headers[at]) for at in behind) else texts
    return (*texts[max(0, name - 1) : name], texts[name], texts[told])


def _without_attributes(table: Table, texts: tuple[int, ...]) -> tuple[int, ...]:
    """The text columns without those at the end that by their header only sort what one before them names
    (类别, 所在村), whose words never come again.
    """

    def told_apart(at: int) -> bool:
        cells = [compact(row.cells[at].text) for row in table.rows if compact(row.cells[at].text)]
        return len(cells) > 1 and len(set(cells)) == len(cells)

    while len(texts) > 1 and any(map(told_apart, texts[:-1])):
        header = compact(table.columns[texts[-1]].name)
        if _DESCRIBES.search(header) or not (_SORTS.search(header) or _WHOSE.search(header)):
            break
        texts = texts[:-1]
    return texts

"""A difference as files: 新旧条文对照表 in Word, everything in Excel, and the list of changes for the eye."""

from collections.abc import Iterable, Sequence

from assistant.differing.change import Change, Difference, Side, Subject, Version
from assistant.differing.notes import KIND_NAMES, SUBJECT_NAMES
from assistant.exports.sheet import Column, Sheet
from assistant.exports.sheet_files import sheets_to_xlsx
from assistant.exports.word import Marked, WordFile

_TITLE = "新旧条文对照表"
_WORD_COLUMNS = (("原条文", 98.0), ("新条文", 98.0), ("说明", 61.0))
_CHANGE_COLUMNS = (
    Column("类别", 10),
    Column("变化", 8),
    Column("名称", 30),
    Column("说明", 50),
    Column("原文", 40),
    Column("新文", 40),
    Column("原文出处", 28),
    Column("新文出处", 28),
)
_SIDE_COLUMNS = (Column("原条文", 60), Column("新条文", 60), Column("变化", 8), Column("说明", 40))
_NONE = "（无）"


def difference_to_sheet(difference: Difference) -> Sheet:
    """One row a change, both sides cited."""
    rows = tuple(
        (
            SUBJECT_NAMES[change.subject],
            KIND_NAMES[change.kind],
            change.title,
            change.note,
            _quotes(change.old),
            _quotes(change.new),
            _places(change.old),
            _places(change.new),
        )
        for change in difference.changes
    )
    return Sheet("变化清单", "变化清单", _named(difference), _CHANGE_COLUMNS, rows, notes=(difference.summary,))


def difference_to_xlsx(difference: Difference) -> bytes:
    """The clauses that changed side by side, the list of all changes, and the two documents."""
    rows = tuple(
        (_texts(change.old), _texts(change.new), KIND_NAMES[change.kind], _explained(change, difference))
        for change in _shown(difference)
    )
    side_by_side = Sheet(_TITLE, _TITLE, _named(difference), _SIDE_COLUMNS, rows, notes=(difference.summary,))
    return sheets_to_xlsx([side_by_side, difference_to_sheet(difference), _versions(difference)])


def difference_to_docx(difference: Difference) -> bytes:
    """新旧条文对照表 on A4 landscape: 原条文, 新条文, 说明; the words that differ in bold."""
    word = WordFile(_TITLE, landscape=True)
    word.heading("一、文件")
    word.paragraph([f"原文件：{difference.old.name}"])
    word.paragraph([f"新文件：{difference.new.name}"])
    word.paragraph([difference.summary])
    rows = [(_marked(change.old), _marked(change.new), _explained(change, difference)) for change in _shown(difference)]
    word.heading("二、对照")
    if rows:
        word.table(_WORD_COLUMNS, rows, frozenset())
    word.paragraph(["注：加粗的是修改的文字；未列出的条文没有变化。"])
    return word.to_bytes()


def _shown(difference: Difference) -> list[Change]:
    """What head and foot say differently, then the clauses and rows that changed."""
    head = [change for change in difference.changes if change.subject is Subject.METADATA]
    return [*head, *difference.changed_clauses]


def _explained(change: Change, difference: Difference) -> str:
    """What happened to a clause, and what became of the tasks and targets in it."""
    facts = [
        f"{SUBJECT_NAMES[fact.subject]}“{fact.title}”：{fact.note}"
        for fact in difference.changes
        if fact.subject in (Subject.TASK, Subject.TARGET) and _within(fact, change)
    ]
    return "\n".join((change.note, *facts))


def _within(fact: Change, change: Change) -> bool:
    """Whether a fact stands in the clause or row, on the side where both have one."""
    return _meets(fact.new, change.new) if fact.new else _meets(fact.old, change.old)


def _meets(facts: Sequence[Side], sides: Sequence[Side]) -> bool:
    return any(
        fact.line == side.line and (fact.quote in side.quote or side.quote in fact.quote)
        for fact in facts
        for side in sides
    )


def _marked(sides: Sequence[Side]) -> list[Marked]:
    """The sides one below the other, what differs marked."""
    parts: list[Marked] = []
    for at, side in enumerate(sides):
        parts += [Marked("\n", bold=False)] if at else []
        end = 0
        for first, last in side.marks:
            parts += [Marked(side.text[end:first], bold=False), Marked(side.text[first:last], bold=True)]
            end = last
        parts.append(Marked(side.text[end:], bold=False))
    return parts or [Marked(_NONE, bold=False)]


def _texts(sides: Iterable[Side]) -> str:
    return "\n".join(side.text for side in sides) or _NONE


def _quotes(sides: Iterable[Side]) -> str:
    return "\n".join(side.quote for side in sides) or _NONE


def _places(sides: Iterable[Side]) -> str:
    return "\n".join(side.place for side in sides)


def _named(difference: Difference) -> str:
    return f"原文件：{difference.old.name}；新文件：{difference.new.name}"


def _versions(difference: Difference) -> Sheet:
    columns = (Column("", 10), Column("文件", 60), Column("编号", 20), Column("版本", 20))
    rows = (_version("原文件", difference.old), _version("新文件", difference.new))
    return Sheet("来源", "来源文件", _named(difference), columns, rows)


def _version(called: str, version: Version) -> tuple[str, ...]:
    return called, version.name, version.document_id, version.revision

"""What is printed like a task, a deadline or a goal and became none: nothing is passed over in silence.

Compares the text with what was extracted from it. Knows the words by which such things are printed, not documents.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.document import Document, Paragraph
from corpus.extraction.assignments import bare_units, words_to_assignment
from corpus.extraction.brackets import bracket_groups
from corpus.extraction.column_kinds import ColumnKind, column_kinds
from corpus.extraction.deadlines import deadline_in_clause
from corpus.extraction.goal_clauses import unconditional
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.goal_words import (
    is_goal_section,
    is_promise,
    is_record,
    is_refused_clause,
    looks_ahead,
    tells_of_the_past,
    titles_the_past,
    turns_ahead,
)
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.role_words import GUIDING, HELPING, LEADING
from corpus.extraction.setting import setting_of
from corpus.extraction.subjects import counted_amounts
from corpus.extraction.target_columns import table_to_layout
from corpus.extraction.unit_names import looks_like_unit, split_units
from corpus.facts import Evidence, Finding, FindingKind
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.characters import breaks_number, fold, legible
from corpus.folding.years import YEAR
from corpus.place import Place
from corpus.quoting import compact
from corpus.table import Table
from corpus.target import Target
from corpus.task import DeadlineKind, Task

_SENTENCE = re.compile(r"[^。！？!?；;]+[。！？!?；;]?")
_ROLE = re.compile(f"{LEADING}|{HELPING}|{GUIDING}|负责|责任|落实")
_BY_WHEN = re.compile(
    r"(?:年|月)[底末](?:之|以)?前|(?:季度|半年)[底末]?(?:之|以)?前|(?<=\d[年月日])(?:之|以)?前|(?<![\d一二三四五六七八九十两几半每全])年内(?!部|容)"
)
_THIS_YEAR = re.compile(r"(?<![\d年一二三四五六七八九十两几半每全])年(?:底前|内)")
_GOAL = re.compile(rf"目标|力争|争取|达到|确保|到(?:{YEAR})年")
_GOAL_TABLE = re.compile(
    r"目标(?:任务|值|数|表|分解|$)|目标[（(]|任务(?:数|量|分解)|计划(?:数|完成)|(?:年度?|建设|改造)计划表?$|指标(?:分解|表)"
)
_LONGEST_BRACKET, _SHORTEST_UNIT = 200, 3
_SHOWN = 80


def unread_findings(
    document: Document, tasks: Sequence[Task], targets: Sequence[Target], each: Each = unguarded
) -> list[Finding]:
    """One finding for each bracket, sentence or cell that looks like a fact of some kind and is not among them."""
    read = _Read(document, tasks, targets)
    found = [
        *each(read.section, blocks_to_sections(document.blocks)),
        *each(read.number_cells, document.tables),
        *_deadline_cells(tasks),
    ]
    return list({finding.message: finding for finding in found}.values())


class _Read:
    """What was read of a document, to hold its text against."""

    def __init__(self, document: Document, tasks: Sequence[Task], targets: Sequence[Target]) -> None:
        self.times, self.setting = GoalTimes(document), setting_of(document)
        self.dated = "\n".join(compact(task.measure + task.quote) for task in tasks if task.deadline)
        self.numbers = {(target.quantity.value, target.quantity.unit) for target in targets}
        self.goals = "\n".join(compact(target.quote) for target in targets)
        self.places = {target.place for target in targets}

    def section(self, section: Section) -> Iterator[Finding]:
        """What looks unread in the paragraphs of a section."""
        for paragraph in section.paragraphs:
            yield from _brackets(paragraph)
            past = titles_the_past(section.headings)
            for sentence in _SENTENCE.findall(paragraph.text):
                past = not turns_ahead(sentence) and (past or tells_of_the_past(sentence))
                if message := self._doubt(sentence, section, past=past):
                    yield _finding(message, sentence, paragraph.place)

    def _doubt(self, sentence: str, section: Section, *, past: bool) -> str | None:
        """What is doubtful about a sentence; None where nothing is, as in a report of the past."""
        words = compact(sentence)
        if breaks_number(words):
            return "数字中有无法辨认的字符，没有作为数据"
        if past or is_record(section.headings, sentence):
            return None
        told = words in self.goals
        if not told and not is_goal_section(section.headings) and self._is_deadline(words):
            return "写有时限，没有归入任务"
        unread = self._promises_more(words) if told else self._is_goal(words, section)
        return "写有目标数字，没有识别为指标" if unread else None

    def _is_deadline(self, words: str) -> bool:
        if _BY_WHEN.search(fold(words)) is None or words.rstrip("。；;") in self.dated:
            return False
        dated = deadline_in_clause(words, self.times.this_year)
        return dated is not None or _THIS_YEAR.search(words) is not None

    def _is_goal(self, words: str, section: Section) -> bool:
        ahead = is_goal_section(section.headings) or looks_ahead(words)
        stated = ahead and _GOAL.search(fold(words)) is not None
        if not (stated or any(self._promises(words))) or is_refused_clause(words):
            return False
        return self._is_unread(words)

    def _promises_more(self, words: str) -> bool:
        """Whether a clause of a sentence that some goals were read from promises numbers that none of them is."""
        return any(self._is_unread(clause) and not is_refused_clause(clause) for clause in self._promises(words))

    def _is_unread(self, words: str) -> bool:
        """Whether words print numbers, and none of them was read as a goal anywhere."""
        printed = [one.quantity for one in counted_amounts(words) if not one.spelled]
        return bool(printed) and not any((one.value, one.unit) in self.numbers for one in printed)

    def _promises(self, words: str) -> Iterator[str]:
        """The clauses of a sentence that promise a number in any case."""
        clauses = re.split("[，,；;。]", fold(words)) if self.times.promises else []
        free = (clause for clause, holds in zip(clauses, unconditional(clauses), strict=True) if holds)
        yield from (clause for clause in free if counted_amounts(clause) and is_promise(clause))

    def number_cells(self, table: Table) -> Iterator[Finding]:
        """Cells of a column of numbers that print one among words and were not read as a number."""
        layout = table_to_layout(table, kinds := column_kinds(table, self.setting))
        if layout is None and ColumnKind.GOAL not in kinds and self._announces_goals(table, kinds):
            yield _finding("像目标表，没有识别出目标", table.caption or table.header_quote, table.place)
        for column in layout.numbers if layout else ():
            cells = [row.cells[column.index] for row in table.rows]
            if not any(cell_to_quantity(cell.text) is not None for cell in cells):
                continue
            for row, cell in zip(table.rows, cells, strict=True):
                if row.place.model_copy(update={"column": column.name}) in self.places:
                    continue
                if not cell.carried and re.search(r"\d", fold(cell.text)) and cell_to_quantity(cell.text) is None:
                    yield _finding("在目标表中，没有识别为数", cell.text, row.place)

    def _announces_goals(self, table: Table, kinds: Sequence[ColumnKind]) -> bool:
        """Whether a table of numbers that are neither money nor kept as reached says that it gives goals."""
        counted = [column for column, kind in zip(table.columns, kinds, strict=True) if kind is ColumnKind.NUMBER]
        named = [table.caption, *(column.name for column in counted)]
        return self.times.promises and bool(counted) and any(_GOAL_TABLE.search(compact(name)) for name in named)


def _brackets(paragraph: Paragraph) -> Iterator[Finding]:
    """Brackets that name a unit in a role and were not read as an assignment."""
    for group in bracket_groups(paragraph.text):
        inner = compact(group.inner)
        if len(inner) > _LONGEST_BRACKET or _ROLE.search(inner) is None or words_to_assignment(inner) is not None:
            continue
        names = split_units(_ROLE.sub("、", inner)).names
        if bare_units(inner) is None and any(_is_unit(name) for name in names):
            yield _finding("像责任分工，没有识别为任务", group.inner, paragraph.place)


def _is_unit(name: str) -> bool:
    return len(name) >= _SHORTEST_UNIT and looks_like_unit(name)


def _deadline_cells(tasks: Iterable[Task]) -> Iterator[Finding]:
    for task in tasks:
        if task.deadline and task.deadline.kind is DeadlineKind.UNKNOWN:
            message = f"“{task.deadline.raw}”是写出的时限，未能识别为日期"
            yield Finding(
                kind=FindingKind.UNREAD,
                message=f"{_where(task.place)}{message}，请人工核对。",
                evidence=(Evidence(quote=task.quote, place=task.place),),
                tasks=(task.id,),
            )


def _finding(doubt: str, words: str, place: Place) -> Finding:
    shown = legible(compact(words))
    shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    return Finding(
        kind=FindingKind.UNREAD,
        message=f"{_where(place)}“{shown}”{doubt}，请人工核对。",
        evidence=(Evidence(quote=words.strip(), place=place),),
    )


def _where(place: Place) -> str:
    """第3页 or 第120行, and the heading above."""
    at = f"第{place.page}页" if place.page is not None else f"第{place.line}行"
    return f"{at}（{place.path[-1]}）" if place.path else at

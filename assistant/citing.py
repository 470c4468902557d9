"""Verification: whether a draft says only what its quotes say. Knows nothing of how drafts are made or shown."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.arithmetic import proven_results
from assistant.draft import Draft, Statement
from assistant.figures import Figure, doc_numbers, figures, folded, full_dates
from corpus.facts import Evidence, Library
from corpus.folding.amounts import find_amounts
from corpus.quoting import compact, source_text

_ABSENCE = re.compile(r"未|没有|没|不在|不是|并非|不含|不包括|不属于|无")
_COUNTED = re.compile(r"[个项家条章节款件种类幢座栋方面份处名位次场级地区镇步张点行]")
_ITEM_MARKS = ("；", ";", "\n", "、", "，", "→")
_SHORTEST_UNIT = 3
_KIND = re.compile(r"[ ：]")
_MULTIPLIED = re.compile(r"[^\d\s，。；×]{0,4}[×-]")
_GIVEN = re.compile(r"×(?:12个月|4个季度|[2-9]年|10年)|÷(?:10{2,4}|2)(?==)|\(1(?=[+-]|×(?:12个月|4个季度))")
"""What a year and a plan have, within arithmetic, what each thousand is of, a half, the whole that a percentage is
added to, and once (每季度一次).
"""
_TITLE = re.compile(r"《([^《》]{4,100})》")


def draft_problems(draft: Draft, library: Library, question: str) -> list[str]:
    """What is wrong with a draft, in words for the log; empty where every statement stands on its quotes."""
    problems = []
    for position, statement in enumerate(draft.statements):
        behind = len(draft.statements) - position - 1
        problems += statement_problems(statement, library, question, frozenset({behind, len(draft.tasks)}))
    return problems


def problem_kinds(problems: Iterable[str]) -> str:
    """The kinds of problems without the words they are about: what may be logged."""
    return ", ".join(sorted({_KIND.split(problem, maxsplit=1)[0] for problem in problems}))


def statement_problems(
    statement: Statement, library: Library, question: str = "", counts: frozenset[int] = frozenset()
) -> list[str]:
    """What `statement` says that its quotes do not; `counts` are lengths of lists elsewhere that it may announce.

    A statement that something is absent (未提及, 没有) may repeat the question's own numbers and names.
    """
    problems = quote_problems(statement.evidence, library)
    quotes = [evidence.quote for evidence in statement.evidence]
    allowed = [*quotes, question] if _ABSENCE.search(statement.text) else quotes
    said = _without_titles(statement.text, library)
    text, source = folded(said), "。\n".join(map(folded, allowed))
    lengths = counts | statement.counted | _list_lengths(statement)
    loose = _loose(text, source, lengths, folded(question))
    problems += [f"number {number} of “{statement.text}” is in no quote" for number in loose]
    problems += [f"date {date} is in no quote" for date in sorted(full_dates(text) - _dates(source))]
    problems += [f"文号 {number} is in no quote" for number in sorted(doc_numbers(text) - doc_numbers(source))]
    problems += [f"unit {unit} is in no quote" for unit in _loose_units(said, allowed, library)]
    return problems


def quote_problems(evidence: Iterable[Evidence], library: Library) -> list[str]:
    """The quotes that are not in the document they are said to be from, white space aside."""
    return [
        f"quote “{item.quote}” is not in {item.place.document_id}"
        for item in evidence
        if item.quote not in source_text(library.cited(item).text)
    ]


def _without_titles(text: str, library: Library) -> str:
    """`text` without the names of documents: they say which is meant, and nothing about it."""
    titles = [document.metadata.title for document in library.documents.values()]
    return _TITLE.sub(lambda match: "" if any(title.startswith(match[1]) for title in titles) else match[0], text)


def _loose(text: str, source: str, counts: frozenset[int], question: str) -> list[str]:
    """The numbers of a text that neither its source nor its own arithmetic supports; a number of the question may
    stand in right arithmetic only.
    """
    known = figures(source)
    proven = proven_results(text)
    values = {figure.value for figure in known} | proven
    asked = {figure.value for figure in figures(question)} if proven else set()
    asked |= {one.quantity.value for one in find_amounts(question)} if proven else set()
    bare = {(figure.bare, times) for figure in known for times in "万亿" if times in source}
    return [
        str(figure.bare) + figure.times
        for figure in figures(text)
        if figure.value not in values
        and (figure.bare, figure.times[-1:]) not in bare
        and not _counts(figure, text, counts)
        and not (figure.value in asked and _MULTIPLIED.match(text, figure.end))
        and not (proven and _is_given(text, figure))
    ]


def _is_given(text: str, figure: Figure) -> bool:
    """Whether arithmetic may have the number though nobody prints it: how many months, quarters or years something
    has, as a factor, or 1 as the whole that a percentage is added to, and as once.
    """
    return any(match.start() < figure.end <= match.end() for match in _GIVEN.finditer(text))


def _counts(figure: Figure, text: str, counts: frozenset[int]) -> bool:
    """Whether the number announces a list of exactly that length (共5项)."""
    return figure.value in counts and bool(_COUNTED.match(text, figure.end))


def _list_lengths(statement: Statement) -> frozenset[int]:
    """How many things a statement lists itself: items behind its colon, terms of a sum, quotes, quotes of one depth."""
    lengths = {len({compact(item.quote) for item in statement.evidence}), statement.text.count("+") + 1}
    quotes = {(len(item.place.path), compact(item.quote)) for item in statement.evidence}
    lengths |= set(Counter(depth for depth, _ in quotes).values())
    for text in (statement.text, *re.split(r"[。；\n]", statement.text)):
        items = re.split(r"[：:]", text, maxsplit=1)[-1].strip("。；\n ")
        lengths |= {len([part for part in items.split(mark) if part.strip()]) for mark in _ITEM_MARKS}
        lengths.add(len([part for part in re.split(r"[、和与及，]", items) if part.strip()]))
    return frozenset(lengths - {0, 1})


def _dates(source: str) -> set[str]:
    """The dates of a source; a whole date also supports its month."""
    dates = full_dates(source)
    return dates | {re.sub(r"(?<=月)\d+日$", "", date) for date in dates}


def _loose_units(text: str, sources: Sequence[str], library: Library) -> list[str]:
    """Units named in `text` that no source names."""
    source = compact("\n".join(sources))
    return sorted({unit for unit in _unit_pattern(library).findall(compact(text)) if unit not in source})


@lru_cache(maxsize=4)
def _unit_pattern(library: Library) -> re.Pattern[str]:
    """Matches the name of any unit of the register, the longest first."""
    units = [unit for facts in library.facts.values() for unit in facts.units if not unit.group]
    names = {compact(name) for unit in units for name in (unit.name, *unit.aliases)}
    long_enough = sorted((name for name in names if len(name) >= _SHORTEST_UNIT), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, long_enough)) or r"(?!)")

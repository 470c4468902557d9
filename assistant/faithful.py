"""Whether two wordings of a draft say the same: nothing lost, nothing added, nothing swapped. Knows no model.

Quotes may hold other numbers than the answer, and instructions too: the old wording is what a new one is held against.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.draft import Draft, Statement
from assistant.figures import figures, folded
from assistant.query import Query
from corpus.facts import Evidence, Library
from corpus.quoting import bigrams, compact, squeeze

_KEPT = 0.5
"""The share of each item's pairs of characters that must come back."""
_ITEM = re.compile(r"[、；;。：:\n]")
_ENUMERATED = re.compile(r"(?<=、)[^、，；。：\n]{2,4}|[^、，；。：\n]{2,4}(?=、)")
_WEIGHTY = re.compile(
    r"[不未没无非否或超约底前后内均每最]|以上|以下|左右|至少|至多|力争|争取|累计|新增|同比|牵头|责任|配合|完成|取消|废止"
)
_MEASURE = re.compile(r"[^\W\d_]|[%‰]")
_JOINING = re.compile(r"以及|其中|包括|分别|并且|[是为的了和与及由并共等该有则即还也均都于对从在到至这]")
_PLAIN = frozenset("0123456789.%+-=≈×÷,;:!?()[]、。“”‘’《》〔〕—~ ")

_Found = tuple[str, int, int]
"""Words with where they begin and end."""


def lost_items(old: Draft, new: Draft) -> list[str]:
    """The items of the old draft that the new one leaves out; those of an enumeration are known by their borders."""
    text = plain(_text(new))
    items = [plain(item) for statement in old.statements for item in _ITEM.split(statement.text)]
    borders = [plain(words) for statement in old.statements for words in _ENUMERATED.findall(statement.text)]
    lost = [item for item in items if not _is_kept(item, text)] + [words for words in borders if words not in text]
    return [f"漏掉了：{item}" for item in lost]


def changed_weights(old: Draft, new: Draft, query: Query, library: Library) -> list[str]:
    """What carries meaning and differs in number or order, or stands by another figure or unit than it did."""
    old_text, new_text = _text(old), _text(new)
    names, units = _names(library), _units(library)
    years = {f"{year}年" for year in query.years}
    old_figures, new_figures = _figures(old_text), _without_extra(_figures(new_text), _figures(old_text), years)
    old_units, new_units = _found(units, old_text), _found(units, new_text)
    words = [[word for word, _, _ in _found(_WEIGHTY, text)] for text in (old_text, new_text)]
    places = [list(dict.fromkeys(word for word, _, _ in _found(names, text))) for text in (old_text, new_text)]
    kept_places = [place for place in places[1] if place in places[0]]
    checks = (
        ("数字", [one[0] for one in old_figures], [one[0] for one in new_figures]),
        ("单位名称", [one[0] for one in old_units], [one[0] for one in new_units]),
        ("限定词", *words),
        ("地名", places[0], kept_places),
    )
    problems = [f"{what}应依次为：{'、'.join(was)}" for what, was, now in checks if was != now]
    if not problems and (
        _is_swapped(_gaps(old_text, old_figures), _gaps(new_text, new_figures))
        or _is_swapped(_gaps(old_text, old_units), _gaps(new_text, new_units))
    ):
        problems.append("数字或单位与所说的事项不对应")
    return problems


def added_words(new: Statement, old: Draft, query: Query, library: Library) -> list[str]:
    """The words of a sentence that stand neither in the statements it cites nor in the names it may repeat.

    The quotes and the question do not count: both may hold instructions.
    """
    cited = {quote_key(item) for item in new.evidence}
    own = [one.text for one in old.statements if not one.evidence or cited & {quote_key(item) for item in one.evidence}]
    documents = [library.document(document_id) for document_id in sorted({key[0] for key in cited})]
    names = [name for one in documents for name in (*one.regions, one.metadata.title)]
    asked = (*query.ask.where.areas, *(f"{year}年" for year in query.years))
    source = "\n".join(plain(text) for text in (*own, *names, *asked))
    return _uncovered(plain(new.text), source)


def plain(text: str) -> str:
    """`text` folded and without white space, as two wordings are compared."""
    return compact(folded(text))


def quote_key(item: Evidence) -> tuple[str, str]:
    """What makes two quotes the same: document and words."""
    return item.place.document_id, compact(item.quote)


def _is_kept(item: str, text: str) -> bool:
    if len(item) < len("两字"):
        return item in text
    return len(bigrams(item) & bigrams(text)) >= _KEPT * len(bigrams(item))


def _figures(text: str) -> list[_Found]:
    """The numbers of a text, each with the character that says what it counts."""
    found = []
    for figure in figures(text):
        measure = _MEASURE.match(text, figure.end)
        found.append((f"{figure.value.normalize():f}{measure[0] if measure else ''}", figure.start, figure.end))
    return found


def _without_extra(new: Sequence[_Found], old: Sequence[_Found], allowed: Iterable[str]) -> list[_Found]:
    """`new` without the years that a rewrite takes from the question and the draft did not repeat."""
    awaited = [word for word, _, _ in old]
    kept = []
    for one in new:
        if awaited[:1] == [one[0]]:
            awaited.pop(0)
        elif one[0] in allowed:
            continue
        kept.append(one)
    return kept


def _found(pattern: re.Pattern[str], text: str) -> list[_Found]:
    return [(match[0], match.start(), match.end()) for match in pattern.finditer(text)]


def _gaps(text: str, found: Sequence[_Found]) -> list[set[str]]:
    """Characters and their pairs before, between and behind the words found."""
    borders = [0, *(border for _, start, end in found for border in (start, end)), len(text)]
    gaps = [plain(text[start:end]) for start, end in list(pairwise(borders))[::2]]
    return [set(gap) | bigrams(gap) for gap in gaps]


def _is_swapped(old: Sequence[set[str]], new: Sequence[set[str]]) -> bool:
    """Whether some gap resembles another gap of the old text more than its own."""
    return any(
        len(gap & (other - own)) > len(gap & (own - other)) for own, gap in zip(old, new, strict=True) for other in old
    )


def _uncovered(text: str, source: str) -> list[str]:
    """The runs of `text` of which no pair of characters stands in `source`, save joining words and single characters
    that `source` has.
    """
    held, known = bigrams(source), [character in _PLAIN for character in text]
    for at, pair in enumerate(pairwise(text)):
        if "".join(pair) in held:
            known[at : at + 2] = [True, True]
    for match in _JOINING.finditer(text):
        known[match.start() : match.end()] = [True] * len(match[0])
    runs = "".join("\n" if is_known else character for character, is_known in zip(text, known, strict=True)).split("\n")
    return [run for run in runs if len(run) > 1 or (run and run not in source)]


def _names(library: Library) -> re.Pattern[str]:
    regions = {region for document in library.documents.values() for region in document.regions}
    return _any_of(regions | {target.scope for target in library.targets() if target.scope})


def _units(library: Library) -> re.Pattern[str]:
    units = [unit for facts in library.facts.values() for unit in facts.units if not unit.group]
    return _any_of({name for unit in units for name in (unit.name, *unit.aliases)})


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({compact(name) for name in names} - {""}, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")


def _text(draft: Draft) -> str:
    return squeeze(folded("。".join(statement.text for statement in draft.statements)))

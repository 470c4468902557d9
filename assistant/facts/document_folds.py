"""Folds over documents by what their head and foot say: earliest, order, span of days, of a year, without a 文号."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from assistant.day_spans import days_between, months_between
from assistant.draft import Statement
from assistant.facts.document_rows import FIELD_NAMES, row_label
from assistant.facts.evidence import distinct
from assistant.facts.rows import Row, Value
from assistant.reading.ask import Ask, Fold, Want
from assistant.validity import is_over, today
from corpus.facts import Evidence, Library

__all__ = ["folded_documents"]

_DAYS = (Want.PRINTED_ON, Want.WRITTEN_ON)
_DAY_WORDS = {Want.PRINTED_ON: "印发", Want.WRITTEN_ON: "成文"}
_SELDOM = frozenset({Want.REPEALS, Want.COPIED_TO, Want.ADDRESSEE, Want.INTERPRETER, Want.BASED_ON, Want.ATTACHMENTS})
"""Fields that few documents print: asked which documents do, the others are not gone through one by one."""
_MANY_MONTHS = 2


def folded_documents(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """What the fold of an ask says of the documents; empty where they cannot be folded so."""
    if Want.VALID in ask.want and len(rows) > 1 and not ask.where.named and Want.REPEALS not in ask.want:
        return _over(rows, library) if "void" in ask.heard else [*_in_force(rows, library), *_over(rows, library)]
    if ask.where.lacks or ("none" in ask.heard and len(rows) > 1):
        return _lacking(ask, rows, library)
    if "which_document" in ask.heard and len(rows) > 1 and (printing := _printing(ask, rows, library)):
        return printing
    fold = _FOLDS.get(ask.fold)
    if ask.fold is Fold.SHOW and len(rows) > 1 and ask.want and set(ask.want) <= set(_DAYS):
        fold = _ordered
    if ask.where.years and ask.fold in (Fold.SHOW, Fold.COUNT) and len(rows) > 1:
        fold = _of_years
    return fold(ask, rows, library) if fold else []


_Keyed = tuple[Decimal, Row, str]
"""What a document is ordered by, and the field that it is."""


def _ordered(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """All from the first to the last: by days, else by numbers from high to low."""
    keyed = _keyed(ask.want, rows)
    if len(keyed) < 2:
        return []
    falls = keyed[0][2] not in _DAYS and not ask.low
    keyed.sort(key=lambda one: one[0], reverse=falls)
    chain = "→".join(_named(one, rows, library) for one in keyed)
    return [_statement(f"{'从多到少' if falls else '从先到后'}：{chain}{_rest(keyed, rows, library)}。", keyed)]


def _extreme(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """The earliest or most; with `low` the latest or fewest; all that share the rank, then the others."""
    keyed = _keyed(ask.want, rows)
    keyed.sort(key=lambda one: one[0], reverse=ask.low == any(field in _DAYS for _, _, field in keyed))
    values = list(dict.fromkeys(key for key, _, _ in keyed))
    if len(keyed) < 2 or ask.rank > len(values):
        return []
    ranks = values[: ask.top] if ask.top else values[ask.rank - 1 : ask.rank]
    first = [one for one in keyed if one[0] in ranks]
    others = [one for one in keyed if one[0] not in ranks]
    head = f"{_superlative(ask, first[0][2])}的是{'、'.join(_named(one, rows, library) for one in first)}"
    tail = f"；其余为{'、'.join(_named(one, rows, library) for one in others)}" if others else ""
    return [_statement(f"{head}{tail}{_rest(keyed, rows, library)}。", [*first, *others])]


def _superlative(ask: Ask, field: str) -> str:
    word = ("最晚" if ask.low else "最早") if field in _DAYS else ("最少" if ask.low else "最多")
    return word if ask.rank == 1 else f"{word}数起第{ask.rank}"


def _difference(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """The span between the days of two documents, or between the two days of one."""
    if len(rows) == 1:
        days = [(f"{_DAY_WORDS[one]}于", rows[0].values[one]) for one in reversed(_DAYS) if one in rows[0].values]
    else:
        days = [
            (row_label(row, rows, library), row.values[field])
            for _, row, field in _keyed(ask.want, rows)
            if field in _DAYS
        ]
    if len(days) != 2:
        return []
    (_, one), (_, other) = days
    if one.day is None or other.day is None:
        return []
    text = "，".join(f"{label}{value.text}" for label, value in days)
    return [Statement(f"相差{_span(one.day, other.day)}：{text}。", distinct((*one.evidence, *other.evidence)))]


def _span(one: date, other: date) -> str:
    months, days = months_between(one, other), days_between(one, other)
    return f"{days}天（满{months}个月）" if months >= _MANY_MONTHS else f"{days}天"


def _of_years(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """The documents of the years named: how many, and which."""
    keyed = _keyed((), rows)
    chosen = [one for one in keyed if (day := one[1].values[one[2]].day) is not None and day.year in ask.where.years]
    years = "、".join(f"{year}年" for year in ask.where.years)
    wants = [want for want in ask.want if want in FIELD_NAMES and want not in (*_DAYS, Want.TITLE)]
    names = "；".join(_shown(one, wants, rows, library) for one in chosen)
    if not chosen:
        return [
            Statement(
                f"没有{years}印发的文件：{'；'.join(_named(one, rows, library) for one in keyed)}。", _said(keyed)
            )
        ]
    head = f"{years}的有{len(chosen)}份：" if len(chosen) > 1 else f"{years}的只有"
    asked = [item for _, row, _ in chosen for want in wants if want in row.values for item in row.values[want].evidence]
    return [Statement(f"{head}{names}。", distinct((*_said(chosen), *asked)))]


def _shown(one: _Keyed, wants: Sequence[str], rows: Sequence[Row], library: Library) -> str:
    """A document with the fields asked for, by its day where none is."""
    if not wants:
        return _named(one, rows, library)
    row = one[1]
    said = "，".join(row.values[want].text if want in row.values else f"未写{FIELD_NAMES[want]}" for want in wants)
    return f"{row_label(row, rows, library)}（{said}）"


def _lacking(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """Which documents do not print a field, and what the others print."""
    statements = []
    for want in ask.want:
        names = [row_label(row, rows, library) for row in rows if want not in row.values]
        others = [row for row in rows if want in row.values]
        said = "；".join(f"{row_label(row, rows, library)}为{row.values[want].text}" for row in others)
        head = f"没有写{FIELD_NAMES.get(want, want)}的：{'、'.join(names)}" if names else "各份都写了"
        evidence = distinct(item for row in others for item in row.values[want].evidence)
        statements += [Statement(f"{head}。", ()), *([Statement(f"{said}。", evidence)] if said else [])]
    return statements


def _printing(ask: Ask, rows: Sequence[Row], library: Library) -> list[Statement]:
    """Which documents print a field that most do not, and what; the others are counted."""
    wants = [want for want in ask.want if want in _SELDOM]
    own = [row for row in rows if all(want in row.values for want in wants)]
    if not wants or ask.fold not in (Fold.SHOW, Fold.COUNT) or not own:
        return []
    names = "、".join(FIELD_NAMES[want] for want in wants)
    others = len(rows) - len(own)
    rest = f"；其余{others}份没有写" if others else ""
    head = f"写了“{names}”的有{len(own)}份：{'、'.join(row_label(row, rows, library) for row in own)}{rest}。"
    told = [(row, [row.values[want] for want in wants]) for row in own]
    lines = [
        Statement(
            f"{row_label(row, rows, library)}：{'；'.join(value.text for value in values)}。",
            distinct(item for value in values for item in value.evidence),
        )
        for row, values in told
    ]
    return [Statement(head, (), counted=frozenset({len(own), others})), *lines]


def _in_force(rows: Sequence[Row], library: Library) -> list[Statement]:
    """The documents that say from when or until when they are in force and are so, each with what says so."""
    own = [row for row in rows if Want.VALID in row.values and not is_over(library, row.document, today())]
    said = "；".join(f"{row_label(row, rows, library)}{row.values[Want.VALID].text}" for row in own)
    head = f"写明效力、没有过期的有{len(own)}份：{said}" if own else "没有写明效力的文件"
    evidence = distinct(item for row in own for item in row.values[Want.VALID].evidence)
    return [Statement(f"{head}。", evidence, counted=frozenset({len(own)}))]


def _over(rows: Sequence[Row], library: Library) -> list[Statement]:
    """The documents that are repealed or expired, each with what says so."""
    over = [row for row in rows if is_over(library, row.document, today())]
    said = "；".join(
        f"《{library.document(row.document).metadata.title}》{row.values[Want.VALID].text}" for row in over
    )
    head = f"已废止或已过有效期的有{len(over)}份：{said}" if over else "没有写明已废止或已过有效期的文件"
    return [Statement(f"{head}。", distinct(item for row in over for item in row.values[Want.VALID].evidence))]


def _keyed(wants: Sequence[str], rows: Sequence[Row]) -> list[_Keyed]:
    """Each document with the field it is ordered by: that asked for, else its day."""
    wanted = [want for want in wants if want in FIELD_NAMES] or list(_DAYS)
    fields = _fields(wanted)
    found = []
    for row in rows:
        field = next((one for one in fields if one in row.values and _key(row.values[one]) is not None), None)
        key = _key(row.values[field]) if field else None
        if field and key is not None:
            found.append((key, row, field))
    return found


def _fields(wanted: Sequence[str]) -> list[str]:
    """The fields to look for: any day will do where a day is asked for, that of printing first where both are."""
    if not set(wanted) & set(_DAYS):
        return list(wanted)
    return list(_DAYS) if set(wanted) >= set(_DAYS) else list(dict.fromkeys((*wanted, *_DAYS)))


def _key(value: Value) -> Decimal | None:
    return Decimal(value.day.toordinal()) if value.day else value.number


def _named(one: _Keyed, rows: Sequence[Row], library: Library) -> str:
    _, row, field = one
    value = row.values[field]
    said = f"{value.text}{_DAY_WORDS[Want(field)]}" if field in _DAYS else f"{value.number}{value.unit}"
    return f"{row_label(row, rows, library)}（{said}）"


def _rest(keyed: Sequence[_Keyed], rows: Sequence[Row], library: Library) -> str:
    """The documents that could not be ordered."""
    ordered = [row.document for _, row, _ in keyed]
    rest = [row_label(row, rows, library) for row in rows if row.document not in ordered]
    return f"；{'、'.join(rest)}未写" if rest else ""


def _said(keyed: Sequence[_Keyed]) -> tuple[Evidence, ...]:
    return distinct(item for _, row, field in keyed for item in row.values[field].evidence)


def _statement(text: str, keyed: Sequence[_Keyed]) -> Statement:
    return Statement(text, _said(keyed))


_FOLDS: dict[Fold, Callable[[Ask, Sequence[Row], Library], list[Statement]]] = {
    Fold.ORDER: _ordered,
    Fold.EXTREME: _extreme,
    Fold.DIFFERENCE: _difference,
}

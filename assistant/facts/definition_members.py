"""Members of named sets: the one that further words mean, and whether a thing or a unit is one of them."""

from assistant.draft import Statement
from assistant.facts.rows import Fitted, Row
from assistant.reading.ask import Ask, Want
from assistant.reading.words import fold, pairs, terms_of
from corpus.facts import Library
from corpus.quoting import compact

__all__ = ["member_meant", "membership_verdict"]


def member_meant(ask: Ask, found: Fitted, library: Library) -> tuple[Statement, Fitted] | None:
    """The only member that holds words beside the term, and how well it fits; None where it is not the only one."""
    row = found.row
    terms = terms_of(ask.where.words, library)
    own = terms.held(row.own)
    held = {name: terms.held(pairs(name)) - own for name in _members(row)}
    best = [name for name, more in held.items() if more]
    if len(best) != 1:
        return None
    both = own | held[best[0]]
    told = Fitted(row, terms.share(both), terms.share(own), found.meaning, both)
    return Statement(f"“{row.name}”中的一项：{best[0]}。", row.evidence), told


def membership_verdict(ask: Ask, row: Row) -> Statement | None:
    """包括 or 不包括 for units; 包括 for a member that stands in the words; None where nothing of the kind is named."""
    members = {compact(name): name for name in _members(row)}
    if not ask.claim or not members:
        return None
    if ask.where.units:
        missing = [unit for unit in ask.where.units if compact(unit) not in members]
        if missing and _is_open(row):
            return None
        return _verdict(row, "、".join(missing or ask.where.units), holds=not missing)
    text = fold(ask.where.words)
    named = [name for key, name in members.items() if fold(key) in text and fold(key) != fold(row.name)]
    return _verdict(row, "、".join(named), holds=True) if named else None


def _verdict(row: Row, names: str, *, holds: bool) -> Statement:
    if holds:
        return Statement(f"包括，“{row.name}”中有{names}。", row.evidence)
    return Statement(f"不包括，“{row.name}”中没有{names}。", row.evidence)


def _is_open(row: Row) -> bool:
    """Whether the list of members ends in 等, so that nobody is known to be left out."""
    last = compact(_members(row)[-1])
    return any(f"{last}等" in compact(item.quote) for item in row.evidence)


def _members(row: Row) -> tuple[str, ...]:
    members = row.values.get(Want.MEMBERS)
    return members.names if members else ()

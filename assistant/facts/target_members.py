"""Indicators that are the members of a named set (三大品牌楼宇), added up for one area, shared, or without it."""

from collections.abc import Sequence

from assistant.answer import AnswerKind
from assistant.draft import Draft
from assistant.facts.folding import Folded, Term, difference, share, summed
from assistant.facts.indicators import Meant, sets_named
from assistant.facts.target_rows import in_table, is_whole, said, to_term, year_of
from assistant.labels import document_label
from assistant.reading.ask import Ask
from assistant.reading.words import fold
from corpus.facts import Library
from corpus.target import Target

__all__ = ["members_added"]

_FEWEST = 2


def members_added(ask: Ask, ranked: Sequence[Meant], library: Library) -> Draft | None:
    """What the members of a set come to; None where no set is named whose members are indicators."""
    members = _members(ask, ranked, library)
    cells = [one for same in members for one in same.targets if in_table(one)]
    years = [year for one in cells if (year := year_of(one)) is not None]
    if len(members) < _FEWEST or not years or len(ask.where.areas) > 1:
        return None
    year = max([one for one in ask.where.years if one in years] or years)
    wholes = _terms([one for one in cells if is_whole(one) and year_of(one) == year], library)
    owns = _terms([one for one in cells if one.scope in ask.where.areas and year_of(one) == year], library)
    if len(wholes) != len(members) or (ask.where.areas and len(owns) != len(members)):
        return None
    head = f"{document_label(library, members[0].document)}{year}年"
    told = _rest(owns, wholes) if owns and "rest" in ask.hints else _sums(ask, owns, wholes)
    if not told:
        return None
    text = "，".join(one.text for one in told)
    statement = said(f"{head}{text}。", [item for one in told for item in one.evidence])
    return Draft(AnswerKind.CALCULATION, (statement,))


def _members(ask: Ask, ranked: Sequence[Meant], library: Library) -> list[Meant]:
    """The indicators that the members of the set named are called."""
    document = ranked[0].document
    names = [fold(member) for one in sets_named(ask, library)[:1] for member in one.members]
    own = [one for one in ranked if one.document == document and any(map(in_table, one.targets))]
    found = [next((one for one in own if fold(one.name) in name), None) for name in names]
    return [one for one in found if one is not None] if None not in found else []


def _terms(targets: Sequence[Target], library: Library) -> list[Term]:
    return [to_term(one, one.indicator, library) for one in targets]


def _sums(ask: Ask, owns: Sequence[Term], wholes: Sequence[Term]) -> list[Folded]:
    """The sum of the members, for the area first where one is named, and its share of the whole where that is asked."""
    whole, own = _listed("", wholes), _listed("、".join(ask.where.areas), owns) if owns else None
    if whole is None or own is None:
        return [whole] if whole and not owns else []
    part = share(
        [Term("", own.value, own.unit, "", own.evidence)], Term("", whole.value, whole.unit, "", whole.evidence)
    )
    if part is None or "share" not in ask.heard:
        return [own]
    return [whole, own, Folded(part.value, part.unit, f"占{part.text}", part.terms)]


def _listed(area: str, terms: Sequence[Term]) -> Folded | None:
    folded = summed(terms)
    names = "、".join(f"{term.name}{term.said}" for term in terms)
    return Folded(folded.value, folded.unit, f"{area}{names}，合计{folded.text}", folded.terms) if folded else None


def _rest(owns: Sequence[Term], wholes: Sequence[Term]) -> list[Folded]:
    """What is left of each member without the area, and in all."""
    pairs = [difference(whole, own) for whole, own in zip(wholes, owns, strict=True)]
    found = [one for one in pairs if one is not None]
    rest = [Term("", one.value, one.unit, "", one.evidence) for one in found]
    total = summed(rest) if len(found) == len(pairs) else None
    if total is None:
        return []
    names = [f"{whole.name}其余{one.text}" for whole, one in zip(wholes, found, strict=True)]
    return [Folded(total.value, total.unit, f"{'、'.join(names)}，合计{total.text}", total.terms)]

"""Sums of what a passage lists of one kind: all of it, or the ones that the question names. Never a part alone."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.calculating import added, exact_amounts
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.characters import fold
from corpus.folding.units import base_unit, unit_family
from corpus.quoting import bigrams, compact
from corpus.target import Bound, Quantity

__all__ = ["Total", "by_unit", "sums"]

_FEWEST, _MOST = 2, 12
_NAME, _SIZES = 4, {"money": 2, "rate": 1}
"""Characters before an amount that tell what it is, or what is done with it."""
_NOUN = re.compile(r"(?:(?![和与及])[\u4e00-\u9fff]){1,8}")
_SHARE_OF_ONE = "占"
_AND = frozenset({"、", "和", "及", "，"})
_BORDER = re.compile(r"[，,。；;：:]")
_PART = re.compile(r"其中|总[数量计额]|[共合]计|累计|(?:19|20)\d\d年")
"""Words behind which one amount is a part of another, all of them, or of another year."""
_YEAR = re.compile(r"(?:19|20)\d\d年")


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, spelled out, and what the things that are added are called."""

    said: str
    quantity: Quantity
    nouns: frozenset[str]


def sums(text: str, passage: str, words: str, measures: frozenset[str]) -> Iterator[Total]:
    """The sums of what bears one name in `text`, spelled out: 用地面积 and 建筑面积 add up to
    nothing, and neither does a part of what the sentence (of several sentences, the passage) lists.
    """
    text = fold(compact(text))
    scope = _scope(text, passage)
    if asked := _told_together(text, words) or _each_named(text, words, measures):
        yield asked
        return
    plain = [one for one in exact_amounts(text, spelled=False) if one.quantity.bound is Bound.EQ]
    for amounts in by_unit(plain, measures):
        behind = _names_behind(text, amounts)
        if behind or _named_before(text, amounts):
            kin = _kin(scope, text, amounts, behind=behind)
            chosen = _asked(scope, kin, words, behind=behind)
            if chosen and _all_printed(chosen, kin) and all(_printed(scope, one) in text for one in chosen):
                yield _total(chosen, frozenset(_noun(scope, one) for one in chosen))


def _told_together(text: str, words: str) -> Total | None:
    """The sum of amounts that are told one behind the other (分别达到400万吨、1150万吨、290万吨), those whose names the
    question says most of.
    """
    runs = list(_runs(text))
    inner = {one.number for run in runs for one in run[1:]}
    first = [one for one in exact_amounts(text, spelled=False) if one.number not in inner]
    asked = bigrams(fold(compact(words)))
    held = {one.number: len(bigrams(_BORDER.split(text[: one.start])[-1]) & asked) for one in first}
    best = max(held.values(), default=0)
    meant = [run for run in runs if held.get(run[0].number) == best]
    alone = sum(count == best for count in held.values()) == 1
    return _total(meant[0], frozenset()) if best and meant and alone else None


def _runs(text: str) -> Iterator[list[Amount]]:
    """The amounts that stand one behind the other, apart by 、 and 和 alone, of one unit that is no share."""
    run: list[Amount] = []
    for one in [*exact_amounts(text, spelled=False), None]:
        if run and (
            one is None or text[run[-1].end : one.start] not in _AND or one.quantity.unit != run[0].quantity.unit
        ):
            yield from (run,) if len(run) >= _FEWEST and not _is_rate(run[0]) else ()
            run = []
        run = [*run, one] if one else run


def _each_named(text: str, words: str, measures: frozenset[str]) -> Total | None:
    """The sum of amounts of one unit each of which the question names by words of its own; None where one may be a part
    of another, or of another year.
    """
    asked, years = bigrams(fold(compact(words))), set(_YEAR.findall(words))
    for amounts in by_unit(exact_amounts(text, spelled=False), measures):
        labels = list(_clauses_before(text, amounts))
        own = [bigrams(label) - _others(labels, at) for at, label in enumerate(labels)]
        named = [one for one, pairs in zip(amounts, own, strict=True) if pairs & asked]
        apart = text[named[0].start : named[-1].end] if named else ""
        other_year = years and not years & set(_YEAR.findall(text) or years)
        if len(named) >= _FEWEST and not (_is_rate(named[0]) or _PART.search(apart) or other_year):
            nouns = frozenset(_noun(text, one) for one in named)
            return _total(named, nouns) if len({one.quantity.unit for one in named}) == 1 else None
    return None


def _is_rate(one: Amount) -> bool:
    return unit_family(one.quantity.unit) == "rate"


def _total(amounts: Sequence[Amount], nouns: frozenset[str]) -> Total:
    quantities = [one.quantity for one in amounts]
    total = sum((one.value for one in quantities), Decimal())
    return Total(added(quantities), Quantity(value=total, unit=quantities[0].unit), nouns)


def by_unit(amounts: Iterable[Amount], measures: frozenset[str]) -> list[list[Amount]]:
    """The amounts by what they measure, where several do; of the families asked for where any of these is."""
    groups: dict[str, list[Amount]] = {}
    for one in amounts:
        groups.setdefault(base_unit(one.quantity.unit), []).append(one)
    several = [group for group in groups.values() if _FEWEST <= len(group) <= _MOST]
    asked = [group for group in several if unit_family(group[0].quantity.unit) in measures]
    return asked or several


def _scope(text: str, passage: str) -> str:
    """The sentence that a text is cut from; the passage where it is of several, itself where it is none of it."""
    sentences = [fold(compact(one)) for one in text_to_sentences(passage)]
    body, whole = text.rstrip("。;"), "".join(sentences)
    start, at = whole.find(body), 0
    for sentence in sentences:
        if at <= start and start + len(body) <= at + len(sentence):
            return sentence
        at += len(sentence)
    return whole if start >= 0 else text


def _kin(scope: str, text: str, amounts: Sequence[Amount], *, behind: bool) -> list[Amount]:
    """All amounts of the scope that measure the same and bear the same name, with or without a bound."""
    unit, name = base_unit(amounts[0].quantity.unit), _name(text, amounts[0], behind=behind)
    found = find_amounts(scope, spelled=False)
    return [one for one in found if base_unit(one.quantity.unit) == unit and _name(scope, one, behind=behind) == name]


def _all_printed(chosen: Sequence[Amount], kin: Sequence[Amount]) -> bool:
    """Whether nothing is a bound or a range, and all is of one unit and one kind of share."""
    units = {one.quantity.unit for one in chosen}
    plain = all(one.quantity.bound is Bound.EQ and one.quantity.high is None for one in kin)
    return plain and len(units) == 1 and len(chosen) >= _FEWEST


def _asked(scope: str, kin: Sequence[Amount], words: str, *, behind: bool) -> list[Amount]:
    """Those of the amounts that the question names, where it names several but not all; else all. A sum of which one
    part alone is named is none.
    """
    nouns = [_noun(scope, one)[:-1] for one in kin]
    told = behind and len(set(nouns)) > 1
    labels = nouns if told else list(_clauses_before(scope, kin))
    own = [bigrams(label) - _others(labels, at) for at, label in enumerate(labels)]
    named = [one for one, pairs in zip(kin, own, strict=True) if pairs & bigrams(fold(compact(words)))]
    if told and len(named) == 1:
        return []
    return named if _FEWEST <= len(named) < len(kin) else list(kin)


def _others(labels: Sequence[str], at: int) -> set[str]:
    return {pair for other, label in enumerate(labels) if other != at for pair in bigrams(label)}


def _clauses_before(scope: str, amounts: Sequence[Amount]) -> Iterator[str]:
    """What each amount is given for: the two clauses before it, behind the amount before that."""
    start = 0
    for one in amounts:
        yield "".join(sentence_to_clauses(scope[start : one.start])[-2:])
        start = one.end


def _names_behind(text: str, amounts: Sequence[Amount]) -> bool:
    """Whether the names behind all amounts end alike (8个中央级库、31个省级库); behind a share is no name."""
    if unit_family(amounts[0].quantity.unit) == "rate":
        return False
    return len({_name(text, one, behind=True) for one in amounts}) == 1 and bool(_noun(text, amounts[0]))


def _named_before(text: str, amounts: Sequence[Amount]) -> bool:
    """Whether the same words stand before each amount; money is one thing wherever the same is done with it, and shares
    add up where they are of one whole.
    """
    names = {_name(text, one, behind=False) for one in amounts}
    rates = unit_family(amounts[0].quantity.unit) == "rate"
    return len(names) == 1 and (not rates or names.pop().endswith(_SHARE_OF_ONE))


def _name(text: str, one: Amount, *, behind: bool) -> str:
    if behind:
        return _noun(text, one)[-1:]
    size = _SIZES.get(unit_family(one.quantity.unit) or "", _NAME)
    return text[max(0, one.start - size) : one.start]


def _noun(text: str, one: Amount) -> str:
    found = _NOUN.match(text, one.end)
    return found[0] if found else ""


def _printed(scope: str, one: Amount) -> str:
    return scope[one.start : one.end] + _noun(scope, one)

"""How much falls to each of what a sentence counts: 总投资1.2亿元，居民3000户 is 4万元 for each 户."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.calculating import exact_amounts, printed
from assistant.reading.ask import Ask
from assistant.sentences import text_to_sentences
from corpus.folding.amounts import Amount
from corpus.folding.numerals import number_text
from corpus.folding.units import base_unit, unit_family
from corpus.quoting import bigrams
from corpus.target import Bound

__all__ = ["each_of"]

_TEN_THOUSAND = Decimal(10000)
_CENT = Decimal("0.01")
_LABEL = 10
_PLAIN = frozenset({Bound.EQ, Bound.APPROX})


def each_of(text: str, ask: Ask) -> list[str]:
    """What falls to each of what the question asks for by the unit, in each sentence (folded) that tells both one sum
    of money and one number of these that bear the name asked for.
    """
    asked, said = bigrams(ask.where.words), []
    for sentence in text_to_sentences(text):
        found = exact_amounts(sentence, spelled=False)
        found = [one for one in found if one.quantity.bound in _PLAIN]
        whole = _named([one for one in found if unit_family(one.quantity.unit) == "money"], sentence, asked)
        each = _named([one for one in found if base_unit(one.quantity.unit) == ask.case.per], sentence, asked)
        if whole and each and each.quantity.value > 0 and "/" not in whole.quantity.unit:
            said.append(_divided(whole, each))
    return said


def _named(amounts: Sequence[Amount], text: str, asked: set[str]) -> Amount | None:
    """The only amount of some, or the only one before which most is said of what is asked."""
    held = [len(bigrams(text[max(0, one.start - _LABEL) : one.start]) & asked) for one in amounts]
    best = [one for one, count in zip(amounts, held, strict=True) if count == max(held)]
    return best[0] if len(best) == 1 else None


def _divided(whole: Amount, each: Amount) -> str:
    exact = whole.quantity.in_base / each.quantity.in_base
    scale, unit = (_TEN_THOUSAND, "万元") if exact >= _TEN_THOUSAND else (Decimal(1), "元")
    shown = (exact / scale).quantize(_CENT, ROUND_HALF_UP)
    told = f"{number_text(shown)}{unit}"
    sign = "=" if shown * scale == exact else "≈"
    counted = base_unit(each.quantity.unit)
    return f"平均每{counted}{told}（{printed(whole.quantity)}÷{printed(each.quantity)}{sign}{told}）"

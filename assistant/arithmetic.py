"""Arithmetic that a sentence spells out (2+1+1+2=6, 40÷87≈46%): which results are right. Knows no documents."""

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.figures import Figure, figures

_SYMBOL = re.compile(r"[+\-−－×*÷=≈，。；：、,;:()（）\n]|/(?=\d)")
"""A / before a word belongs to a unit (元/月)."""
_OPERATORS = {"+": "+", "-": "-", "−": "-", "－": "-", "×": "×", "*": "×", "÷": "÷", "/": "÷"}
_EQUALS = "=≈"
_OPENS, _CLOSES = "()"

PARTS = {"%": 100, "‰": 1000}
"""Of how many parts of an amount a share tells some."""

_Terms = list[Decimal | str]
"""Numbers and operators in turn."""


def proven_results(text: str) -> set[Decimal]:
    """Values that `text` (folded) derives by arithmetic it spells out, and derives rightly.

    Words between a number and an operator are labels (张家港2+常熟1=3). A quotient may be rounded to the places shown
    and may be shown as a percentage, also twice (40÷87≈45.98%≈46%); behind × and in brackets a percentage is a share
    (80×15%=12, 336÷(1+12%)=300, 10万×5‰=500); everything else must be exact. Wrong arithmetic proves nothing.
    """
    return {shown.value for terms, shown, percent in _equations(text) if _holds(terms, shown, percent)}


def _equations(text: str) -> Iterator[tuple[_Terms, Figure, bool]]:
    """Left side, shown result, and whether a % follows it."""
    terms: _Terms = []
    left: _Terms = []
    outer: _Terms = []
    awaiting = False
    for token, end in _tokens(text):
        if isinstance(token, Figure):
            parts = PARTS.get(text[end : end + 1], 1)
            left = (terms if len(terms) > 1 else left) if awaiting else []
            if len(left) >= 3:
                yield left, token, parts == PARTS["%"]
            factor = token.value / parts if outer or terms[-1:] == ["×"] else token.value
            terms = [token.value] if awaiting or not _open(terms) else [*terms, factor]
            awaiting = False
        elif token in _EQUALS:
            awaiting = True
        elif token in _OPERATORS and terms and not awaiting:
            terms = [*terms, _OPERATORS[token]] if not _open(terms) else []
        elif token == _OPENS and _open(terms) and not outer:
            terms, outer = [], terms
        elif token == _CLOSES and outer and (inner := _evaluated(terms)) is not None:
            terms, outer = [*outer, inner], []
        else:
            terms, left, outer, awaiting = [], [], [], False


def _tokens(text: str) -> Iterator[tuple[Figure | str, int]]:
    """Numbers and symbols in the order of the text, each with its end."""
    found: list[tuple[int, int, Figure | str]] = [(one.start, one.end, one) for one in figures(text)]
    found += [(match.start(), match.end(), match[0]) for match in _SYMBOL.finditer(text)]
    for _, end, token in sorted(found, key=lambda item: item[0]):
        yield token, end


def _open(terms: _Terms) -> bool:
    return bool(terms) and isinstance(terms[-1], str)


def _holds(terms: _Terms, shown: Figure, percent: bool) -> bool:
    result = _evaluated(terms)
    if result is None:
        return False
    if "÷" not in terms:
        return result == shown.value
    return abs(result * (100 if percent else 1) - shown.value) <= shown.step / 2


def _evaluated(terms: _Terms) -> Decimal | None:
    """The value of numbers joined by operators, × and ÷ first; None where it has none."""
    if not terms or _open(terms):
        return None
    total, product, sign = Decimal(0), Decimal(str(terms[0])), 1
    for operator, operand in zip(terms[1::2], terms[2::2], strict=True):
        number = Decimal(str(operand))
        if operator == "×":
            product *= number
        elif operator == "÷":
            if not number:
                return None
            product /= number
        else:
            total, product, sign = total + sign * product, number, 1 if operator == "+" else -1
    return total + sign * product

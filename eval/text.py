"""Texts made comparable: widths, brackets, citation marks and thousands separators folded."""

import re
import unicodedata

_FOLD = str.maketrans("，：；（）％～〔〕［］【】", ",:;()%~[][][]")
_MARKS = re.compile(r"\[\d{1,3}(?:[,、]\d{1,3}){0,20}\]")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})+(?!\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def normal(text: str) -> str:
    """`text` without white space and citation marks, half-width.

    >>> normal("共 ４０ 万㎡［1］，占５％")
    '共40万m2,占5%'
    """
    return re.sub(r"\s+", "", _folded(text))


def says(text: str, words: str) -> bool:
    """Whether `text` says `words`, numbers whole: 5 is not said by 15 or 5.5. Both are normalised here.

    >>> says("共15幢", "5幢"), says("共15幢", "15幢"), says("2025年480000，2024年300000", "480000")
    (False, True, True)
    """
    needle = normal(words)
    before = r"(?<![\d.])" if needle[:1].isdigit() else ""
    behind = r"(?!\.?\d)" if needle[-1:].isdigit() else ""
    return re.search(before + re.escape(needle) + behind, normal(text)) is not None


def numbers(text: str) -> set[str]:
    """The whole numbers and decimals in `text`, as written; white space parts them, as in the row of a table.

    >>> sorted(numbers("2025年达到60%，共1,200家")), sorted(numbers("合计 347 18"))
    (['1200', '2025', '60'], ['18', '347'])
    """
    return set(_NUMBER.findall(_folded(text)))


def _folded(text: str) -> str:
    """Half-width, without citation marks and thousands separators."""
    folded = unicodedata.normalize("NFKC", text).translate(_FOLD)
    return _GROUPED.sub(lambda found: found[0].replace(",", ""), _MARKS.sub("", folded))

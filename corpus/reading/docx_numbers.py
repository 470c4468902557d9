"""Automatic numbers of Word documents, as Word shows them: counted along the document, written in the list's own form.

Knows the parts numbering.xml and styles.xml; knows nothing of words or tables.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from corpus.reading.docx_styles import WORD, Styles, value

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_DASHES = re.compile(r"[—─–-]{1,2}")
_CHINESE = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 9999


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list; `text` holds %1 … %9 where the numbers of the levels go."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    plain: bool = False
    """Whether the numbers of all levels are written 1, 2, 3 here (isLgl)."""
    joined: bool = False
    """Whether no space follows."""
    restarts: bool = True
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """What paragraphs of one numId count in (`key`), how, and where they begin anew at their first paragraph."""

    key: str
    levels: dict[int, _Level]
    anew: dict[int, int]


class Numbers:
    """Counts the paragraphs it is shown, in the order of the document."""

    def __init__(self, part: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists = {} if part is None else _part_to_lists(part, styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, paragraph: etree._Element) -> str:
        """The number before a paragraph, a space behind it where one is shown; empty where it has none."""
        where = self._styles.numbering(paragraph)
        found = self._lists.get(where[0]) if where else None
        if where is None or found is None:
            return ""
        number, at = where
        if at is None:
            style = self._styles.name(paragraph)
            at = next((rank for rank, one in found.levels.items() if style and one.style == style), 0)
        return self._count(number, found, min(at, _LEVELS - 1))

    def _count(self, number: str, found: _List, at: int) -> str:
        counts = self._counts.setdefault(found.key, {})
        if number not in self._begun:
            self._begun.add(number)
            for begun, start in found.anew.items():
                counts[begun] = start - 1
        level = found.levels.get(at, _Level())
        counts[at] = counts.get(at, level.start - 1) + 1
        for deeper in [one for one in counts if one > at and found.levels.get(one, level).restarts]:
            del counts[deeper]
        return _shown(found.levels, at, counts)


def _shown(levels: dict[int, _Level], at: int, counts: dict[int, int]) -> str:
    level = levels.get(at, _Level())
    if level.form == "bullet":
        return level.text if _DASHES.fullmatch(level.text) else ""

    def number(match: re.Match[str]) -> str:
        upper = int(match[1]) - 1
        one = levels.get(upper, _Level())
        return _written(counts.get(upper, one.start), "decimal" if level.plain else one.form)

    words = _PLACE.sub(number, level.text)
    return words + ("" if level.joined or not words else " ")


def _part_to_lists(part: etree._Element, styles: Styles) -> dict[str, _List]:
    abstract = {one.get(f"{WORD}abstractNumId", ""): one for one in part.findall(f"{WORD}abstractNum")}
    chosen = {one.get(f"{WORD}numId", ""): one for one in part.findall(f"{WORD}num")}
    lists = {}
    for number, element in chosen.items():
        key = value(element, "abstractNumId") or ""
        linked = styles.list_of(value(abstract[key], "numStyleLink") or "") if key in abstract else None
        if linked in chosen:
            key = value(chosen[linked], "abstractNumId") or ""
        lists[number] = _to_list(key, abstract.get(key), element)
    return lists


def _to_list(key: str, abstract: etree._Element | None, element: etree._Element) -> _List:
    levels = {} if abstract is None else dict(map(_to_level, abstract.findall(f"{WORD}lvl")))
    anew = {}
    for override in element.findall(f"{WORD}lvlOverride"):
        at = _number(override.get(f"{WORD}ilvl"), 0)
        changed = override.find(f"{WORD}lvl")
        levels |= dict([_to_level(changed)]) if changed is not None else {}
        start = value(override, "startOverride")
        if start is not None:
            anew[at] = _number(start, 1)
            levels[at] = replace(levels.get(at, _Level()), start=anew[at])
    return _List(key, levels, anew)


def _to_level(element: etree._Element) -> tuple[int, _Level]:
    level = _Level(
        start=_number(value(element, "start"), 1),
        form=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        plain=value(element, "isLgl") is not None,
        joined=value(element, "suff") == "nothing",
        restarts=value(element, "lvlRestart") != "0",
        style=value(element, "pStyle"),
    )
    return _number(element.get(f"{WORD}ilvl"), 0), level


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 5 else default


def _written(number: int, form: str) -> str:
    """A number in a form of Word (ST_NumberFormat); a form unknown here is written 1, 2, 3.

    >>> [_written(12, form) for form in ("chineseCounting", "decimalEnclosedCircle", "upperRoman", "decimalZero")]
    ['十二', '⑫', 'XII', '12']
    """
    return _FORMS.get(form, str)(min(number, _MOST))


def _chinese(number: int, digits: str = _CHINESE, units: str = "十百千") -> str:
    if number == 0:
        return digits[0]
    words, gap = "", False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            words += (digits[0] if gap and words else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words


def _digits(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1) if number else ""


def _roman(number: int) -> str:
    words = ""
    for size, letters in _ROMAN:
        words += letters * (number // size)
        number %= size
    return words


def _ring(first: int, most: int) -> Callable[[int], str]:
    """Numbers that are one character, from `first` on; those beyond `most` are written plainly."""
    return lambda number: chr(first + number - 1) if 1 <= number <= most else str(number)


def _cycle(characters: str) -> Callable[[int], str]:
    return lambda number: characters[(number - 1) % len(characters)]


_FORMS: dict[str, Callable[[int], str]] = {
    **dict.fromkeys(("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting"), _chinese),
    **dict.fromkeys(("taiwaneseCountingThousand", "koreanCounting", "japaneseDigitalTenThousand"), _chinese),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital"), _digits),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _ring(0x2460, 20)),
    "chineseLegalSimplified": lambda number: _chinese(number, _LEGAL, "拾佰仟"),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographEnclosedCircle": _ring(0x3280, 10),
    "decimalEnclosedParen": _ring(0x2474, 20),
    "decimalEnclosedFullstop": _ring(0x2488, 20),
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}

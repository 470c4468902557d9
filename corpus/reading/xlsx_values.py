"""What the cells of a workbook show: numbers and days in their format, words without what is struck through.

Knows the parts styles.xml and sharedStrings.xml, single cells, no tables.
"""

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation

from lxml import etree

from corpus.folding.numerals import digits_to_int
from corpus.quoting import squeeze
from corpus.reading.characters import raised

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_QUOTED = re.compile(r'"[^"]{0,100}"|\\.|\[[^\]]{0,40}\]')
_DAYS = frozenset({14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)})
_MONTHS_ONLY = frozenset({17, 55, 57})
_DECIMALS = {1: 0, 2: 2, 3: 0, 4: 2, 9: 0, 10: 2}
_PERCENT = frozenset({9, 10})
_SHOWN_DECIMALS = re.compile(r"[0#]\.(0{1,10})")
_BASE, _BASE_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a day on paper has no zone
_LAST_DAY = 2_958_465
_DIGITS = 15


class Values:
    """Shows cells; `struck` holds the words that were left out because they are struck through."""

    def __init__(self, styles: etree._Element | None, strings: etree._Element | None, *, from_1904: bool) -> None:
        self.struck: list[str] = []
        self.without_value = 0
        self._base = _BASE_1904 if from_1904 else _BASE
        self._formats = {} if styles is None else _custom_formats(styles)
        self._cells = [] if styles is None else styles.findall(f"{MAIN}cellXfs/{MAIN}xf")
        self._fonts = [] if styles is None else styles.findall(f"{MAIN}fonts/{MAIN}font")
        self._strings = [] if strings is None else strings.findall(f"{MAIN}si")

    def of(self, cell: etree._Element) -> str:
        """What a cell shows."""
        shown = self._shown(cell)
        if shown and self._is_struck_cell(cell):
            self.struck.append(shown)
            return ""
        return shown

    def _shown(self, cell: etree._Element) -> str:
        kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
        if kind == "inlineStr":
            inline = cell.find(f"{MAIN}is")
            return "" if inline is None else self._words(inline)
        if value is None:
            self.without_value += cell.find(f"{MAIN}f") is not None
            return ""
        if kind == "s":
            return self._words(self._strings[int(value)]) if value.isdecimal() and self._has(value) else ""
        if kind == "b":
            return "是" if value == "1" else "否"
        return self._number(value, cell) if kind == "n" else squeeze(value)

    def _has(self, index: str) -> bool:
        return len(index) < 9 and int(index) < len(self._strings)

    def _words(self, item: etree._Element) -> str:
        """The words of a text, run by run; readings above characters are left out."""
        plain = item.find(f"{MAIN}t")
        runs = [self._run(run) for run in item.findall(f"{MAIN}r")]
        return squeeze((plain.text or "" if plain is not None else "") + "".join(runs))

    def _run(self, run: etree._Element) -> str:
        words = run.findtext(f"{MAIN}t") or ""
        properties = run.find(f"{MAIN}rPr")
        if properties is None:
            return words
        if _is_on(properties.find(f"{MAIN}strike")):
            self.struck += [squeeze(words)] if words.strip() else []
            return ""
        align = properties.find(f"{MAIN}vertAlign")
        return raised(words) if align is not None and align.get("val") == "superscript" else words

    def _is_struck_cell(self, cell: etree._Element) -> bool:
        style = self._style(cell)
        number = style.get("fontId", "") if style is not None else ""
        at = digits_to_int(number)
        font = self._fonts[at] if at is not None and at < len(self._fonts) else None
        return font is not None and _is_on(font.find(f"{MAIN}strike"))

    def _style(self, cell: etree._Element) -> etree._Element | None:
        at = digits_to_int(cell.get("s", "0"))
        return self._cells[at] if at is not None and at < len(self._cells) else None

    def _number(self, value: str, cell: etree._Element) -> str:
        try:
            number = Decimal(value)
        except InvalidOperation:
            return squeeze(value)
        if not number.is_finite() or number.adjusted() > _DIGITS:
            return squeeze(value)
        style = self._style(cell)
        form = style.get("numFmtId", "0") if style is not None else "0"
        code = int(form) if form.isdecimal() and len(form) < 6 else 0
        plain = _QUOTED.sub("", self._formats.get(code, "")).split(";")[0].lower()
        if (code in _DAYS or "y" in plain or ("m" in plain and "d" in plain)) and 0 < number <= _LAST_DAY:
            return self._day(
                number, day=code not in _MONTHS_ONLY and (code in _DAYS or "d" in plain), month="m" in plain
            )
        return _shown_number(number, code, plain)

    def _day(self, number: Decimal, *, day: bool, month: bool) -> str:
        when = self._base + timedelta(days=int(number))
        if day:
            return f"{when.year}年{when.month}月{when.day}日"
        return f"{when.year}年{when.month}月" if month else f"{when.year}年"


def _shown_number(number: Decimal, code: int, plain: str) -> str:
    percent = code in _PERCENT or "%" in plain
    number = number * 100 if percent else number
    decimals = _DECIMALS.get(code)
    if decimals is None and plain not in {"", "general", "@"}:
        found = _SHOWN_DECIMALS.search(plain)
        decimals = len(found[1]) if found else 0 if "0" in plain else None
    if decimals is None:
        digits = max(0, _DIGITS - 1 - number.adjusted()) if number else 0
        number = round(number, min(digits, 12)).normalize()
    else:
        number = round(number, decimals)
    return format(number, "f") + ("%" if percent else "")


def _custom_formats(styles: etree._Element) -> dict[int, str]:
    found = styles.findall(f"{MAIN}numFmts/{MAIN}numFmt")
    codes = ((form.get("numFmtId", ""), form.get("formatCode", "")) for form in found)
    return {int(number): code for number, code in codes if number.isdecimal() and len(number) < 6}


def _is_on(flag: etree._Element | None) -> bool:
    return flag is not None and flag.get("val", "1") not in {"0", "false"}

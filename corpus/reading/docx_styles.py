"""What styles say of the paragraphs and runs of a Word document: what is struck, hidden or raised, what is numbered.

Knows the part styles.xml and the properties of elements; knows no words.
"""

from collections.abc import Iterator

from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{WORD}val"
_OFF = {"0", "false", "off", "none"}
_DEEPEST = 12


def value(element: etree._Element, *path: str) -> str | None:
    """The w:val of the property at a path of names; empty where it has none, None where there is no such property."""
    found = element
    for name in path:
        below = found.find(WORD + name)
        if below is None:
            return None
        found = below
    return found.get(_VALUE, "")


class Styles:
    """The styles by their ids; each is asked first, then those it is based on."""

    def __init__(self, part: etree._Element | None) -> None:
        found = [] if part is None else part.findall(f"{WORD}style")
        self._styles = {style.get(f"{WORD}styleId", ""): style for style in found}
        self._flags: dict[tuple[str | None, str], bool] = {}
        self.plain = not found
        """Whether there are no styles, so that a run without properties of its own has none at all."""
        default = (style for style in found if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default"))
        self._default = next((style.get(f"{WORD}styleId") for style in default), None)

    def name(self, paragraph: etree._Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self._default

    def is_set(self, run: etree._Element, paragraph: etree._Element, name: str) -> bool:
        """Whether a run has a property that can be on or off, itself or by its style or that of its paragraph."""
        properties = run.find(f"{WORD}rPr")
        own = None if properties is None else value(properties, name)
        if own is not None:
            return own not in _OFF
        styles = (None if properties is None else value(properties, "rStyle"), self.name(paragraph))
        return any(self._style_sets(style, name) for style in styles if style)

    def raised(self, run: etree._Element) -> bool:
        """Whether a run is set as a superscript."""
        own = value(run, "rPr", "vertAlign")
        if own is not None:
            return own == "superscript"
        chain = self._chain(value(run, "rPr", "rStyle"))
        told = (found for style in chain if (found := value(style, "rPr", "vertAlign")) is not None)
        return next(told, "") == "superscript"

    def numbering(self, paragraph: etree._Element) -> tuple[str, int | None] | None:
        """The list that a paragraph is in and its level, None where its style tells; None where it is in no list."""
        sources = [paragraph, *self._chain(self.name(paragraph))]
        for at, source in enumerate(sources):
            number = value(source, "pPr", "numPr", "numId")
            if number is not None:
                level = value(source, "pPr", "numPr", "ilvl")
                told = int(level) if level and level.isdecimal() and len(level) == 1 else None
                return None if number == "0" else (number, told if at else told or 0)
        return None

    def list_of(self, style: str) -> str | None:
        """The numId of a style for lists."""
        return next((found for one in self._chain(style) if (found := value(one, "pPr", "numPr", "numId"))), None)

    def _style_sets(self, style: str | None, name: str) -> bool:
        if (style, name) not in self._flags:
            told = (found for one in self._chain(style) if (found := value(one, "rPr", name)) is not None)
            self._flags[style, name] = next(told, "0") not in _OFF
        return self._flags[style, name]

    def _chain(self, style: str | None) -> Iterator[etree._Element]:
        for _ in range(_DEEPEST):
            found = self._styles.get(style or "")
            if found is None:
                return
            yield found
            style = value(found, "basedOn")

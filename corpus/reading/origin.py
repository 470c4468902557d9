"""Where a document comes from, as the line below its title says (某体规〔2024〕2号，某市体育局2024年11月6日印发), or
who gives a report (某区人民政府区长 某某). Knows single lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.folding.dates import DAY, text_to_day
from corpus.line import Line
from corpus.reading.doc_number import DocNumber, text_to_doc_number
from corpus.reading.organisations import Region, is_organisation, name_to_region, split_names

__all__ = ["Delivery", "Origin", "find_delivery", "find_origin"]

_BRACKETED = re.compile(r"^[（(](?P<inner>.{8,160})[）)]$")
_DONE = re.compile(r"(?:联合|共同)?(?:印发|发布|公布|颁布|编制|制定|填报|修订|通过)$")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[［][^〕\]］]{4}[〕\]］]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号")
_OFFICE = re.compile(r"(?:办公|督查|研究|信息)室$")
_SPEAKER = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,16}?人民政府)代?(?:省长|自治区主席|主席|市长|区长|县长|州长|盟长|旗长|镇长|乡长)\s{0,4}[\u4e00-\u9fff·\s]{2,8}$"
)
_DELIVERED = re.compile(
    r"^[—\-－（(]{0,4}\s{0,3}(?P<day>[^在。]{8,14}日)\s{0,3}在(?P<place>[^，。第]{2,20}?)(?:第|[一二三四五六七八九十]).{0,4}届"
)
"""When and where a report was given: ——2026年1月20日在某省第十四届人民代表大会第四次会议上."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The line below a title that says when and where a report was given."""

    line: Line
    day: date
    place: Region | None


@dataclass(frozen=True, slots=True)
class Origin:
    """What one line says of number, bodies and day; what it does not say is None or empty."""

    line: Line
    number: DocNumber | None
    names: tuple[str, ...]
    day: date | None


def find_origin(head: Sequence[Line]) -> Origin | None:
    """The first line of a document's head that says where it comes from, above its first sentence."""
    for line in head:
        if found := _line_to_origin(line):
            return found
        if "。" in line.text:
            return None
    return None


def find_delivery(head: Sequence[Line]) -> Delivery | None:
    """When and where a report was given, by the line below its title."""
    for line in head:
        match = _DELIVERED.match(line.text)
        if match and (day := text_to_day(match["day"])):
            return Delivery(line, day, name_to_region(match["place"]))
    return None


def _line_to_origin(line: Line) -> Origin | None:
    text = line.text.strip()
    if speaker := _SPEAKER.match(text):
        return Origin(line, None, (speaker["name"],), None)
    bracketed = _BRACKETED.match(text)
    inner = bracketed["inner"] if bracketed else ""
    day = DAY.search(inner)
    if day is None:
        return None
    number = text_to_doc_number(inner) if _NUMBER.search(inner) else None
    names = (name for part in re.split("[，,；;、]", _NUMBER.sub("，", inner)) for name in _names(part))
    bodies = tuple(names)
    return Origin(line, number, bodies, text_to_day(day[0])) if bodies or number else None


def _names(part: str) -> list[str]:
    name = _DONE.sub("", DAY.sub("", part).strip()).strip()
    return split_names(name) if is_organisation(name) or _OFFICE.search(name) else []

"""Where a document comes from, as the lines below its title say (某体规〔2024〕2号，某市体育局2024年11月6日印发), or
who gives a report (某区人民政府区长 某某). Knows single lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from corpus.folding.dates import DAY, find_dates, text_to_day
from corpus.line import Line
from corpus.quoting import compact
from corpus.reading.doc_number import DocNumber, text_to_doc_number
from corpus.reading.marks import strip_edges
from corpus.reading.organisations import Region, is_organisation, join_names, name_to_region, split_names

_BRACKETED = re.compile(r"^[（(](?P<inner>.{8,160})[）)]$")
_DONE = re.compile(
    r"(?:联合|共同|审议|表决)*(?:印发|发布|公布|颁布|编制|编印|编写|印制|整理|制作|宣|制定|制表|填报|汇总|修订|通过|批准|批复|制)$"
)
_MONTH = re.compile(r"^20\d\d年(?:\d{1,2}月)?$")
_AT_END = re.compile(r"^(?P<title>.{6,80}?)[（(](?P<inner>[^（()）]{6,80})[）)]$")
"""A title with where it comes from behind it, in brackets on the same line."""
_PIECES = re.compile(r"[\s，,；;|·*]+")
_NEXT = re.compile(
    r"(?<=.)((?:填报|填表|编制|制表|报送|更新|成文|印发|发布|统计|批准)?(?:日期|时间)|(?:金额|资金|计量|总?投资|数据)单位"
    r"|(?<![报表制送布印写定文任头])单位|(?:填报|填表|编制|制表|报送|印发|发布)(?:机构|机关|单位|部门)?"
    r"|(?:发文)?文号|版本|联系人|(?:联系)?电话)(?=[:：])|(?<=.)(?=截[至止]20\d\d年)"
)
"""Labels, and of when figures are, that follow without a gap, as in the cell of a sheet."""
_RUN_ON = re.compile(
    r"(?<=[局委办室会部厅])(?=[\u4e00-\u9fff]{2,6}[〔\[［]\d{4}[〕\]］]\s?\d{1,4}\s?号)|(?<=\d号)(?=[12]\d{3}年)"
)
"""A body, its 文号 and a day without a gap between them."""
_DATED = re.compile(r"(?:成文|印发|填报|填表|编制|制表|报送|更新|修订|定稿)(?:日期|时间)\**\s{0,3}[:：\]】]\**\s{0,3}")
_LABEL = re.compile(r"^([\u4e00-\u9fff]{2,6})[:：]")
_BY = re.compile(r"^(?:[印发制编填报][印发表制定报送布]|主管|起草)(?:机构|机关|单位|部门)?$")
_WHOSE = re.compile(r"(?:调度|汇总|牵头|统计|整理|管理|提供)单位$")
_ON = re.compile(r"(?:日期|时间)$|^版本$")
_NUMBERED = re.compile(r"^(?:文号|发文字号|编号)$")
_ELSE = re.compile(r"单位$|来源|索引号|字[号体]|类别|主题|浏览|阅读|有效性|批准机关|附件$|联系|电话")
_IN_FORCE = re.compile(r"^自.{4,20}起(?:施行|执行|实施)$|^有效期.{2,12}$|^(?:\d{4}年)?\d{1,2}月$|^\d{4}年$|^附件$")
_AS_OF = re.compile(r"^截[至止]")
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[［][^〕\]］]{4}[〕\]］]\s{0,2}第?\s{0,2}\d{1,5}\s{0,2}号")
_DECREE = re.compile(r"(?P<number>(?P<by>[\u4e00-\u9fff]{2,24})令\s?第\s?\d{1,4}\s?号)(?:$|[\s，,；;]|公布|发布|颁布)")
"""The number of a decree: 中华人民共和国国务院令第669号公布."""
_STATE = "中华人民共和国"
_OFFICE = re.compile(r"(?:办公|督查|研究|信息)室$")
_SPEAKER = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{2,24}?(?:人民政府|[局厅委会院办]))(?:党[组委]书记、)?代?(?:常务)?副?"
    r"(?:省长|自治区主席|主席|市长|区长|县长|州长|盟长|旗长|镇长|乡长|局长|厅长|主任|院长)\s{0,4}[\u4e00-\u9fff·\s]{2,8}$"
)
_OF_SPEAKER = re.compile(
    r"[，,；;\s]{1,3}(?:[\u4e00-\u9fff]{0,16}[省市区县州盟旗镇乡局厅委院])?(?:党[组委]书记、)?代?(?:常务)?副?"
    r"(?:省长|主席|市长|区长|县长|州长|盟长|旗长|镇长|乡长|局长|厅长|主任|院长|书记)\s{0,4}[\u4e00-\u9fff·]{1,4}(?:\s{1,4}[\u4e00-\u9fff]{1,2})?$"
)
"""Behind a day in brackets: who spoke then (（2024年3月5日，镇长 某某）)."""
_DELIVERED = re.compile(
    r"^[—\-－（(]{0,4}\s{0,3}(?P<day>[^在。]{8,14}日)\s{0,3}在(?P<place>[^，。第]{2,20}?)(?:第|[一二三四五六七八九十]).{0,4}届"
)
"""When and where a report was given: ——2026年1月20日在某省第十四届人民代表大会第四次会议上."""
_LETTER = 3
_FIELD = re.compile(
    r"(?:印发|发布|制定|发文|填报|填表|编制|制表|报送)(?:机构|机关|单位|部门)\**\s{0,3}[:：\]】]\**\s{0,3}"
    r"([^\s:：*，。；;无][^\s:：*，。；;]{1,120}?(?:[（(][\u4e00-\u9fff]{2,24}[局办委院室厅][)）])?)(?=$|[\s*，。；;（(]|截[至止]|20\d\d年|(?:资金|金额|计量|总?投资|数据)?单位[:：]|[填编制报]\S{0,2}(?:日期|时间)[:：])"
)
_ISSUER_LABEL = re.compile(r"(?:印发|发布|制定|发文)(?:机构|机关|单位|部门)[:：]")
"""The label of such a field, its value on the next line."""
_LETTERHEAD = re.compile(r"(.{3,40}?)(?:文\s?件|令)")


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


def find_origins(head: Sequence[Line]) -> list[Origin]:
    """The lines of a document's head that say where it comes from, above its first sentence."""
    found: list[Origin] = []
    for line in head:
        if origin := line_to_origin(line):
            found.append(origin)
        elif behind := origin_behind(line):
            found.append(behind[1])
        elif "。" in line.text:
            break
    return found


def find_delivery(head: Sequence[Line]) -> Delivery | None:
    """When and where a report was given, by the line below its title."""
    for line in head:
        match = _DELIVERED.match(line.text)
        if match and (day := text_to_day(match["day"])):
            return Delivery(line, day, name_to_region(match["place"]))
    return None


def stated_days(head: Sequence[Line]) -> list[Origin]:
    """The days in fields 成文日期：…, whatever else stands on their lines."""
    labelled = ((line, _DATED.search(line.text)) for line in head)
    dated = ((line, find_dates(line.text[label.end() :])) for line, label in labelled if label)
    return [Origin(line, None, (), days[0].first) for line, days in dated if days and days[0].first == days[0].last]


def line_to_origin(line: Line) -> Origin | None:
    """What a line says of where a document comes from; None where it says anything else."""
    text = line.text.strip()
    if speaker := _SPEAKER.match(text):
        return Origin(line, None, (speaker["name"],), None)
    bracketed = _BRACKETED.match(text)
    inner = bracketed["inner"] if bracketed else ""
    return _decreed(line, inner or text) or (_bracketed(line, inner) if inner else None) or _pieced(line)


def _decreed(line: Line, text: str) -> Origin | None:
    """What a line says of the decree that made a document public, whatever stands behind it (自2016年7月1日起施行)."""
    day = DAY.match(text)
    decree = _DECREE.match(text[day.end() :].strip() if day else text)
    if not decree:
        return None
    by, number = decree["by"].removeprefix(_STATE), compact(decree["number"])
    names = (by,) if is_organisation(by) else ()
    return Origin(line, DocNumber(number, number), names, text_to_day(day[0]) if day else None)


def origin_behind(line: Line) -> tuple[str, Origin] | None:
    """The title that a line prints and what brackets behind it say of who made it and when (…表（某局编制）);
    None where they say anything else.
    """
    match = _AT_END.match(line.text.strip())
    told = (_bracketed(line, match["inner"]) or _pieced(line, match["inner"])) if match else None
    return (match["title"], told) if match and told and (told.names or told.number) else None


def _bracketed(line: Line, inner: str) -> Origin | None:
    """What a line in brackets says besides a day, which may be all (2025年1月10日)."""
    day = DAY.search(inner)
    number = text_to_doc_number(inner) if _NUMBER.search(inner) else None
    parts = re.split(r"[，,；;、]|\s{1,4}(?=\d)", _NUMBER.sub("，", inner))
    made = next((at for at, part in enumerate(parts, 1) if _DONE.search(part)), len(parts))
    bodies = tuple(name for part in parts[:made] for name in _names(part))
    if day is None:
        pieces = re.split(r"[，,；;\s]+", inner)
        done = any(_DONE.search(part) or _MONTH.match(part.strip()) for part in pieces)
        return Origin(line, number, bodies, None) if bodies and done else None
    told = bodies or number or _DONE.search(inner) or day[0] == inner or _OF_SPEAKER.match(inner[day.end() :])
    return Origin(line, number, bodies, text_to_day(day[0])) if told else None


def _pieced(line: Line, text: str = "") -> Origin | None:
    """What a line of nothing but bodies, a 文号, days and labelled fields says
    (某局、某局 · 某规〔2024〕3号 · 2024年5月20日; 制表：某办公室　2025年1月21日); who merely stands there is no origin.
    """
    text = (text or line.text).strip("（()） ").rstrip("。")
    parted = _RUN_ON.sub(" ", _NEXT.sub(lambda match: f" {match[0]}", text))
    pieces = [_piece(line, _bare(piece)) for piece in _PIECES.split(parted) if piece]
    found = [piece for piece in pieces if piece is not None]
    number = next((one.number for one in found if one.number), None)
    names = tuple(name for one in found for name in one.names)
    day = next((one.day for one in found if one.day), None)
    told = number or day or _LABEL.match(text) or any(map(_DONE.search, parted.split()))
    told = bool(told) or (bool(names) and any(map(_MONTH.match, parted.split())))
    return Origin(line, number, names, day) if told and (names or number or day) and len(found) == len(pieces) else None


def _bare(piece: str) -> str:
    """A piece without a bracket that opens or closes in another."""
    inner = piece.lstrip("（(")
    return inner if "（" in inner or "(" in inner else inner.rstrip("）)")


def _piece(line: Line, piece: str) -> Origin | None:
    """What a piece of such a line says, which may be nothing of these; None where it is another thing."""
    label = _LABEL.match(piece)
    words = piece[label.end() :] if label else piece
    if _AS_OF.match(words):
        return Origin(line, None, (), None)
    day = text_to_day(words) if not label or _ON.search(label[1]) or _BY.match(label[1]) else None
    rest = _DONE.sub("", DAY.sub("", words))
    if _NUMBER.fullmatch(words.removesuffix("附件")) and (not label or _NUMBERED.match(label[1])):
        return Origin(line, text_to_doc_number(words), (), None)
    if label and not _BY.match(label[1]):
        whose = _WHOSE.search(label[1]) is not None and is_organisation(rest)
        known = whose or _ON.search(label[1]) or _ELSE.search(label[1])
        return Origin(line, None, (rest,) if whose else (), day) if known else None
    named = rest.split("、") if rest and not _IN_FORCE.match(words) else []
    if not label and not all(map(is_organisation, named)):
        return None
    return Origin(line, None, tuple(name for one in named for name in split_names(one)), day)


def _names(part: str) -> list[str]:
    name = _DONE.sub("", DAY.sub("", part).strip()).strip()
    return split_names(name) if is_organisation(name) or _OFFICE.search(name) else []


def head_issuer(head: Sequence[Line]) -> tuple[str, int, int] | None:
    """Whom the letterhead, a line of its own beside the title, or a field 发布机构：… names, and where."""
    for line in head[:_LETTER]:
        words = line.text[slice(*strip_edges(line.text, 0, len(line.text)))]
        letterhead = _LETTERHEAD.fullmatch(words)
        named = letterhead[1] if letterhead else words
        if letterhead or (is_organisation(named) and name_to_region(compact(named))):
            return "、".join(join_names([named])), line.start, line.end
    for label, line in pairwise(head):
        if _ISSUER_LABEL.fullmatch(compact(label.text)) and is_organisation(line.text):
            return compact(line.text), line.start, line.end
    fields = ((line, match) for line in head if (match := _FIELD.search(line.text)))
    return next(((one[1], line.start + one.start(1), line.start + one.end(1)) for line, one in fields), None)

"""What a document says its terms mean: X是指…, “X”即…, 以下简称, abbreviations, named sets, leading groups.

Knows how definitions are worded. A term that is only used is not defined.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.document import Document, Heading, Paragraph
from corpus.extraction.brackets import bracket_groups
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.named_sets import sentence_to_sets
from corpus.extraction.unit_names import looks_like_unit, split_units
from corpus.facts import Definition
from corpus.place import Place
from corpus.quoting import source_text
from corpus.table import Table

_SENTENCE = re.compile(r"[^。；！？]+[。；！？]?")
_MEANS = re.compile(
    r"(?:“(?P<quoted>[^”]{2,20})”|(?P<bare>[^，,。；：:、“”（）()\s]{2,20}?))(?:，)?"
    r"(?:是指|指的是|系指|(?<!所)指(?![的导标南定数挥引出向明派示]))(?P<meaning>[^。；]{6,400})"
)
_NAMELY = re.compile(
    r"(?:“(?P<quoted>[^”]{1,12})”|[一二三四五六七八九]是(?P<listed>[^，。；：]{2,12})，|(?:^|[.．、])(?P<bare>[三四五六七八九][\u4e00-\u9fff]{1,2}))"
    r"即(?!可|时|将|便)(?P<meaning>[^。；]{4,400})"
)
_IS = re.compile(
    r"(?P<term>[^，,。；：:、（）()\s]{2,14}?)是(?P<meaning>[以由继依利运通对按用][^。；]{10,400}的[^，。；的]{2,12})[。；]?"
)
"""A sentence that says of what kind something is, and which: 数字经济是以…为关键要素、…的新经济形态."""
_SHORT = re.compile(
    r"(?P<meaning>[^，,。；：“”（）]{4,60})[（(]以下(?:统称|简称)(?:为)?“?(?P<term>[^”）)]{2,20})”?[）)]"
)
_LATIN = re.compile(r"(?P<meaning>[\u4e00-\u9fff]{4,30})[（(](?P<term>[A-Z][A-Za-z0-9+\-]{1,11})[)）]")
_GROUP = re.compile(r"领导小组|联席会议|工作专班|指挥部|工作组")
_MEMBERS = re.compile(r"成\s*员\s*[:：](?P<list>[^。]{8,2000})")
_LEADING = re.compile(
    r"^(?:\d{1,2}[.．、]\s*|[注备注]{1,2}[:：]\s*|(?:本|该)(?:方案|办法|意见|规划|通知|计划|措施|细则)(?:所指的?|所称的?|中的?)?|所[指称]的?|本(?:条|款|办法|细则)所[指称]的?|"
    r"第[一二三四五六七八九十百]{1,4}[条款]|[*\s]{1,4}|其中|对象|"
    r"[一二三四五六七八九]是)+"
)
_VERBS = re.compile(
    r"^(?:鼓励|通过|利用|推进|推动|发展|争取|开展|探索|完成|加快|支持|用|至|和|及|与)+|^[\u4e00-\u9fff]*[向把将](?=[\u4e00-\u9fff]{4})"
)
_COVERED = re.compile(
    r"^(?P<list>[^。；：:]{8,600})等(?P<term>(?!相关|有关|各)[\u4e00-\u9fff]{2,6}(?:部门|单位))(?=负责|按|要|应|须)"
)
_NUMBER = re.compile(r"^\d{1,2}[.．、]\s*")
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class _Text:
    """A text that may define something, and where it stands."""

    text: str
    place: Place


def document_to_definitions(document: Document, each: Each = unguarded) -> list[Definition]:
    """The definitions of the document in reading order, each term once (the first with members, else the first)."""
    source = source_text(document.text)
    found: dict[str, Definition] = {}
    subjects = each(lambda text: _text_to_subjects(text, document.metadata.title), _texts(document))
    for definition in (*each(_text_to_definitions, _texts(document)), *subjects):
        known = found.get(definition.term)
        if definition.quote in source and (known is None or (definition.members and not known.members)):
            found[definition.term] = definition
    for definition in _leading_groups(document):
        if definition.quote in source:
            found[definition.term] = definition
    return list(found.values())


def _texts(document: Document) -> Iterator[_Text]:
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield _Text(block.text, block.place)
        elif isinstance(block, Table):
            yield from (_Text(note, block.place) for note in block.notes)


def _text_to_definitions(text: _Text) -> Iterator[Definition]:
    for named in sentence_to_sets(text.text):
        quote = text.text[named.start : named.end]
        yield _definition(named.term, "；".join(named.members), quote, text.place, named.members)
    for match in _LATIN.finditer(text.text):
        meaning = _VERBS.sub("", match["meaning"])
        yield _definition(match["term"], meaning, f"{meaning}{match.group()[len(match['meaning']) :]}", text.place)
    for match in _SHORT.finditer(text.text):
        yield _definition(match["term"], _VERBS.sub("", match["meaning"]), match.group(), text.place)
    for sentence in _SENTENCE.findall(text.text):
        yield from _sentence_to_definitions(sentence.strip(), text.place)
    yield from _founded_groups(text)
    yield from _covered_units(text)


def _covered_units(text: _Text) -> Iterator[Definition]:
    """区经信局、区教育局…等行业主管部门负责…: the units that a group name covers."""
    for sentence in _SENTENCE.findall(text.text):
        match = _COVERED.match(sentence.strip())
        members = split_units(match["list"]).names if match else ()
        if match and len(members) > 1 and all(map(looks_like_unit, members)):
            yield _definition(match["term"], match["list"], match.group(), text.place, members)


def _founded_groups(text: _Text) -> Iterator[Definition]:
    """成立…领导小组，负责…: the sentence that founds a group says what it is for."""
    for match in _GROUP.finditer(text.text):
        before = text.text[max(0, match.start() - _LONGEST_NAME) : match.start()]
        founded = re.split(r"[。；]", before)[-1].rpartition("成立")
        name = re.split(r"[，,的由]", founded[2])[-1]
        if founded[1] and len(name) > 2:
            start = match.start() - len(founded[2]) - len("成立")
            sentence = re.match(r"[^。]{1,400}。?", text.text[start:])
            quote = sentence.group() if sentence else ""
            yield _definition(name + match.group(), quote, quote, text.place)


def _sentence_to_definitions(sentence: str, place: Place) -> Iterator[Definition]:
    for pattern in (_MEANS, _NAMELY):
        match = pattern.search(sentence)
        if match is None:
            continue
        groups = match.groupdict()
        term = _LEADING.sub("", groups.get("quoted") or groups.get("listed") or groups.get("bare") or "")
        meaning = _closed(match["meaning"])
        quote = _NUMBER.sub("", match.group()[: match.start("meaning") - match.start() + len(meaning)].lstrip(".．、"))
        if len(term) > 1:
            yield _definition(term, meaning, quote, place)


def _text_to_subjects(text: _Text, title: str) -> Iterator[Definition]:
    """What sentences say of what kind it is that the title names."""
    for match in filter(None, (_IS.fullmatch(one.strip()) for one in _SENTENCE.findall(text.text))):
        if match["term"] in title:
            yield _definition(match["term"], match["meaning"], match.group(), text.place)


def _closed(meaning: str) -> str:
    """The meaning without what follows the bracket it stands in (（注：“X”指…，下同）18幢)."""
    groups = bracket_groups(meaning)
    for at, character in enumerate(meaning):
        if character in "）)" and not any(group.start < at < group.end for group in groups):
            meaning = meaning[:at]
            break
    return re.sub(r"[，,](?:以)?下同$", "", meaning)


def _leading_groups(document: Document) -> Iterator[Definition]:
    """组长/成员 lists under a heading that names a leading group: its members are units."""
    heading: Heading | None = None
    pending: list[Paragraph] = []
    for block in (*document.blocks, None):
        if isinstance(block, Paragraph):
            pending.append(block)
            continue
        yield from _group_members(heading, pending)
        pending = []
        if isinstance(block, Heading):
            heading = block if block.level == 1 or heading is None else heading
    return


def _group_members(heading: Heading | None, paragraphs: Iterable[Paragraph]) -> Iterator[Definition]:
    listed = list(paragraphs)
    text = "".join(paragraph.text for paragraph in listed)
    match = _MEMBERS.search(text)
    if match is None or heading is None:
        return
    named = re.search(r"[\u4e00-\u9fff]{2,24}(?:领导小组|联席会议|专班|指挥部)", heading.text + text)
    if named is not None:
        members = split_units(match["list"]).names
        yield _definition(named.group(), match["list"], match["list"], listed[0].place, members)


def _definition(term: str, meaning: str, quote: str, place: Place, members: tuple[str, ...] = ()) -> Definition:
    return Definition(
        term=term.strip("“” "), meaning=meaning.strip(), members=members, place=place, quote=quote.strip()
    )

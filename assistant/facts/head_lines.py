"""Lines of the head and foot of a document: what is printed there but is no field of its own (施行日期, 审议通过)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from assistant.reading.ask import Want
from assistant.sentences import text_to_sentences
from corpus.document import Document, Heading, Paragraph
from corpus.facts import Evidence, Library

MEETING = re.compile(r"(?:会议|大会)上[）)]?$")
"""How the line ends that says at which meeting a report was given."""
_ENDS = 4
"""So many paragraphs before an annex, or at the very end, can be the closing provisions."""
_LONGEST = 160
_NAME = r"[一-鿿·（）]{2,40}?(?=地址|电话|邮编|网址|承办|版权|备案|[^一-鿿·（）]|$)"
_DAY = r"(?:日期|时间)\W{0,6}\d{2,4}(?:\s?[年月./-]\s?\d{1,2}){0,2}日?"
_TOLD: Mapping[str, re.Pattern[str]] = {
    Want.WRITTEN_ON: re.compile(rf"(?:成文|发布|公布|印发|发文){_DAY}"),
    Want.PRINTED_ON: re.compile(rf"(?:印发|发布|公布|发文|成文){_DAY}"),
    Want.ISSUER: re.compile(rf"(?:发布|发文|印发|制定|主办)(?:机构|机关|单位)\W{{0,6}}{_NAME}"),
    Want.SITE: re.compile(
        r"(?:(?:信息|文件|稿件)?来\s?源|(?:网站)?主办(?:单位)?|发布(?:机构|单位))[*＊]*\s?[：:][*＊]*\s?" + _NAME
    ),
    Want.PERIOD: re.compile(r"有效期|试行\W?\d|自.{4,14}起(?:施|试|执)行"),
    Want.INTERPRETER: re.compile(r"负责解释|解释权"),
    Want.ADDRESSEE: re.compile(r"各有关(?:单位|部门|方面)\s?[：:]"),
}
"""How a line says what is no field: 发布时间：2024-05-21, 有效期5年."""
_ALONE = frozenset({Want.WRITTEN_ON, Want.PRINTED_ON, Want.ISSUER, Want.SITE})
"""Of which the line says no more than that, whatever stands behind (the hour, an address)."""
_SPEAKER = re.compile(
    r"^[一-鿿]{0,20}(?:[省市区县州盟旗镇乡厅局院]长|自治区(?:人民)?(?:政府)?代?主席|检察长|主任)\s{0,4}[一-鿿·]{2,3}$"
)
"""Who gave a report: 甘肃省省长任振鹤, 自治区人民政府主席 张三."""

_EFFECT = re.compile(
    r"起(?:施行|试行|执行|生效|实施)|之日起|有效期|会议.{0,12}(?:通过|审议|研究)|(?:审议|研究|讨论)通过"
)


def tells_effect(line: Evidence) -> bool:
    """Whether a line says from when or how long a document is in force, or which meeting adopted it."""
    return bool(_EFFECT.search(line.quote))


@lru_cache(maxsize=256)
def head_lines(document_id: str, library: Library) -> tuple[Evidence, ...]:
    """The sentences outside of all headings and the last ones before each annex, short ones only."""
    return tuple(_sentences(library.document(document_id)))


def field_line(document_id: str, want: str, library: Library) -> Evidence | None:
    """The first line that says a field in so many words."""
    told = _TOLD.get(want)
    if told is None:
        return None
    found = ((line, told.search(line.quote)) for line in head_lines(document_id, library))
    line, said = next((one for one in found if one[1]), (None, None))
    if line and said and want in _ALONE:
        return line.model_copy(update={"quote": said[0]})
    return line


def speaker(document_id: str, library: Library) -> Evidence | None:
    """The line that says who gave a report; None of another document that a body issued (a decree signed by 省长)."""
    head = library.document(document_id).metadata
    if head.issuer and "报告" not in head.title:
        return None
    return next((line for line in head_lines(document_id, library) if _SPEAKER.search(line.quote)), None)


def _sentences(document: Document) -> Iterator[Evidence]:
    for paragraph in _paragraphs(document):
        for sentence in text_to_sentences(paragraph.text):
            if sentence.strip() and len(sentence) <= _LONGEST:
                yield Evidence(quote=sentence.strip(), place=paragraph.place)


def _paragraphs(document: Document) -> Iterator[Paragraph]:
    blocks = document.blocks
    ends = {at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.number.startswith("附件")}
    closing = {one for end in (*ends, len(blocks)) for one in range(end - _ENDS, end)}
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and (at in closing or not _below_headings(block)):
            yield block


def _below_headings(block: Paragraph) -> bool:
    """Whether headings stand above a paragraph other than the meeting at which a report was given."""
    return any(not MEETING.search(heading) for heading in block.place.path)

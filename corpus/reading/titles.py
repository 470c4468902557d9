"""The title of a document among the lines of its head, and that of the notice it came with. Knows lines only."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from corpus.folding.dates import DAY
from corpus.line import Line
from corpus.quoting import compact, squeeze
from corpus.reading.doc_number import line_to_doc_number
from corpus.reading.marks import Style, text_to_mark
from corpus.reading.organisations import is_organisation, name_to_region, with_bodies_apart
from corpus.reading.origin import line_to_origin, origin_behind
from corpus.reading.title_words import END, OF_WORK, SUFFIX, WHOLE, YEARLY

_SERIAL = re.compile(r"第\d{1,5}号")
_BEHIND = re.compile(rf"{SUFFIX}$")
_ONLY_SUFFIX = re.compile(rf"{SUFFIX}")
_NOTICE = re.compile(
    r"(?:关于)?(?P<verb>印发|转发|发布|公布|下发)(?:《(?P<quoted>.{4,120})》(?:的?通知)?|(?P<bare>.{4,120}?)的?通知)$"
)
_SENDS = ("印发", "转发")
"""What sends another document; who makes a list known (公布…名单的通知) titles his own."""
_DECREE = re.compile(
    r"^(?:现将《(?P<sent>.{4,90}?)》(?=印发|转发|发布|公布|下发)|《(?P<quoted>[^《》]{4,60})》(?:已|业)[^。]{4,80}(?:公布|发布|印发))"
)
"""What a decree, or a letter without a title of its own, says that it sends."""
_LETTERHEAD = re.compile(r"^(?!.*关于).{2,30}(?:公告|通告|决定)$")
_BELOW = 3
_LABEL = r"[\u4e00-\u9fff]{2,6}[：:]|[\[【][\u4e00-\u9fff]{2,8}[\]】]"
_STOPPER = re.compile(rf"[。；>|]|[：:]$|文件$|^(?:抄送|主送|索引号|发布|来源|日期|{_LABEL})|\d{{1,2}}[:：]\d{{2}}")
_PAUSE = re.compile(r"[，。；？！]")
"""What sentences have and titles do not."""
_GREETS = re.compile(r"[：:]$")
_MARKDOWN, _MARKED = "#* ", "# "
_HEAD, _MOST_LINES = 40, 6
_SHORTEST, _SHORTEST_PLACED, _LONGEST = 8, 6, 140
_SHORTEST_START, _SHORTEST_BEGINNING = 4, 9
_SIMILAR, _SIMILAR_LINES = 0.9, 3
_DASHES = str.maketrans(dict.fromkeys("~～—–－至", "-"))


class Title(NamedTuple):
    """A title and the indexes (inclusive) of the lines it is printed in."""

    text: str
    first: int
    last: int


class Titles(NamedTuple):
    """`notice` is the title of the 通知 that a document was sent with; `own` that of the document itself.

    A document that is no attachment of a notice has only `own`; one whose own title is not printed again has `notice`
    and the title quoted in it as `quoted`.
    """

    own: Title | None = None
    notice: Title | None = None
    quoted: str | None = None


def find_titles(lines: Sequence[Line]) -> Titles:
    """The titles of the document in `lines`; all None where its head shows none."""
    first = _find_first(lines) or _find_decreed(lines) or _alone_on_top(lines)
    if first is None:
        return Titles()
    notice = _NOTICE.search(first.text)
    if not notice:
        return Titles(own=_printed_again(lines, first) or _below_letterhead(lines, first))
    quoted = notice["quoted"] or notice["bare"]
    own = _find_printed(lines, first.last + 1, quoted) or _find_similar(lines, first.last + 1, quoted)
    if own is None and ("》" in quoted or (notice["bare"] and notice["verb"] not in _SENDS)):
        return Titles(own=first)
    return Titles(own=own, notice=first, quoted=quoted)


def _below_letterhead(lines: Sequence[Line], title: Title) -> Title:
    """The title without the bodies that stand above it in a line of their own."""
    rest = [index for index in range(title.first + 1, title.last + 1) if lines[index].text]
    bodies = [piece for piece in lines[title.first].text.strip(_MARKDOWN).split() if piece]
    alone = (
        rest
        and bodies
        and all(map(is_organisation, bodies))
        and not OF_WORK.match(lines[rest[0]].text.strip(_MARKDOWN))
    )
    return Title(_joined(lines, rest), rest[0], title.last) if alone else title


def _printed_again(lines: Sequence[Line], title: Title) -> Title | None:
    """The title where it is printed once more in the head, behind the fields of a web page or a cover, with what stands
    below it in brackets: its years, 试行.
    """
    again = _find_printed(lines, title.last + 1, title.text)
    written = [index for index, line in enumerate(lines) if line.text]
    if again is None or again.first not in written[:_HEAD]:
        return None
    if any("。" in lines[index].text for index in range(title.last + 1, again.first)):
        return None
    below = [index for index in written[written.index(again.last) + 1 :][:1] if _is_suffix(lines[index])]
    whole = [*range(again.first, again.last + 1), *below]
    return Title(_joined(lines, whole), again.first, whole[-1])


def _find_decreed(lines: Sequence[Line]) -> Title | None:
    """The title, printed again, of what a decree or a letter in the head sends (《…办法》已经…通过，现予公布)."""
    written = [index for index, line in enumerate(lines) if line.text][:_HEAD]
    found = ((index, _DECREE.match(lines[index].text)) for index in written)
    sent = ((index, match["sent"] or match["quoted"]) for index, match in found if match)
    return next((title for index, quoted in sent if (title := _find_printed(lines, index + 1, quoted))), None)


def _find_first(lines: Sequence[Line]) -> Title | None:
    written = [index for index, line in enumerate(lines) if line.text][:_HEAD]
    for start in range(len(written)):
        title = _title_at(lines, written[start : start + _MOST_LINES])
        if title:
            return (_find_about(lines, title, written) if _LETTERHEAD.match(compact(title.text)) else None) or title
        if "。" in lines[written[start]].text or _is_numbered(lines[written[start]].text):
            return None
    return None


def _find_about(lines: Sequence[Line], head: Title, written: Sequence[int]) -> Title | None:
    """What is announced below a head that only says who announces (某局公告, 第3号, 关于…的公告)."""
    below = [index for index in written if index > head.last][:_BELOW]
    started = (below[at:] for at, index in enumerate(below) if lines[index].text.startswith("关于"))
    return next((title for rest in started if (title := _title_at(lines, rest))), None)


def _alone_on_top(lines: Sequence[Line]) -> Title | None:
    """The first line, where it names no kind of document (健康中国行动（2019—2030年）) but stands alone like a title:
    what follows is numbered, or a sentence.
    """
    written = [index for index, line in enumerate(lines) if line.text][:_HEAD]
    if len(written) <= 1 or next(iter(_windows(lines, written[:1])), None) is None:
        return None
    below = [
        index for index in written[1:] if not line_to_origin(lines[index]) and not line_to_doc_number(lines[index].text)
    ]
    text, following = _joined(lines, written[:1]), lines[(below or written[1:])[0]].text
    alone = not _PAUSE.search(text) and (
        _is_numbered(following) or _PAUSE.search(following) or _GREETS.search(following)
    )
    return Title(text, written[0], written[0]) if alone and _fits(text) and not _is_open(text) else None


def _fits(text: str) -> bool:
    """Whether it is as long as a title; one that begins with a place may be shorter (大连市就业政策)."""
    return compact(text) in WHOLE or (_SHORTEST_PLACED if name_to_region(text) else _SHORTEST) <= len(text) <= _LONGEST


def _title_at(lines: Sequence[Line], indexes: Sequence[int]) -> Title | None:
    """The title that begins at the first of `indexes`, over as many of them as it takes, of any length where marked."""
    for count, window in enumerate(_windows(lines, indexes), start=1):
        text = _joined(lines, window)
        fits = _fits(text) or (count == 1 and lines[window[0]].text.startswith(_MARKED))
        if _is_titled(text) and fits and not _is_open(text):
            suffix = [index for index in indexes[count : count + 1] if _is_suffix(lines[index])]
            behind = origin_behind(lines[window[-1]])
            if behind and len(window) == 1:
                return Title(squeeze(behind[0].strip(_MARKDOWN)), window[0], window[0])
            return Title(_joined(lines, [*window, *suffix]), window[0], [*window, *suffix][-1])
    return None


def _is_titled(text: str) -> bool:
    """Whether words end as titles do, or name what they send so (某市印发《…方案》)."""
    sent = _NOTICE.search(text)
    return bool(END.search(text) or YEARLY.search(text) or (sent and sent["quoted"] and END.search(sent["quoted"])))


def _is_suffix(line: Line) -> bool:
    """Whether a line below a title goes on with it in brackets: its years, 试行; no day, no number and no body."""
    text = squeeze(line.text.strip(_MARKDOWN))
    own = _ONLY_SUFFIX.fullmatch(text) is not None and not DAY.search(text) and not _SERIAL.search(text)
    return own and line_to_origin(line) is None


def _windows(lines: Sequence[Line], indexes: Sequence[int]) -> Iterator[list[int]]:
    for count, index in enumerate(indexes):
        text = lines[index].text
        if count == 1 and not _may_begin(lines[indexes[0]].text):
            return
        stops = (
            _STOPPER.search(text) or _is_numbered(text) or DAY.search(_BEHIND.sub("", text)) or line_to_doc_number(text)
        )
        if stops or (count == 0 and len(compact(text)) < _SHORTEST_START):
            return
        yield list(indexes[: count + 1])


def _is_numbered(text: str) -> bool:
    mark = text_to_mark(text)
    return mark is not None and mark.style is not Style.HASH


def _may_begin(text: str) -> bool:
    """Whether a title over several lines may begin with `text`: a body, or more than the label of a button."""
    return is_organisation(text) or len(compact(text)) >= _SHORTEST_BEGINNING


def _is_open(text: str) -> bool:
    """Whether a bracket is still open: the title of 《…规划 / 》的通知 does not end in its first line."""
    return any(text.count(left) > text.count(right) for left, right in ("《》", "（）", "()", "“”"))


def _find_printed(lines: Sequence[Line], start: int, title: str) -> Title | None:
    """Where `title` stands alone behind index `start`, dashes and brackets of whatever width."""
    written = [index for index in range(start, len(lines)) if lines[index].text]
    wanted = _key(title)
    for at, index in enumerate(written):
        if not wanted.startswith(_key(_joined(lines, [index]))):
            continue
        for count in range(1, _MOST_LINES):
            window = written[at : at + count]
            if _key(_joined(lines, window)) == wanted:
                return Title(_joined(lines, window), window[0], window[-1])
    return None


def _find_similar(lines: Sequence[Line], start: int, title: str) -> Title | None:
    """Lines that are a title and nearly this one: notices shorten or mistype the title they send, or name with it who
    made it.
    """
    wanted = _key(title)
    about = wanted.find("关于")
    wanted = wanted[about:] if about > 0 and is_organisation(wanted[:about]) else wanted
    written = [index for index in range(start, len(lines)) if lines[index].text]
    for at, index in enumerate(written):
        for window in _windows(lines, written[at : at + _SIMILAR_LINES]):
            text = _joined(lines, window)
            titled = END.search(text) and len(text) <= _LONGEST
            if titled and SequenceMatcher(None, wanted, _key(text)).ratio() >= _SIMILAR:
                return Title(text, index, window[-1])
    return None


def _joined(lines: Sequence[Line], indexes: Sequence[int]) -> str:
    return with_bodies_apart("\n".join(lines[index].text.strip(_MARKDOWN) for index in indexes))


def _key(text: str) -> str:
    return compact(unicodedata.normalize("NFKC", text)).translate(_DASHES)

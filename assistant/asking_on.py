"""Follow-ups that ask on about the last questions: their sum, their difference, their items, who and by when.

Each returns the whole question, or None where that is not what is asked. Knows no answers.
"""

import re
from collections.abc import Sequence

from assistant.mentions import Slot, mentions
from assistant.refilling import without
from corpus.facts import Library

__all__ = ["with_both", "with_every_year", "with_items", "with_other_aspect"]

_OPENING = r"(?:那么?|它的?|其|这项的?|具体|分别|都)?"
_ENDING = r"(?:呢|是谁|是(?:哪|什么).{0,4}|有(?:哪些|谁)|是多少|多少|如何)?[?？]?"
_ASPECTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"{_OPENING}(?:{words}){_ENDING}"), question)
    for words, question in (
        (
            r"责任(?:单位|部门)|(?:配合|参与)(?:单位|部门|的)|谁(?:来|会)?(?:一起|一同|共同|配合|参与|协助)[^\W\d]{0,2}",
            "的责任单位有哪些？",
        ),
        (r"牵头(?:单位|部门|的)?|由?谁(?:来)?牵头", "的牵头单位是谁？"),
        (r"(?:完成)?时限|期限|截止(?:时间|日期)?", "的完成时限是什么时候？"),
        (r"(?:具体)?(?:举措|措施|内容)", "的具体举措是什么？"),
    )
)
_EVERY_YEAR = re.compile(
    rf"{_OPENING}(?:[这]?[两三四五六]年|各年|几年|历年)(?:里|间)?(?:的)?(?:合计|一共|总共|加起来|总计|累计|总和){_ENDING}"
)
_ITEMS = re.compile(rf"{_OPENING}(?:是|有|指)?(?:哪些|哪几?[项个条件家]|什么)(?:任务|项目|工作|单位)?{_ENDING}")
_COUNTED = re.compile(r"(?:几|多少)(?=[项个条件家])")
_DIFFERENCE = re.compile(
    r"(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|两[个年地家]|两个(?:地方|年))(?:加起来|合计|一共|总共|之和)(?:是|有)?(?:多少|几[^\W\d]?)?(?:呢)?[?？]?"
    r"|(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|两个|两年|两地|两家|之间)?(?:相差|差距?|差了)(?:是|有)?(?:多少|多大|几[^\W\d]?)(?:呢)?[?？]?"
    r"|(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|两个|两年|两地|两家)?(?:哪个|谁|哪年|哪家)(?:更|比较)?[多高大少低小](?:一些|些)?(?:呢)?[?？]?"
)


def with_other_aspect(question: str, topic: str) -> str | None:
    """Who leads, who takes part or by when (责任单位呢), asked of the last question's `topic`."""
    asked = next((words for pattern, words in _ASPECTS if pattern.fullmatch(question)), None)
    return f"{topic}{asked}" if asked and topic else None


def with_every_year(question: str, last: str, library: Library) -> str | None:
    """三年合计呢: the last question without its year, summed over the years."""
    if not _EVERY_YEAR.fullmatch(question):
        return None
    years = [mention for mention in mentions(last, library) if mention.slot is Slot.YEAR]
    return f"{without(last, years).rstrip('?？呢')}各年加起来是多少？"


def with_items(question: str, last: str) -> str | None:
    """都是哪些: the last question for a number (几项), asked for the things counted."""
    if not _ITEMS.fullmatch(question) or not _COUNTED.search(last):
        return None
    return _COUNTED.sub("哪几", last, count=1)


def with_both(question: str, lasts: Sequence[str], library: Library) -> str | None:
    """差多少, 两个加起来呢: the last two questions set against each other in the one slot in which they differ."""
    if not _DIFFERENCE.fullmatch(question) or len(lasts) < 2:
        return None
    before, last = (mentions(text, library) for text in lasts[-2:])
    for slot in (Slot.YEAR, Slot.SCOPE, Slot.DOCUMENT, Slot.INDICATOR):
        old = [mention for mention in before if mention.slot is slot]
        new = [mention for mention in last if mention.slot is slot]
        if len(old) == len(new) == 1 and old[0].words != new[0].words:
            text = lasts[-1]
            joined = f"{text[: new[0].start]}{old[0].words}和{new[0].words}{text[new[0].end :]}"
            asked = re.sub(r"^(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|两个|两年|两地|两家|之间)", "", question)
            return f"{re.sub('(?:是|有)?(?:多少|几)[^，。]{0,2}$', '', joined.rstrip('?？'))}{asked}"
    return None

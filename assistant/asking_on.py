"""Follow-ups that ask on about the last questions: their sum, their difference, their items, who and by when.

Each returns the whole question, or None where that is not what is asked. Knows no answers.
"""

import re
from collections.abc import Sequence

from assistant.mentions import Mention, Slot, mentions
from assistant.query import Operation
from assistant.reading.vocabulary import vocabulary_of
from assistant.refilling import without
from assistant.understanding.operations import text_to_operation
from corpus.facts import Library

__all__ = [
    "asks_for_source",
    "with_average",
    "with_both",
    "with_every_year",
    "with_items",
    "with_other_aspect",
    "with_other_detail",
    "with_year_asked",
]

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
        (
            r"(?:完成)?时限|期限|截止(?:时间|日期)?|(?:什么时候|何时|几月|哪年|哪天|多久)(?:要|能|得|应该?|必须)?(?:完成|办完|做完|搞定|到期|截止)",
            "的完成时限是什么时候？",
        ),
        (r"(?:具体)?(?:举措|措施|内容)", "的具体举措是什么？"),
    )
)
_EVERY_YEAR = re.compile(
    rf"{_OPENING}(?:[这]?[两三四五六]年|各年|几年|历年)(?:里|间)?(?:的)?(?:合计|一共|总共|加起来|总计|累计|总和){{1,2}}{_ENDING}"
)
_WHOLE = re.compile(rf"{_OPENING}(?:总共|一共|合计|总计|总数){_ENDING}")
_EACH_YEAR = re.compile(
    rf"{_OPENING}(?:[两三四五六几]年|各年|每年|每一年|历年|逐年|各年度)(?:分别|各|都)(?:是|为|有)?(?:多少)?{_ENDING}"
)
_AVERAGE = re.compile(
    rf"(?:那么?|这)?(?:平均(?:下来|算下来|到)?(?:每|一)年|年均|(?:每|一)年平均)(?:要|得|是|增加|增长|新增|多|提高)?{_ENDING}"
)
_SUMMED = re.compile(
    r"(?:合计|一共|总共|共计|加起来|总计)?(?:是|要|有)?多少|(?:合计|一共|总共|共计|加起来|总计)(?=$|[?？])"
)
_MORE = re.compile(r"[多高少低](?:出|了)?(?:多少|几)|(?:增加|增长|提高|提升)(?:了)?(?:多少|几)")
_SOURCE = re.compile(
    r"(?:那么?|这个?|它的?)?(?:原文|原话|出处|来源|依据)(?:呢?(?=[?？]?$)|(?:是|在)?(?:什么|哪里?|哪一?[页段条章节处行]|怎么[说写讲]的?|如何[说写讲表]述?的?)|怎么(?:说|写|讲|表述)的?)[?？]?"
    r"|(?:那么?|这个?|它)?(?:写|说|出|提|记载)?(?:自|在)?(?:文件的?|方案的?|正文的?)?(?:第几|哪一?)[页段条章节](?:写|说|提到?|里)?的?(?:呢)?[?？]?"
)
_OF_DOCUMENT = re.compile(
    r"\A(?:那么?|它们?的?|其|(?:这|该|那)(?:份|个|些)?(?:文件|方案|规划|政策|通知|意见)?的?|(?:文件|方案|规划)的?)"
)
_DETAIL = re.compile(r"(?P<noun>[^？?，,]{2,8}?)呢[?？]?")
_WHEN_DUE = re.compile(
    rf"(?:是)?到(?:什么时候|何时|哪一?年)(?:为止|的)?[?？]?|{_OPENING}(?:要|得)?(?:到)?(?:什么时候|何时|哪一?年)(?:要|能|得|应该?|必须)?(?:完成|达到|实现|达成|做到)(?:的)?{_ENDING}"
)
_ITEMS = re.compile(rf"{_OPENING}(?:是|有|指)?(?:哪些|哪几?[项个条件家]|什么)(?:任务|项目|工作|单位)?{_ENDING}")
_ALL_OF_THEM = re.compile(
    r"(?:请|都|把)?(?:它们|全部|全都|完整|具体|逐项|逐条)?(?:地)?列(?:出来|一下|举一下|全|个表)(?:看看|给我|吧)?[?？。]?"
)
_COUNTED = re.compile(r"(?:几|多少)(?=[项个条件家])")
_DIFFERENCE = re.compile(
    r"(?:那么?)?(?:把)?(?:这|那)?(?:两者|二者|[它他]们(?:两个)?|两个|两年|两地|两家)?(?:之间)?(?:做个?|来个?)?(?:对比|比较|比)(?:一下|一比|下|看看)?(?:吧|呢)?[?？]?"
    r"|(?:这|那)?(?:两者|二者|[它他]们(?:两个)?|两个|两年|两地|两家)?(?:之间)?有(?:什么|啥|哪些)?(?:区别|差别|不同|差异)(?:吗|呢)?[?？]?|"
    r"(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|(?:两|两个)[个年地家镇区县市]|两个(?:地方|年|街道|城市|单位))(?:加起来|合计|一共|总共|之和)(?:是|有)?(?:多少|几[^\W\d]?)?(?:呢)?[?？]?"
    r"|(?:增加|增长|提高|提升|上升|下降|降低|减少|降|涨)(?:了|出)?(?:多少|几[^\W\d]?)(?:呢)?[?？]?"
    r"|(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|两个|两年|两地|两家|之间)?(?:相差|差距?|差了)(?:是|有)?(?:多少|多大|几[^\W\d]?)(?:呢)?[?？]?"
    r"|(?:那|这)?(?:两者|二者|[它他]们?(?:两个)?|两个|两年|两地|两家)?(?:哪个|谁|哪年|哪家)(?:更|比较)?[多高大少低小](?:一些|些)?(?:呢)?[?？]?"
)
_BOTH = re.compile(
    r"\A(?:那|这)?(?:把)?(?:两者|二者|[它他]们?(?:两个)?|两个?(?:地方|街道|城市|单位|[年地家镇区县市])|两个|之间)"
)
_ASKED_NUMBER = re.compile(
    r"(?:比[^，。比]{1,10})?(?:各年)?(?:加起来|分别)?(?:是|有)?(?:多少|几)[^，。]{0,2}$|哪[一个年区镇家县][^，。]{0,8}$|(?:有|是)(?:哪些|什么)$"
)


def with_other_aspect(question: str, topic: str) -> str | None:
    """Who leads, who takes part or by when (责任单位呢), asked of the last question's `topic`."""
    asked = next((words for pattern, words in _ASPECTS if pattern.fullmatch(question)), None)
    return f"{topic}{asked}" if asked and topic else None


def with_every_year(question: str, last: str, library: Library) -> str | None:
    """三年合计呢, 各年分别呢: the last question over all years instead of one; 总共呢 of an area: without the area."""
    whole = _WHOLE.fullmatch(question)
    scopes = [mention for mention in mentions(last, library) if mention.slot is Slot.SCOPE]
    if whole and scopes:
        return without(last, scopes)
    summed, each = whole or _EVERY_YEAR.fullmatch(question), _EACH_YEAR.fullmatch(question)
    if not (summed or each):
        return None
    years = [mention for mention in mentions(last, library) if mention.slot is Slot.YEAR]
    return f"{_ASKED_NUMBER.sub('', without(last, years).rstrip('?？呢'))}各年{'加起来' if summed else '分别'}是多少？"


def with_year_asked(question: str, topic: str) -> str | None:
    """什么时候完成, asked of a target: which year it is for."""
    return f"{topic}目标是到哪一年的?".replace("目标目标", "目标") if _WHEN_DUE.fullmatch(question) and topic else None


def with_average(question: str, last: str) -> str | None:
    """平均每年呢: the last question, which asks for a sum or a difference, asked by the year."""
    if not _AVERAGE.fullmatch(question):
        return None
    found = _MORE.search(last)
    if found:
        return f"{last[: found.start()]}年均{last[found.start() :]}"
    found = _SUMMED.search(last)
    return f"{last[: found.start()]}年均多少{last[found.end() :]}" if found else None


def asks_for_source(question: str) -> bool:
    """Whether a question asks where the last answer stands: its quotes say so."""
    return bool(_SOURCE.fullmatch(question))


def with_other_detail(question: str) -> str | None:
    """文号呢, 什么时候印发的: what is asked of a document itself, as a question; None for any other."""
    if text_to_operation(question) is not Operation.METADATA:
        return None
    question = _OF_DOCUMENT.sub("", question)
    noun = _DETAIL.fullmatch(question)
    return f"的{noun['noun']}是什么?" if noun else f"文件{question}"


def with_items(question: str, last: str) -> str | None:
    """都是哪些, 都列出来: the last question for a number (几项), asked for the things counted."""
    if _ALL_OF_THEM.fullmatch(question) and not _COUNTED.search(last):
        return last
    if not (_ITEMS.fullmatch(question) or _ALL_OF_THEM.fullmatch(question)) or not _COUNTED.search(last):
        return None
    return _COUNTED.sub("哪几", last, count=1)


def with_both(question: str, lasts: Sequence[str], library: Library) -> str | None:
    """差多少, 两个加起来呢: the last two questions set against each other in the one slot in which they differ."""
    if not _DIFFERENCE.fullmatch(question) or len(lasts) < 2:
        return None
    joined = _joined(lasts[-2], lasts[-1], library)
    return f"{_ASKED_NUMBER.sub('', joined.rstrip('?？'))}{_BOTH.sub('', question)}" if joined else None


def _joined(before: str, last: str, library: Library) -> str | None:
    """The last question with what the one before named in the same slot; an area stands against the whole."""
    was, now = mentions(before, library), mentions(last, library)
    for slot in (Slot.YEAR, Slot.SCOPE, Slot.DOCUMENT, Slot.INDICATOR):
        old = [mention for mention in was if mention.slot is slot]
        new = [mention for mention in now if mention.slot is slot]
        if len(old) == len(new) == 1 and old[0].words != new[0].words:
            return f"{last[: new[0].start]}{old[0].words}和{new[0].words}{last[new[0].end :]}"
        scope = (old or new)[0] if slot is Slot.SCOPE and len(old) + len(new) == 1 else None
        if scope and _placeless(before, was) == _placeless(last, now):
            longer = before if old else last
            return f"{longer[: scope.end]}和{_whole_area(scope, library)}{longer[scope.end :]}"
    return None


def _placeless(text: str, named: Sequence[Mention]) -> str:
    return without(text, [one for one in named if one.slot in (Slot.SCOPE, Slot.DOCUMENT)]).rstrip("?？")


def _whole_area(scope: Mention, library: Library) -> str:
    """What the place that an area lies in is called as a whole: 全市, 全区."""
    regions = [name for one in sorted(scope.documents) for name in vocabulary_of(library).regions(one)]
    return next((f"全{name[-1]}" for name in regions if name[-1] in "市区县省"), "全域")

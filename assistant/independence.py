"""Whether a question in a conversation leaves nothing to be filled in from the turns before it. Knows no answers."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.carrying import WHOLE, asks_for_tasks
from assistant.mentions import Mention, Slot, title_mentions
from assistant.reading.normalising import to_key
from assistant.reading.unknown_places import unknown_places
from assistant.reading.vocabulary import Vocabulary, vocabulary_of
from corpus.facts import Library

__all__ = ["is_courtesy", "is_of_its_own", "turns_to_another"]

_POINTING = re.compile(r"[它其这那该此]|上述|上一?年|去年|前一年|同一|还|也|又|呢|再|换|改|\A[比较占]")
_ASKING = re.compile(
    r"有没有|没有|到?什么时候|何时|怎么样|怎么|怎样|如何|什么|哪[些个里]?|多少|谁|几|吗|是|的|了|有|在|请问|一下|[，,。、？?！!\s]"
    r"|最[多高大少低小快慢早晚长短]|第[一二三四五六七八九十]|倒数|排名|名|合计|一共|总共|加起来|平均|每|各|年|占比?|比例|比|差|高|低|多|少"
    r"|[区县市镇]|地方|板块|城市|街道|单位|部门|项|条|时间|时限|期限|原文|出处|依据|具体|分别|全部|完成"
)
_COURTESY = re.compile(
    r"(?:(?:谢谢|多谢|感谢|谢了|好的?|明白了?|知道了|了解了?|清楚了|收到|辛苦了?|麻烦了?|再见|拜拜|你好|您好|嗨|嗯|哦|噢|行|可以|没事了?|不用了|OK|ok|Ok|hi|hello)(?:你|您|啦|了|啊|呀|的|吧)?[，,。！!~\s]{0,3}){1,3}"
)
_SHORTEST = 3
_RUN = 3
_LEAST, _TIMES = 4, 3
"""Another document is meant that holds so many runs of a question's words, and so many times as many as this one."""


def is_courtesy(question: str) -> bool:
    """Whether `question` is a greeting or thanks, no question."""
    return bool(_COURTESY.fullmatch(question))


def is_of_its_own(question: str, named: Sequence[Mention], library: Library) -> bool:
    """Whether `question`, which points at nothing said before, names its own subject: the tasks of a unit, a place that
    no document is about, or something that none of them speaks of.
    """
    vocabulary = vocabulary_of(library)
    if _names_elsewhere(question, vocabulary):
        return True
    if _POINTING.search(question):
        return False
    if any(mention.slot is Slot.UNIT for mention in named):
        return asks_for_tasks(question)
    return not named and _is_foreign(question, vocabulary)


def turns_to_another(question: str, document: str, library: Library) -> bool:
    """Whether `question` leaves the document talked about: words for a title name another, or what it asks of stands
    in another and hardly in this one.
    """
    titled = {one for mention in title_mentions(question, library) for one in mention.documents}
    if titled:
        return document not in titled
    vocabulary = vocabulary_of(library)
    parts = _ASKING.split(to_key(question))
    held = Counter(holder for run in _runs(parts, _RUN) for holder in vocabulary.holders(run))
    if len(question) >= WHOLE and max(held.values(), default=0) >= max(_LEAST, held[document] * _TIMES):
        return True
    titles = [to_key(one.metadata.title) for one in library.documents.values()]
    foreign = [run for run in _runs(parts, _RUN + 1) if document not in vocabulary.holders(run)]
    return any(run in title for run in foreign for title in titles)


def _runs(parts: Iterable[str], length: int) -> set[str]:
    return {part[at : at + length] for part in parts for at in range(len(part) - length + 1)}


def _names_elsewhere(question: str, vocabulary: Vocabulary) -> bool:
    key = to_key(question)
    return bool(unknown_places(key, vocabulary.names.mentions(key), vocabulary, ()))


def _is_foreign(question: str, vocabulary: Vocabulary) -> bool:
    """Whether no two characters in a row of what is asked stand in any document."""
    own = to_key(_ASKING.sub("", question))
    return len(own) >= _SHORTEST and not any(vocabulary.holders(first + second) for first, second in pairwise(own))

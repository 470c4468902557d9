"""A question that follows others, with what it leaves unsaid filled in from the last turns. Knows no first turns."""

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.asking_on import (
    asks_for_source,
    with_average,
    with_both,
    with_every_year,
    with_items,
    with_other_aspect,
    with_other_detail,
    with_year_asked,
)
from assistant.carrying import (
    SUPERLATIVE,
    asks_for_tasks,
    is_comparing,
    is_topic_word,
    places_of,
    pronoun_in,
    topic_in,
    topic_of,
    with_topic,
)
from assistant.independence import is_of_its_own, turns_to_another
from assistant.last_document import asks_areas, document_of, has_areas, label_of, labelled
from assistant.listed_tasks import with_listed_task, with_other_role, with_unit_meant
from assistant.mentions import GROWTH_WORDS, Mention, Slot, mentions, places_elsewhere, title_mentions
from assistant.refilling import (
    refilled,
    with_every_place,
    with_foreigners,
    with_other_category,
    with_other_phase,
    with_other_rank,
    with_other_row,
    without,
)
from assistant.understanding.spoken import in_plain_words
from corpus.facts import Library

__all__ = ["following", "is_elliptic"]

_FILLER = re.compile(
    r"那么|那边|这边|那里|这里|换成|改成|换作|如果是|要是|若是|的话|[再只仅]看看?|看看|只要|只比|同一年|同年|当年|还有|至于|其中|一下|情况|怎么样|怎么说|如何"
    r"|分别|多少|几何|一样|相比|对比|比较|也|又|和|与|跟|及|比|呢|吗|那|的|是|有|在|分|按|到|至|底|末|籍|真的|确实|为什么|没有?|，|。|、|,|\?|？|！|\s"
)
_EVERYWHERE = re.compile(
    r"[各五四三两几]地|各[市区县](?!级)|哪[些几](?:个|份)?(?:地方|城市|方案|文件|地)|哪[个份](?:地方|城市|方案|文件)|[五四三]份|所有文件|全部文件"
)
_NUMBER_ASKED = re.compile(r"多少|几[^乎]")
_ONLY_GROWTH = re.compile(r"(新增|累计|新建)的?呢?[？?]?")
_OTHER_TOPIC = re.compile(r"(?:其中的?)?(.{2,24}?)呢[？?]?")
_ALSO_THE_SAME = re.compile(
    r"(.{2,24}?)也(?:是|由|归|靠)(?:它们?|[他她]们?|这个?(?:部门|单位)|同一个?(?:部门|单位|家)|该单位)(?:来)?(?:牵头|负责|管|做)?的?吗?[？?]?"
)
_TURNS = 3
_LONGEST_FOLLOW_UP = 20
_PLACE_INSIDE = re.compile(r"哪(?:个|些|一个)?(?:地方|区|市|县|板块)")
_TOP_PLACE = re.compile(r"\A(?:它|该[区市县镇]|这个?(?:地方|城市|[区市县镇]|街道|板块))(?=的|占|比|有|在|是|20)")
_OPENING = re.compile(r"^(?:那么?|还有|请问)[，,]?(?!里|边|个|些)")
_THESE_AREAS = re.compile(r"\A(?:(?:这|那|上述)(?:些|几个)|各个?)(?P<kind>[区市县镇]|街道|街镇|板块|地方)(?![的内里])")
_THIS_DOCUMENT = re.compile(r"[这该本](?:一?份|个|项|篇)?(?:文件|方案|规划|通知|意见|行动计划|办法|细则|政策文件)")
_SAME_YEAR = re.compile(r"当年|同年|同一年|那一?年")
_OWN_PLACE = re.compile(r"[我本](?:市|区|县|省)(?!级)")
_OF_TARGET = re.compile(r"目标|多少|几[^项条件乎]")
_ONLY = re.compile(r"[只仅]|换成|改成|换作")
_SIDE_BY_SIDE = re.compile(r"对比|比较|相比|差|区别|不同|谁|哪|[高低多少]多少")


def following(question: str, turns: Sequence[Answer], library: Library) -> str:
    """`question` with what it leaves unsaid filled in from `turns`, the last of which it follows."""
    last = turns[-1]
    if _leaves(question, last, library):
        return in_plain_words(question)
    question = with_unit_meant(_with_top_place(_prepared(question, last, library), last, library), last, library)
    named = mentions(question, library)
    return (
        _about_the_last_answer(question, turns, library)
        or _with_slots_exchanged(question, named, turns, library)
        or _asked_on(question, named, turns, library)
        or _with_part_exchanged(question, named, last, library)
        or _carried(question, named, last, library)
    )


def _leaves(question: str, last: Answer, library: Library) -> bool:
    """Whether a question of some length goes to another document than the last one did without naming its place."""
    document = document_of(last, library)
    if document is None or _OTHER_TOPIC.fullmatch(question) or is_comparing(question):
        return False
    return turns_to_another(question, document, library)


def is_elliptic(question: str, named: Sequence[Mention]) -> bool:
    """Whether a question is nothing but new fillings of the last question's slots: 那太原呢, 2025年呢.

    One that names an indicator and asks for its number is whole, whatever else it leaves unsaid.
    """
    if any(mention.slot is Slot.INDICATOR for mention in named) and _NUMBER_ASKED.search(question):
        return False
    return bool(named) and not _FILLER.sub("", without(question, named))


def _prepared(question: str, last: Answer, library: Library) -> str:
    """`question` in plain words, without an opening word, with 当年 and 本市 replaced by the last year and place."""
    question = _OPENING.sub("", in_plain_words(question))
    question = _OWN_PLACE.sub(label_of(last, library), question, count=1) if label_of(last, library) else question
    years = {mention.words for mention in mentions(last.understood, library) if mention.slot is Slot.YEAR}
    short = len(question) <= _LONGEST_FOLLOW_UP
    return _SAME_YEAR.sub(next(iter(years)), question) if short and len(years) == 1 else question


def _with_top_place(question: str, last: Answer, library: Library) -> str:
    """`question` with 它 replaced by the place that the last answer, asked for the highest, begins with."""
    pointed = _TOP_PLACE.match(question)
    if pointed is None or not SUPERLATIVE.search(last.understood):
        return question
    first = next(iter(mentions(last.answer[:24], library)), None)
    is_place = first is not None and first.start == 0 and first.slot in (Slot.SCOPE, Slot.DOCUMENT)
    return f"{first.words}{question[pointed.end() :]}" if first and is_place else question


def _about_the_last_answer(question: str, turns: Sequence[Answer], library: Library) -> str | None:
    """The last question again where its source is asked for, or with 新增 for 累计; a task that it listed."""
    last = turns[-1].understood
    growth = _ONLY_GROWTH.fullmatch(question)
    if growth:
        return GROWTH_WORDS.sub(growth[1], last)
    return last if asks_for_source(question) else with_listed_task(question, turns, library)


def _with_slots_exchanged(
    question: str, named: Sequence[Mention], turns: Sequence[Answer], library: Library
) -> str | None:
    """The last question with other places, years, units or indicators, where this one names nothing else."""
    last = turns[-1]
    everywhere = with_every_place(last.understood, question, library)
    if everywhere:
        return everywhere
    away = places_elsewhere(question, library)
    titled = [] if named or away else title_mentions(question, library)
    filled = sorted([*named, *away, *titled], key=lambda mention: mention.start)
    if not is_elliptic(question, filled):
        return None
    last = _last_with_unit(filled, turns, library)
    if titled:
        return refilled(labelled(last.understood, last, library), filled, library, adds=is_comparing(question))
    adds = is_comparing(question) or (not _ONLY.search(question) and _adds_a_place(filled, last.understood, library))
    text = refilled(last.understood, filled, library, adds=adds)
    return text if away else labelled(text, last, library)


def _last_with_unit(named: Sequence[Mention], turns: Sequence[Answer], library: Library) -> Answer:
    """The last turn; where nothing but a unit is named (区商务委呢), the last of them whose question names one."""
    if any(mention.slot is not Slot.UNIT for mention in named):
        return turns[-1]
    asked = (turn for turn in reversed(turns[-_TURNS:]) if _names_unit(turn.understood, library))
    return next(asked, turns[-1])


def _names_unit(text: str, library: Library) -> bool:
    return any(mention.slot is Slot.UNIT for mention in mentions(text, library))


def _adds_a_place(named: Sequence[Mention], text: str, library: Library) -> bool:
    """Whether a place is named behind a question that sets several side by side."""
    only_places = all(mention.slot is Slot.DOCUMENT for mention in named)
    compared = len([one for one in mentions(text, library) if one.slot is Slot.DOCUMENT]) > 1
    return only_places and compared and bool(_SIDE_BY_SIDE.search(text))


def _asked_on(question: str, named: Sequence[Mention], turns: Sequence[Answer], library: Library) -> str | None:
    """The last questions with another aspect, rank, role, all years, the items or the difference asked for."""
    last, texts = turns[-1].understood, [turn.understood for turn in turns[-2:]]
    ranks = (with_other_rank(text, question) for text in reversed(texts))
    found = with_items(question, last) or with_both(question, texts, library) or next(filter(None, ranks), None)
    found = found or with_every_year(question, last, library) or with_average(question, last)
    other = _OTHER_TOPIC.fullmatch(question)
    found = found or (with_other_category(last, other[1], library) if other else None)
    if found:
        return found
    rest = with_other_role(question, last, library) or _other_aspect(question, turns[-1], library)
    return labelled(rest, turns[-1], library) if rest else _other_detail(question, named, turns[-1], library)


def _other_aspect(question: str, last: Answer, library: Library) -> str | None:
    """Who, by when, what in particular, asked of the last topic; of a target the year that it is for."""
    topic = topic_of(last.understood, library)
    named = mentions(topic, library)
    is_target = _OF_TARGET.search(last.understood) or any(one.slot is Slot.INDICATOR for one in named)
    year = with_year_asked(question, topic) if is_target and not last.tasks else None
    return year or with_other_aspect(question, topic)


def _other_detail(question: str, named: Sequence[Mention], last: Answer, library: Library) -> str | None:
    """What is asked of a document itself (文号呢), asked of the last ones."""
    places = label_of(last, library) or places_of(last.understood, library)
    says_where = any(mention.slot is Slot.DOCUMENT for mention in named) or title_mentions(question, library)
    if not places or says_where or _EVERYWHERE.search(question):
        return None
    detail = with_other_detail(question)
    return f"{places}{detail}" if detail else None


def _with_part_exchanged(question: str, named: Sequence[Mention], last: Answer, library: Library) -> str | None:
    """The last question about the next row, another phase or another topic; None where that is not what is asked."""
    row = with_other_row(last.understood, question)
    other = _OTHER_TOPIC.fullmatch(question) or _ALSO_THE_SAME.fullmatch(question)
    if row or other is None or named or not is_topic_word(other[1]):
        return row
    changed = with_other_phase(last.understood, other[1]) or with_foreigners(last.understood, other[1], library)
    if changed:
        return changed
    topic = topic_in(last.understood, library)
    return labelled(last.understood.replace(topic, other[1], 1), last, library) if topic else None


def _carried(question: str, named: Sequence[Mention], last: Answer, library: Library) -> str:
    """`question` by itself where it names its own subject, else with the last topic and what belongs to it."""
    pronoun = pronoun_in(question, named)
    asks_of_unit = any(mention.slot is Slot.UNIT for mention in named) and asks_for_tasks(question)
    if is_of_its_own(question, named, library) or (asks_of_unit and not pronoun):
        return labelled(question, last, library) if _is_known_there(named, last, library) else question
    if _THIS_DOCUMENT.search(question) and label_of(last, library):
        return labelled(question, last, library)
    inside = has_areas(last, library)
    areas = _THESE_AREAS.match(question)
    if areas and inside:
        text = with_topic(question[areas.end() :], named, last.understood, library)
        return labelled(f"各{areas['kind']}{text}", last, library)
    ranks = inside and SUPERLATIVE.search(question) and _PLACE_INSIDE.search(question)
    everywhere = _EVERYWHERE.search(question) and not ranks and not asks_areas(question, last, library)
    if any(mention.slot is Slot.DOCUMENT for mention in named) or (everywhere and not pronoun):
        return with_topic(question, named, last.understood, library) if pronoun else question
    return labelled(with_topic(question, named, last.understood, library), last, library)


def _is_known_there(named: Sequence[Mention], last: Answer, library: Library) -> bool:
    """Whether the one document of the last turn knows what this question names."""
    document = document_of(last, library)
    return document is not None and any(document in mention.documents for mention in named)

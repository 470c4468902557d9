"""Follow-ups: from a question and the turns before it to a question that stands alone. Knows no answers' wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, RefusalReason
from assistant.asking_on import with_both, with_every_year, with_items, with_other_aspect
from assistant.draft import NoAnswer
from assistant.independence import is_of_its_own
from assistant.mentions import GROWTH, GROWTH_WORDS, Mention, Slot, mentions
from assistant.refilling import refilled, with_other_category, with_other_phase, with_other_row, without
from assistant.understanding.normalising import question_to_text
from assistant.understanding.spoken import in_plain_words
from corpus.facts import Library

__all__ = ["Ambiguity", "standalone"]

_FILLER = re.compile(
    r"那么|那边|这边|那里|这里|换成|改成|换作|如果是|要是|若是|的话|再看看?|看看|同一年|同年|当年|还有|至于|其中|情况|怎么样|如何"
    r"|分别|多少|几何|一样|相比|对比|比较|也|又|和|与|跟|及|比|呢|吗|那|的|是|有|在|分|按|，|。|、|,|\?|？|！|\s"
)
_COMPARING = re.compile(r"[和与跟同].{0,24}(?:比|相比|对比|比较)")
_PRONOUN = re.compile(
    r"它们?|(?:这|那|该|上述|此)(?:项|个|条|些|件)?(?:任务|指标|工作|事项|目标|机制|平台|概念|措施|举措|项目|事)?(?=的|由|是|归|要|什么|谁|有|多|何|怎|在|属|牵|吗|呢|没|[?？]|$)"
    r"|其(?=牵头|责任|完成|办公|负责|目标|含义|定义)"
)
_EVERYWHERE = re.compile(
    r"[各五四三两几]地|各[市区县](?!级)|哪[些几](?:个|份)?(?:地方|城市|方案|文件|地)|哪[个份](?:地方|城市|方案|文件)|[五四三]份|所有文件|全部文件"
)
_ALL_AREAS = re.compile(r"哪[个些几](?:板块|地区|属地|区|镇|县|地方)|合计|一共|总共|全部|加起来|各")
_SUPERLATIVE = re.compile(r"最[多高大少低小快晚早]")
_OWN = re.compile(r"[我本](?:市|区|县|省|方案|规划|文件)")
_ASKING = re.compile(
    r"责任单位|责任部门|牵头单位|牵头部门|完成时限|截止时间|多久|多长时间|是多少|多少|什么时候|是什么|什么|哪些|哪个|哪里|哪|谁|怎么|怎样|如何|吗|呢|是否|有没有|几[个幢家座栋项]|设在|在|由|牵头|负责"
    r"|完成|说|是|有|要|的|了|[,，。？?、！]"
)
_NUMBER_ASKED = re.compile(r"多少|几[^乎]")
_ONLY_GROWTH = re.compile(r"(新增|累计|新建)的?呢?[？?]?")
_OTHER_TOPIC = re.compile(r"(.{2,24}?)呢[？?]?")
_PART_OF_NAME = re.compile(r"占比|比重|比例|数量|总[数量]")
_SHARE = re.compile(r"占")
_SHARE_WORDS = re.compile(r"占|合计|总[数量]|几成|百分之几?|比例|比重|几")
_PLACE_INSIDE = re.compile(r"哪(?:个|些|一个)?(?:地方|区|市|县|板块)")
_SHORT = 4
_OPENING = re.compile(r"^(?:那么?|还有|请问)[，,]?(?!里|边|个)")
_SAME_YEAR = re.compile(r"当年|同年|同一年|那一?年")


@dataclass(frozen=True, slots=True)
class Ambiguity:
    """A question that could mean several things; `refusal` asks back."""

    refusal: NoAnswer


def standalone(
    question: str, history: Sequence[Answer], library: Library, documents: Sequence[str] = ()
) -> str | Ambiguity:
    """`question` with what it leaves unsaid filled in from the last turn; an Ambiguity where that cannot be told."""
    named = mentions(question, library)
    if not history:
        return _first_turn(question, named, library, documents)
    history = [turn.model_copy(update={"understood": question_to_text(turn.understood)}) for turn in history[-2:]]
    previous = history[-1]
    question = in_plain_words(question)
    question = _with_year(_OPENING.sub("", question), previous, library)
    named = mentions(question, library)
    growth = _ONLY_GROWTH.fullmatch(question)
    if growth:
        return GROWTH_WORDS.sub(growth[1], previous.understood)
    if _is_elliptic(question, named):
        text = refilled(previous.understood, named, library, adds=bool(_COMPARING.search(question)))
        return _labelled(text, previous, library)
    exchanged = _asked_on(question, history, library) or _with_part_exchanged(question, named, previous, library)
    if exchanged:
        return exchanged
    if is_of_its_own(question, named, library):
        return _labelled(question, previous, library) if _is_known_there(named, previous) else question
    everywhere = _EVERYWHERE.search(question) and not _ranks_inside(question, previous, library)
    if everywhere or any(mention.slot is Slot.DOCUMENT for mention in named):
        return _with_topic(question, named, previous, library) if _PRONOUN.search(question) else question
    return _labelled(_with_topic(question, named, previous, library), previous, library)


def _first_turn(question: str, named: Sequence[Mention], library: Library, documents: Sequence[str]) -> str | Ambiguity:
    places = len(documents or library.documents)
    says_where = any(mention.slot is Slot.DOCUMENT for mention in named)
    if _OWN.search(question) and places > 1 and not says_where:
        options = tuple(_OWN.sub(label, question, count=1) for label in _labels(library, documents)[:5])
        return _asking_back("“本市”“本区”或“本方案”指哪一份文件？请选择。", options)
    whole = any(mention.slot is Slot.INDICATOR for mention in named) and len({one.slot for one in named}) > 1
    if (_is_elliptic(question, named) and not whole) or _PRONOUN.match(question):
        options = tuple(f"{label}的主要目标是什么？" for label in _labels(library, documents)[:5])
        return _asking_back("没有上文，看不出问的是哪份文件的哪件事。请把问题说完整，例如：", options)
    return question


def _asking_back(message: str, options: tuple[str, ...]) -> Ambiguity:
    return Ambiguity(NoAnswer(RefusalReason.AMBIGUOUS, message, closest=options))


def _is_elliptic(question: str, named: Sequence[Mention]) -> bool:
    """Whether a question is nothing but new fillings of the last question's slots: 那太原呢, 2025年呢.

    One that names an indicator and asks for its number is whole, whatever else it leaves unsaid.
    """
    if any(mention.slot is Slot.INDICATOR for mention in named) and _NUMBER_ASKED.search(question):
        return False
    return bool(named) and not _FILLER.sub("", without(question, named))


def _is_known_there(named: Sequence[Mention], previous: Answer) -> bool:
    """Whether the one document of the last turn knows what this question names."""
    documents = set(previous.scope.documents)
    return len(documents) == 1 and any(documents <= mention.documents for mention in named)


def _asked_on(question: str, history: Sequence[Answer], library: Library) -> str | None:
    """The last questions with another aspect, all years, the items or the difference asked for."""
    lasts = [turn.understood for turn in history[-2:]]
    found = with_items(question, lasts[-1]) or with_both(question, lasts, library)
    found = found or with_every_year(question, lasts[-1], library)
    other = _OTHER_TOPIC.fullmatch(question)
    found = found or (with_other_category(lasts[-1], other[1], library) if other else None)
    aspect = with_other_aspect(question, _topic(lasts[-1], library))
    return found or (_labelled(aspect, history[-1], library) if aspect else None)


def _ranks_inside(question: str, previous: Answer, library: Library) -> bool:
    """Whether 哪个地方最多 is asked of the areas of the one document that the last turn was about."""
    documents = previous.scope.documents
    if len(documents) != 1 or not (_SUPERLATIVE.search(question) and _PLACE_INSIDE.search(question)):
        return False
    topic = _topic(previous.understood, library)
    return any(one.scope and not one.is_total and topic in one.indicator for one in library.targets(documents))


def _with_part_exchanged(question: str, named: Sequence[Mention], previous: Answer, library: Library) -> str | None:
    """The last question about the next row, another phase or another topic; None where that is not what is asked."""
    row = with_other_row(previous.understood, question)
    other = _OTHER_TOPIC.fullmatch(question)
    if row or other is None or named or _ASKING.search(other[1]):
        return row
    phase = with_other_phase(previous.understood, other[1])
    return phase or previous.understood.replace(_topic(previous.understood, library), other[1], 1)


def _with_year(question: str, previous: Answer, library: Library) -> str:
    """`question` with 当年 or 同年 replaced by the last question's year."""
    years = [mention.words for mention in mentions(previous.understood, library) if mention.slot is Slot.YEAR]
    return _SAME_YEAR.sub(years[-1], question) if len(set(years)) == 1 else question


def _with_topic(question: str, named: Sequence[Mention], previous: Answer, library: Library) -> str:
    """`question` with a pronoun replaced by the last question's topic, or that topic in front where it has none."""
    topic = _topic(previous.understood, library)
    pronoun = _PRONOUN.search(question)
    if pronoun:
        return question[: pronoun.start()] + topic + question[pronoun.end() :]
    own = _SHARE_WORDS.sub("", _ASKING.sub("", without(question, named)))
    has_indicator = any(mention.slot is Slot.INDICATOR for mention in named)
    lacks_topic = len(own) <= _SHORT or bool(_SUPERLATIVE.search(question))
    if not lacks_topic or has_indicator or question.startswith(topic):
        carries = has_indicator or _NUMBER_ASKED.search(question)
        return f"{_slots_to_carry(question, named, previous, library)}{question}" if carries else question
    topic = GROWTH.sub("", topic) if GROWTH_WORDS.search(question) else topic
    return f"{_slots_to_carry(question, named, previous, library)}{topic}{question}"


def _slots_to_carry(question: str, named: Sequence[Mention], previous: Answer, library: Library) -> str:
    """The last question's area and year, where this one names no year or sets another beside it (和2024年比).

    A question for the highest or for the whole is about all areas.
    """
    if any(mention.slot is Slot.YEAR for mention in named) and not _COMPARING.search(question):
        return ""
    before = mentions(previous.understood, library)
    years = [mention.words for mention in before if mention.slot is Slot.YEAR][-1:]
    share = _SHARE.search(question)
    whole = not share and (_SUPERLATIVE.search(question) or _ALL_AREAS.search(question))
    says_where = not share and any(mention.slot in (Slot.SCOPE, Slot.DOCUMENT) for mention in named)
    areas = [] if whole or says_where else [mention.words for mention in before if mention.slot is Slot.SCOPE][-1:]
    return "".join((*areas, *years))


def _topic(text: str, library: Library) -> str:
    """What a question is about: its indicator, else its longest run of words between asking words and names."""
    named = mentions(text, library)
    indicators = [mention for mention in named if mention.slot is Slot.INDICATOR]
    if indicators:
        end = indicators[-1].end
        behind = _PART_OF_NAME.match(text, end)
        return text[indicators[0].start : behind.end() if behind else end]
    for mention in reversed(named):
        text = text[: mention.start] + "，" + text[mention.end :]
    return max(_ASKING.split(text), key=len, default="")


def _labelled(text: str, previous: Answer, library: Library) -> str:
    """`text` with the last turn's place in front, unless it names one."""
    label = _label(previous, library)
    has_document = any(mention.slot is Slot.DOCUMENT for mention in mentions(text, library))
    return text if has_document or text.startswith(label) else label + text


def _label(previous: Answer, library: Library) -> str:
    """The place of the last turn where it was about one document."""
    documents = previous.scope.documents
    return _labels(library, documents)[0] if len(documents) == 1 else ""


def _labels(library: Library, documents: Sequence[str]) -> list[str]:
    chosen = [library.document(document_id) for document_id in documents or tuple(library.documents)]
    return [document.source.regions[0] if document.source.regions else document.metadata.title for document in chosen]

"""Follow-ups: from a question and the turns before it to a question that stands alone. Knows no answers' wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Answer, RefusalReason
from assistant.draft import NoAnswer
from assistant.mentions import GROWTH, GROWTH_WORDS, Mention, Slot, mentions
from corpus.facts import Library

__all__ = ["Ambiguity", "standalone"]

_FILLER = re.compile(
    r"那么|那边|这边|那里|这里|换成|改成|换作|如果是|要是|若是|的话|再看看?|看看|同一年|同年|当年|还有|至于|其中|情况|怎么样|如何"
    r"|分别|多少|几何|一样|相比|对比|比较|也|又|和|与|跟|及|比|呢|吗|那|的|是|有|在|分|按|，|。|、|,|\?|？|！|\s"
)
_COMPARING = re.compile(r"[和与跟同].{0,24}(?:比|相比|对比|比较)")
_PRONOUN = re.compile(
    r"它们?|(?:这|那|该|上述|此)(?:项|个|条|些|件)?(?:任务|指标|工作|事项|目标|机制|平台|概念|措施|举措|项目|事)?(?=的|由|是|归|要|什么|谁|有|多|何|怎|在|属|牵)"
    r"|其(?=牵头|责任|完成|办公|负责|目标|含义|定义)"
)
_EVERYWHERE = re.compile(
    r"[各五四三两几]地|各[市区县](?!级)|哪[些几](?:个|份)?(?:地方|城市|方案|文件|地)|哪[个份](?:地方|城市|方案|文件)|[五四三]份|所有文件|全部文件"
)
_SUPERLATIVE = re.compile(r"最[多高大少低小快晚早]")
_OWN = re.compile(r"[我本](?:市|区|县|省|方案|规划|文件)")
_ASKING = re.compile(
    r"多久|多长时间|是多少|多少|什么时候|是什么|什么|哪些|哪个|哪里|哪|谁|怎么|怎样|如何|吗|呢|是否|有没有|几[个幢家座栋项]|设在|在|由|牵头|负责"
    r"|完成|是|有|要|的|了|[,，。？?、！]"
)
_NUMBER_ASKED = re.compile(r"多少|几[^乎]")
_ONLY_GROWTH = re.compile(r"(新增|累计|新建)的?呢?[？?]?")
_OTHER_TOPIC = re.compile(r"(.{2,24}?)呢[？?]?")
_SHORT = 5
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
    previous = history[-1]
    question = _with_year(_OPENING.sub("", question), previous, library)
    named = mentions(question, library)
    growth = _ONLY_GROWTH.fullmatch(question)
    if growth:
        return GROWTH_WORDS.sub(growth[1], previous.understood)
    if _is_elliptic(question, named):
        return _refilled(previous, question, named, library)
    other = _OTHER_TOPIC.fullmatch(question)
    if other and not named and not _ASKING.search(other[1]):
        return previous.understood.replace(_topic(previous.understood, library), other[1], 1)
    if _EVERYWHERE.search(question) or any(mention.slot is Slot.DOCUMENT for mention in named):
        return _with_topic(question, named, previous, library) if _PRONOUN.search(question) else question
    return _labelled(_with_topic(question, named, previous, library), previous, library)


def _first_turn(question: str, named: Sequence[Mention], library: Library, documents: Sequence[str]) -> str | Ambiguity:
    places = len(documents or library.documents)
    says_where = any(mention.slot is Slot.DOCUMENT for mention in named)
    if _OWN.search(question) and places > 1 and not says_where:
        options = tuple(_OWN.sub(label, question, count=1) for label in _labels(library, documents)[:5])
        return _asking_back("“本市”“本区”或“本方案”指哪一份文件？请选择。", options)
    if _is_elliptic(question, named) or _PRONOUN.match(question):
        options = tuple(
            f"{label}楼宇经济的主要目标是什么？".replace("楼宇经济的", "") for label in _labels(library, documents)[:5]
        )
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
    return bool(named) and not _FILLER.sub("", _without(question, named))


def _without(text: str, named: Sequence[Mention]) -> str:
    for mention in reversed(named):
        text = text[: mention.start] + text[mention.end :]
    return text


def _refilled(previous: Answer, question: str, named: Sequence[Mention], library: Library) -> str:
    """The last question with the slots that `named` fills filled anew."""
    text = previous.understood
    adds = bool(_COMPARING.search(question))
    for slot in (Slot.INDICATOR, Slot.YEAR, Slot.UNIT, Slot.SCOPE, Slot.DOCUMENT):
        fillings = [mention for mention in named if mention.slot is slot]
        if fillings:
            text = _with_slot(text, slot, fillings, library, adds)
    new_documents = [mention for mention in named if mention.slot is Slot.DOCUMENT]
    if new_documents:
        return _without_foreign_scopes(text, new_documents, library)
    return _labelled(text, previous, library)


def _with_year(question: str, previous: Answer, library: Library) -> str:
    """`question` with 当年 or 同年 replaced by the last question's year."""
    years = [mention.words for mention in mentions(previous.understood, library) if mention.slot is Slot.YEAR]
    return _SAME_YEAR.sub(years[-1], question) if len(set(years)) == 1 else question


def _with_slot(text: str, slot: Slot, fillings: Sequence[Mention], library: Library, adds: bool) -> str:
    """`text` with its mentions of a slot replaced by `fillings`; without one, they go behind the document's name."""
    words = "和".join(dict.fromkeys(mention.words for mention in fillings))
    there = mentions(text, library)
    old = [mention for mention in there if mention.slot is slot]
    if not old:
        place = next((mention for mention in there if mention.slot is Slot.DOCUMENT), None)
        if place is None or slot is Slot.DOCUMENT:
            return words + text
        name = text[place.start : place.end]
        return text[: place.end] + words.removeprefix(name) + text[place.end :]
    for mention in reversed(old[1:]):
        joint = mention.start - 1 if text[mention.start - 1] in "和与、及" else mention.start
        text = text[:joint] + text[mention.end :]
    kept = f"{text[old[0].start : old[0].end]}和" if adds else ""
    return text[: old[0].start] + kept + words + text[old[0].end :]


def _without_foreign_scopes(text: str, documents: Sequence[Mention], library: Library) -> str:
    """`text` without areas that the newly named documents do not have."""
    ids = frozenset().union(*(mention.documents for mention in documents))
    foreign = [
        mention for mention in mentions(text, library) if mention.slot is Slot.SCOPE and not mention.documents & ids
    ]
    return _without(text, foreign)


def _with_topic(question: str, named: Sequence[Mention], previous: Answer, library: Library) -> str:
    """`question` with a pronoun replaced by the last question's topic, or that topic in front where it has none."""
    topic = _topic(previous.understood, library)
    pronoun = _PRONOUN.search(question)
    if pronoun:
        return question[: pronoun.start()] + topic + question[pronoun.end() :]
    own = _ASKING.sub("", _without(question, named))
    has_indicator = any(mention.slot is Slot.INDICATOR for mention in named)
    lacks_topic = len(own) <= _SHORT or bool(_SUPERLATIVE.search(question))
    if not lacks_topic or has_indicator:
        return question
    topic = GROWTH.sub("", topic) if GROWTH_WORDS.search(question) else topic
    return f"{_year_to_carry(question, named, previous, library)}{topic}{question}"


def _year_to_carry(question: str, named: Sequence[Mention], previous: Answer, library: Library) -> str:
    """The last question's year, where this one names none or sets another beside it (和2024年比)."""
    if any(mention.slot is Slot.YEAR for mention in named) and not _COMPARING.search(question):
        return ""
    years = [mention.words for mention in mentions(previous.understood, library) if mention.slot is Slot.YEAR]
    return years[-1] if years else ""


def _topic(text: str, library: Library) -> str:
    """What a question is about: its indicator, else its longest run of words between asking words and names."""
    named = mentions(text, library)
    indicators = [mention for mention in named if mention.slot is Slot.INDICATOR]
    if indicators:
        return text[indicators[0].start : indicators[-1].end]
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

"""What a follow-up leaves unsaid, taken from the last question: its topic, places, areas and years.

Knows no answers' wording and does not decide whether a question is a follow-up.
"""

import re
from collections.abc import Sequence

from assistant.mentions import GROWTH, GROWTH_WORDS, Mention, Slot, mentions
from assistant.refilling import EVERY_PLACE, without
from corpus.facts import Library

__all__ = [
    "PRONOUN",
    "SUPERLATIVE",
    "WHOLE",
    "asks_for_tasks",
    "is_comparing",
    "is_topic_word",
    "places_of",
    "pronoun_in",
    "reference_end",
    "topic_in",
    "topic_of",
    "unit_asked",
    "with_topic",
]

PRONOUN = re.compile(
    r"它们?|(?:这|那|该|上述|此)(?:一?[项个条件]|些)?(?:任务|指标|工作|事项|目标|机制|平台|概念|措施|举措|项目|事)?(?=的|由|是|归|要|什么|谁|有|多|何|怎|在|属|牵|吗|呢|没|[?？]|$)"
    r"|其(?=牵头|责任|完成|办公|负责|目标|含义|定义)|(?:这|那|上述)(?:些|几[项个条件]|[两三四五六七八九]\d?[项个条件])(?:任务|工作|事项|指标)?(?!地方|城市)(?=分别|各|都|一共|总共|里|中|当中)"
)
SUPERLATIVE = re.compile(r"最[多高大少低小快晚早]|第[二三四五][多高大少低小]")
_COMPARING = re.compile(r"[和与跟同].{0,24}(?:比|相比|对比|比较)|\A(?:对?比|较)")
_ALL_AREAS = re.compile(r"哪[个些几](?:板块|地区|属地|区|镇|县|地方)|合计|一共|总共|全部|加起来|各")
_AMONG_YEARS = re.compile(r"哪一?年|[两二三四五六几各每历]年|逐年|年均")
_WHICH_YEAR = re.compile(r"哪一?年|[两二]年")
_ASKING = re.compile(
    r"[做干]什么|责任单位|责任部门|牵头单位|牵头部门|完成时限|截止时间|多久|多长时间|为什么|是多少|多少|什么时候|是什么|什么|哪些|哪个|哪年|哪里|哪|谁|怎么|怎样|如何|吗|呢|是否|有没有|几[个幢家座栋项场次条年]|请|介绍|讲讲|设在|在|由|牵头|负责"
    r"|对比(?:一下)?|比较(?:一下)?|一下|相差|差(?=多少|几|$|[?？])|[高低多大](?=多少|几|$|[?？])|最[多高大少低小快晚早]|平均每年|年均|还有|还|(?:压缩?|提高|提升|达|降低?|增加?)[到至]|具体|完成|说|是|有|(?<![主重需])要|的|了|[,，。、？?！!]"
)
_NUMBER_ASKED = re.compile(r"多少|(?<!哪)几[^乎]")
_PART_OF_NAME = re.compile(r"占比|比重|比例|数量|总[数量]")
_SHARE = re.compile(r"占")
_SHARE_WORDS = re.compile(
    r"(?<=[哪各])[区县市镇]|板块|地区|属地|地方|街道|街镇|城市|第[二三四五]|占|合计|总[数量]|几成|百分之几?|比例|比重|几|分别|一共|总共|平均|每年"
)
_INSIDE = re.compile(r"\A[^，。？?,]{0,40}?(?:意见|方案|规划|通知|办法|细则|计划|文件|清单|文)(?:里面?|中)的?")
_A_DOCUMENT = re.compile(r"(?:意见|方案|规划|通知|办法|细则|计划|文件)\Z")
"""What is hardly a topic where there is another."""
_TITLE = re.compile(r"《[^《》]{0,80}》")
_LOOSE = re.compile(
    r"\A([^，。？?,]{2,20}?)(?:指导意见|行动计划|实施方案|行动方案|意见|方案|规划|通知|办法|细则|计划|文件)(?:的|(?=\d))"
)
_UNIT_ROLE = re.compile(r"(?:单独|独自|共同)?(?:牵头|负责|承担|参与|配合)")
_TASKS = re.compile(r"任务|事项|工作|牵头|负责|责任|参与|配合|承担|管(?!理)|[做干]什么")
_WHICH_TASKS = re.compile(r"(?:哪些|哪几[项条个]|几[项条个]|多少[项条个])(?:任务|工作)")
_LISTED = re.compile(r"哪|几|多少|什么|任务")
_SHORT = 4
_CORE = 3
WHOLE = 14
"""Characters of a question that hardly leaves its places unsaid."""
_OWN_WORDS = 2
_RUN = 4


def is_comparing(question: str) -> bool:
    """Whether a question sets something beside what the last one was about: 和太原比呢, 比2015年多多少."""
    return bool(_COMPARING.search(question))


def is_topic_word(text: str) -> bool:
    """Whether `text` is free of asking words, so that it can be what a question is about."""
    return not _ASKING.search(text)


def pronoun_in(question: str, named: Sequence[Mention]) -> re.Match[str] | None:
    """The pronoun that points at what was said before; one behind words of its own points at those (招商那一项)."""
    found = PRONOUN.search(question)
    before = [mention for mention in named if found and mention.end <= found.start()]
    own = _ASKING.sub("", without(question[: found.start()], before)) if found else ""
    return found if len(own) < _OWN_WORDS else None


def topic_in(text: str, library: Library) -> str:
    """The words in a question that say what it is about: its indicator, else its longest run of words between asking
    words and names.
    """
    named = mentions(text, library)
    indicators = [mention for mention in named if mention.slot is Slot.INDICATOR]
    if indicators:
        end = indicators[-1].end
        behind = _PART_OF_NAME.match(text, end)
        return text[indicators[0].start : behind.end() if behind else end]
    for mention in reversed(named):
        text = text[: mention.start] + "，" + text[mention.end :]
    text = EVERY_PLACE.sub("，", _TITLE.sub("，", text))
    parts = [_INSIDE.sub("", part) for part in _ASKING.split(text)]
    return max(parts, key=lambda part: (bool(part) and not _A_DOCUMENT.search(part), len(part)), default="")


def topic_of(text: str, library: Library) -> str:
    """What a question is about: the tasks of the unit whose tasks it asks for, else the words in it that say so."""
    unit = unit_asked(text, library)
    if unit is None:
        return topic_in(text, library)
    role = _UNIT_ROLE.search(text, unit.end)
    return f"{unit.words}{role[0] if role else ''}的任务"


def reference_end(text: str, title: str) -> int:
    """Where loose words for the document of a title end at the beginning of `text`: 农机意见里; 0 where none stand."""
    inside = _INSIDE.match(text)
    if inside:
        return inside.end()
    loose = _LOOSE.match(text)
    return loose.end() if loose and loose[1] in title else 0


def places_of(text: str, library: Library) -> str:
    """The places that a question sets side by side: 青浦和嘉兴, 各地; empty where it names one or none."""
    places = [mention.words for mention in mentions(text, library) if mention.slot is Slot.DOCUMENT]
    several = list(dict.fromkeys(places))
    if several:
        return "和".join(several) if len(several) > 1 else ""
    return "各地" if EVERY_PLACE.search(text) else ""


def unit_asked(text: str, library: Library) -> Mention | None:
    """The unit whose tasks a question asks for."""
    units = [mention for mention in mentions(text, library) if mention.slot is Slot.UNIT]
    if len(units) != 1:
        return None
    before, behind = text[: units[0].start], text[units[0].end :]
    return units[0] if asks_for_tasks(behind) or (_WHICH_TASKS.search(before) and _TASKS.search(behind)) else None


def asks_for_tasks(text: str) -> bool:
    """Whether the words behind a unit's name ask for its tasks: 牵头哪几项, 管的是哪一条."""
    return bool(_TASKS.search(text) and _LISTED.search(text))


def with_topic(question: str, named: Sequence[Mention], last: str, library: Library) -> str:
    """`question` with a pronoun replaced by the last question's topic, or that topic in front where it has none."""
    topic = topic_of(last, library)
    pronoun = pronoun_in(question, named)
    if pronoun:
        return question[: pronoun.start()] + topic + question[pronoun.end() :]
    own = _SHARE_WORDS.sub("", _ASKING.sub("", without(question, named)))
    has_indicator = any(mention.slot is Slot.INDICATOR for mention in named) or _is_measured(own, library)
    lacks_topic = len(own) <= _SHORT or question[0] in "比较占"
    if not lacks_topic or has_indicator or question.startswith(topic):
        measures = len(question) < WHOLE and _NUMBER_ASKED.search(question) and _speaks_of_measures(own, library)
        carries = has_indicator or measures
        return f"{_slots_to_carry(question, named, last, library)}{question}" if carries else question
    topic = GROWTH.sub("", topic) if GROWTH_WORDS.search(question) else topic
    return f"{_slots_to_carry(question, named, last, library)}{topic}{question}"


def _is_measured(words: str, library: Library) -> bool:
    """Whether `words` are the core of an indicator's name: 入驻率."""
    return len(words) >= _CORE and any(words in target.indicator for target in library.targets())


def _speaks_of_measures(words: str, library: Library) -> bool:
    """Whether some words in a row stand in an indicator's name: 推介活动."""
    runs = {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}
    return any(run in target.indicator for target in library.targets() for run in runs)


def _slots_to_carry(question: str, named: Sequence[Mention], last: str, library: Library) -> str:
    """The last question's several places, its area and year, where this one names no year or sets another beside it
    (和2024年比). A question for the highest or for the whole is about all areas.
    """
    before = mentions(last, library)
    places = _places_to_carry(question, named, last, library)
    if any(mention.slot is Slot.YEAR for mention in named) and not is_comparing(question):
        return places
    years = list(dict.fromkeys(mention.words for mention in before if mention.slot is Slot.YEAR))
    year = "和".join(_years_to_carry(question, years))
    share = _SHARE.search(question)
    whole = not share and (SUPERLATIVE.search(question) or _ALL_AREAS.search(question))
    says_where = not share and any(mention.slot in (Slot.SCOPE, Slot.DOCUMENT) for mention in named)
    areas = (
        []
        if (whole or says_where) and not is_comparing(question)
        else [mention.words for mention in before if mention.slot is Slot.SCOPE][-1:]
    )
    return "".join((places, *areas, year))


def _years_to_carry(question: str, years: Sequence[str]) -> Sequence[str]:
    """The last year named; where years are asked for (哪年高), those that were set beside each other or none."""
    if not _AMONG_YEARS.search(question):
        return years[-1:]
    return years if len(years) > 1 and _WHICH_YEAR.search(question) else ()


def _places_to_carry(question: str, named: Sequence[Mention], last: str, library: Library) -> str:
    """The places that the last question set side by side, where this one names none."""
    names_its_own = any(mention.slot is Slot.DOCUMENT for mention in named) or EVERY_PLACE.search(question)
    return "" if names_its_own or len(question) >= WHOLE else places_of(last, library)

"""Which tasks a question is about: by number, by name, by the words of the measure. Words no answer."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.query import Query
from assistant.reading.divisions import short_name
from assistant.understanding.likeness import Weights, text_to_grams, weights_of
from assistant.understanding.topic import with_official_words
from corpus.facts import Library
from corpus.quoting import compact
from corpus.task import Task, TaskOrigin

__all__ = [
    "about",
    "asked_words",
    "counted_tasks",
    "matching_tasks",
    "numbered",
    "says_more",
    "shared_words",
    "tasks_meant",
]

_ASKING = re.compile(
    r"请问|帮我|[这那][边里]|[这那该]份|查一下|列一下|列出|看看|由谁|归谁|谁来|谁是|谁|哪(?:些|[一两三四五几]?个|[一两几]?家)(?:部门|单位|部委)|哪家|什么(?:部门|单位)|哪(?:一|几)?[项个条]|什么时候|何时|最晚|最迟|什么|哪些|哪个|怎么"
    r"|(?:是|来)?(?:牵头|负责|主抓|主管|盯|配合|参与|参加|承担)(?:单位|部门|责任)?(?:的)?|责任单位|责任部门|部门|单位|条目|条款|任务(?:清单|分解表|表)?|这?一?项工作|[这那]一?[项条件](?:事情?)?|中央层面|属于|分别"
    r"|完成时限|时限|期限|截止|要?在?几月底?|要求|工作|归|抓|吗|呢|啊|在不在|是不是|算不算|是否|有没有|里面?|中|正文|附件\d?|鼓励|推进|推动|由|把|被|管|给|的|了|那|是|有|要|和|与|及|该|进度"
)
_SHORT_UNIT = re.compile(r"[^\W\d_]{2,4}(?:局|委|办)(?=负责|牵头|参与|承担|的|在|要|有|单独|是|$|[,?])")
"""A unit by a name that no document prints, once it is known which is meant."""
_PAUSE = re.compile(r"([,。?])")
_KIND = re.compile(r"(?:(意见|方案|规划|计划|纲要|办法|细则)|通知|文件|政策)(?:里面?|中|内|的)?")
"""The end of the name of a document: what it is."""
_SHORT_NAME = re.compile(r"(?<! ) {2,400}(?:的|指导|实施|行动|工作|若干|[这那该][个份])?$")
_NAME_END = 8
"""At most so many characters stand between the words of the title and the end of the name."""
_BEFORE_NAME = re.compile(
    r"关于.{0,20}$|[“\"][^”\"]{1,12}[”\"]|(?:人民政府)?(?:印发|发布|出台|下发)的?|国务院(?:办公厅)?|国办|办公[厅室]|的"
)
_GENERIC = re.compile(r"楼宇经济|高质量发展|行动方案|实施方案|推进方案|方案|规划|文件")
_ENOUGH = 0.5
_LEAST, _LEAD = 0.33, 0.15
"""Fewer words suffice where no other task holds nearly as many."""
_TELLING = 1.0
"""The weight of the least that names a task: hardly more than one rare pair of characters."""
_TITLE_RUN, _NAME_RUN = 4, 2
_SPOKEN = 2.0
"""From this weight on, words beside a unit's name say which of its tasks are meant."""
_COUNTING = re.compile(
    r"多少[项个条件]|几[项个条件]|[一两三四五六][项个条件]|单独|独自|共同|联合|既|又|同时|任务表|表|活|干|做|事|涉及|当|在|里|方面|上|哪|个|打头|领头|只|不|块|带?(?:星号?|[*＊])|点到|点名|提到|写到|名字|出现"
)
_RUNNING_TEXT, _TABLE = re.compile(r"正文|文中"), re.compile(r"附件|清单|分解表|任务表|表[格里中]")
_IN_PARTS = re.compile(r"拆[成为分]|分[成为了]|细分|各[是由归]|分别")
"""All rows of one name are asked for, each for itself."""
_NEAR = 0.88
_SHORTEST_NAME = 4
_MOST = 6


def tasks_meant(query: Query, library: Library, documents: Sequence[str]) -> list[Task]:
    """The tasks that count; the clauses of the running text where only that is named (正文)."""
    if _RUNNING_TEXT.search(query.text) and not _TABLE.search(query.text):
        clauses = [task for task in library.tasks(documents) if task.origin is TaskOrigin.CLAUSE]
        if clauses:
            return clauses
    return counted_tasks(library, documents)


def counted_tasks(library: Library, documents: Sequence[str]) -> list[Task]:
    """The tasks that count: the rows of task tables; for documents without a table their clauses."""
    found = []
    for document in documents:
        tasks = library.tasks([document])
        rows = [task for task in tasks if task.origin is TaskOrigin.TABLE]
        found += rows or tasks
    return found


def numbered(tasks: Sequence[Task], number: int) -> list[Task]:
    """The tasks with this 序号 (several where a number has sub-rows)."""
    return [task for task in tasks if task.seq == number]


def matching_tasks(query: Query, library: Library, documents: Sequence[str], enough: float = _ENOUGH) -> list[Task]:
    """The tasks that the words of the question name, best first; rows alike in score are all meant, none where no task
    holds enough of the words.
    """
    tasks = tasks_meant(query, library, documents)
    named = _named_in_full(query.text, tasks)
    if named:
        return named[:_MOST]
    words = asked_words(query, library)
    weights = weights_of(library)
    wordings = [text_to_grams(wording) for wording in {words, with_official_words(words)}]
    wordings = [given for given in wordings if weights.sum(given) >= _TELLING]
    grams = _task_grams(library)
    scored = [
        (max((_score(grams[task.id], given, weights) for given in wordings), default=0.0), task) for task in tasks
    ]
    if not _is_told(scored, enough):
        return []
    best = max(score for score, _ in scored)
    near = [(score, task) for score, task in scored if score >= _NEAR * best]
    return [task for _, task in sorted(near, key=lambda pair: -pair[0])][:_MOST]


def _named_in_full(text: str, tasks: Sequence[Task]) -> list[Task]:
    """The tasks of the one name that the question gives in full, and points to (这一条) or says nothing else beside."""
    rest, whole = compact(_ASKING.sub("", text)), compact(text)
    every = {name for task in tasks if len(name := compact(task.task)) >= _SHORTEST_NAME}
    pointed = {name for name in every if re.search(rf"{re.escape(name)}[”\"]?[这那]一?[项条个块]", whole)}
    if not pointed and _IN_PARTS.search(whole):
        pointed = {name for name in every if re.search(rf"[“\"]{re.escape(name)}[”\"]", whole)}
    names = pointed or {name for name in every if rest.endswith(name)}
    return [task for task in tasks if compact(task.task) in names] if len(names) == 1 else []


def says_more(query: Query, library: Library) -> bool:
    """Whether a question says more than names and asking words: which work it is about."""
    words = _COUNTING.sub(" ", asked_words(query, library))
    return weights_of(library).sum(text_to_grams(words)) >= _SPOKEN


def _is_told(scored: Sequence[tuple[float, Task]], enough: float) -> bool:
    """Whether the best task holds enough of the words, or at least clearly more than tasks of any other name."""
    if not scored:
        return False
    best, task = max(scored, key=lambda pair: pair[0])
    other = max((score for score, one in scored if one.task != task.task), default=0.0)
    return best >= enough or (best >= _LEAST and best - other >= _LEAD)


def about(query: Query, tasks: Sequence[Task], library: Library) -> list[Task] | None:
    """Those of `tasks` that the question is about beyond its units; all of them where it says no more, None where it
    speaks of something that none of them holds.
    """
    if not says_more(query, library):
        return list(tasks)
    weights, given = weights_of(library), text_to_grams(_COUNTING.sub(" ", asked_words(query, library)))
    grams = _task_grams(library)
    held = [task for task in tasks if _score(grams[task.id], given, weights) >= _ENOUGH]
    return held or None


def shared_words(words: str, task: Task, library: Library) -> float:
    """The share of the weight of `words` that stands in a task's name and measure, from 0 to 1."""
    return weights_of(library).coverage(text_to_grams(with_official_words(words)), _task_grams(library)[task.id][1])


def asked_words(query: Query, library: Library) -> str:
    """The question without the names of its documents and units and without words that ask."""
    names = [name for document in query.documents for name in _names(document, query, library)]
    names += [
        *(unit[1:] for unit in query.units),
        *(f"国家{unit}" for unit in query.units),
        *query.scopes,
        *map(short_name, query.scopes),
    ]
    text = _without_title(query, library)
    for name in sorted(set(names), key=len, reverse=True):
        text = text.replace(name, " ")
    text = _SHORT_UNIT.sub(" ", text) if query.units else text
    return _ASKING.sub(" ", _GENERIC.sub(" ", text))


def _names(document: str, query: Query, library: Library) -> Iterator[str]:
    """What the question may call a document, and the units it names, by."""
    yield from library.document(document).source.regions
    for unit in library.facts[document].units:
        if unit.name in query.units:
            yield from (unit.name, *unit.aliases)


def _without_title(query: Query, library: Library) -> str:
    """The question without runs of words that stand in the title of the one document it names, and without the rest of
    that name (“放管服”优化营商环境 意见里).
    """
    if len(query.documents) != 1:
        return query.text
    title = unicodedata.normalize("NFKC", library.document(query.documents[0]).metadata.title)
    clauses = (_without_name(clause, title) for clause in _PAUSE.split(query.text))
    return _without_runs("".join(clauses), title, _TITLE_RUN)


def _without_name(clause: str, title: str) -> str:
    """A clause without the name of the document in it: up to 意见, 方案, … behind words of the title."""
    kind = _KIND.search(clause)
    if kind is None:
        return clause
    head = clause[: kind.start()]
    bare = _without_runs(head, title, _TITLE_RUN)
    begins = bare.find(" " * _TITLE_RUN)
    short = _SHORT_NAME.search(_without_runs(head, title, _NAME_RUN))
    own = (kind[1] or "") in title
    if own and begins >= 0 and len(bare) - 1 - bare.rfind(" ") <= _NAME_END:
        return _BEFORE_NAME.sub(" ", _without_runs(clause[:begins], title, _NAME_RUN)) + " " + clause[kind.end() :]
    called = short and (own or kind.end() == len(clause) or not kind[0].endswith(("意见", "方案", "计划", "办法")))
    return f"{clause[: short.start()]} {clause[kind.end() :]}" if short and called else clause


def _without_runs(text: str, title: str, least: int) -> str:
    """`text` with spaces in place of every run of `least` characters or more that stands in `title`."""
    taken = {
        at + step for at in range(len(text) - least + 1) if text[at : at + least] in title for step in range(least)
    }
    return "".join(" " if at in taken else character for at, character in enumerate(text))


def _score(task: tuple[frozenset[str], frozenset[str]], given: frozenset[str], weights: Weights) -> float:
    """The share of the question's words that the task holds, a little less for those that are not in its name."""
    name, whole = task
    return weights.coverage(given, whole) * (0.85 + 0.15 * weights.coverage(given, name))


@lru_cache(maxsize=4)
def _task_grams(library: Library) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """By task id: what its name holds, and all its words."""
    found = {}
    for task in library.tasks():
        name = text_to_grams(compact(task.task))
        found[task.id] = name, name | text_to_grams(compact(f"{task.category or ''}，{task.measure}"))
    return found

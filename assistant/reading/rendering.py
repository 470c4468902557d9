"""An Ask in Chinese, as it is shown (理解为：苏州 · 任务 · 第1项 · 牵头单位、完成时限). Never read again."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.labels import document_label
from assistant.reading.ask import Ask, Due, DueKind, Fold, Subject, Want, Where
from assistant.reading.words import rarity_of
from corpus.facts import Library
from corpus.folding.dates import day_to_text
from corpus.folding.numerals import number_text
from corpus.target import Bound
from corpus.task import Role

_SUBJECTS = {
    Subject.TASKS: "任务",
    Subject.TARGETS: "指标",
    Subject.RECORDS: "表格",
    Subject.METADATA: "文件信息",
    Subject.DEFINITIONS: "释义",
    Subject.OUTLINE: "结构",
    Subject.PROSE: "原文",
    Subject.HOLDINGS: "文件",
    Subject.OVERVIEW: "概要",
}
_WANTS = {
    Want.LEAD: "牵头单位",
    Want.RESPONSIBLE: "责任单位",
    Want.WHO: "牵头和责任单位",
    Want.DEADLINE: "完成时限",
    Want.WORK: "内容",
    Want.NAME: "名称",
    Want.NUMBER: "序号",
    Want.VALUE: "",
    Want.YEAR: "年份",
    Want.AREA: "地区",
    Want.MEANING: "含义",
    Want.PARTS: "各部分",
    Want.TITLE: "标题",
    Want.DOC_NUMBER: "文号",
    Want.ISSUER: "印发单位",
    Want.WRITTEN_ON: "成文日期",
    Want.PRINTED_ON: "印发日期",
    Want.PERIOD: "期限",
    Want.ATTACHMENTS: "附件",
    Want.INTERPRETER: "解释单位",
    Want.COPIED_TO: "抄送单位",
    Want.ADDRESSEE: "主送单位",
    Want.REGION: "地区",
    Want.VALID: "是否有效",
    Want.BASED_ON: "制定依据",
    Want.REPEALS: "废止的文件",
    Want.SITE: "刊登的网站",
    Want.AMENDED: "修改经过",
    Want.CHANGES: "与上一版相比的变化",
}
_FOLDS = {
    Fold.SHOW: "",
    Fold.COUNT: "数量",
    Fold.SUM: "合计",
    Fold.AVERAGE: "平均",
    Fold.SHARE: "占比",
    Fold.DIFFERENCE: "差额",
    Fold.PRODUCT: "相乘",
    Fold.RATIO: "倍数",
    Fold.ORDER: "排序",
}
_BOUNDS = {
    Bound.GE: "不低于{}",
    Bound.GT: "超过{}",
    Bound.LE: "不超过{}",
    Bound.LT: "低于{}",
    Bound.APPROX: "约{}",
    Bound.EQ: "{}",
}
_ROLES = {Role.LEAD: "牵头", Role.RESPONSIBLE: "责任", Role.ANY: ""}
_DUES = {DueKind.OVERDUE: "已到期", DueKind.ONGOING: "长期推进", DueKind.NONE: "未写时限", DueKind.SAME: "同一时限"}
_FEW = 3
_NAMES = frozenset(Want)
_PARTICLES = frozenset("的了是在里和与把被给让从向对就都也还能要到多几有上中由归")
_STOP = re.compile(r"[。？！?!；;\n]")
_RUN = re.compile(r"[\w%.“”+-]+")


def rendered(ask: Ask, library: Library, question: str = "") -> str:
    """The Ask in a few words: where, what kind of fact, which rows, what of them. Words that were quoted stand in
    one pair of marks; words that the question has are shown as it says them, with what was taken out between them.
    """
    pieces = [_scope(ask.where, library), _subject(ask, library, question), *_rows(ask.where), *_asked(ask)]
    words = " · ".join(dict.fromkeys(piece for piece in pieces if piece))
    return words.replace("““", "“").replace("””", "”")


def _scope(where: Where, library: Library) -> str:
    labels = list(dict.fromkeys(document_label(library, one) for one in where.documents if one in library.documents))
    if len(labels) > _FEW or (len(labels) > 1 and not where.named):
        return f"{len(where.documents)}份文件"
    return "、".join(labels)


def _subject(ask: Ask, library: Library, question: str) -> str:
    named = "、".join(ask.where.picked[:_FEW]) + ("等" if len(ask.where.picked) > _FEW else "")
    words = named or _unbroken(list(_words(ask.where.words, library)), question)
    return _SUBJECTS[ask.subject] + (f"“{words}”" if words else "")


def _words(words: str, library: Library) -> Iterator[str]:
    """The words looked for, particles at their borders (里面积的) and lone characters left out."""
    cut = rarity_of(library).words
    for run in _RUN.findall(words):
        pieces = [run[start:end] for start, end in pairwise([0, *cut.borders(run)])]
        telling = [at for at, piece in enumerate(pieces) if piece not in _PARTICLES]
        shown = "".join(pieces[telling[0] : telling[-1] + 1]) if telling else ""
        yield from (shown,) if len(shown) > 1 else ()


def _unbroken(runs: Sequence[str], question: str) -> str:
    """The runs with all that stands between them in a question; as they are where one sentence does not hold them."""
    start, end = question.find(runs[0]) if runs else -1, 0
    for run in runs:
        at = question.find(run, end or max(start, 0))
        if at < 0 or _STOP.search(question, end or at, at):
            return " ".join(runs)
        end = at + len(run)
    return question[start:end]


def _rows(where: Where) -> Iterator[str]:
    yield "、".join(one.value for one in where.heads)
    yield "、".join(where.areas) or ("整体" if where.whole else "")
    yield "、".join(where.units) + (_ROLES[where.role] if where.units else "")
    yield _numbered("第{}项", where.ordinals)
    yield _numbered("附件{}", where.annexes)
    yield _years(where.years)
    yield _due(where.due) if where.due else ""
    bounded = [_BOUNDS[one.bound].format(f"{number_text(one.value)}{one.unit}") for one in where.conditions]
    yield "、".join(bounded)
    yield "、".join(f"{number_text(one.value)}{one.unit}" for one in where.amounts) if not bounded else ""
    yield "没有的" if where.lacks else "仅一家的" if where.alone else ""


def _asked(ask: Ask) -> Iterator[str]:
    wants = (_WANTS[Want(one)] if one in _NAMES else one for one in ask.want)
    yield "、".join(dict.fromkeys(filter(None, wants)))
    fold = _extreme(ask) if ask.fold is Fold.EXTREME else _FOLDS[ask.fold]
    yield fold + (f"（按{ask.by}）" if ask.by else "")
    yield "逐份对比" if ask.per_document else ""


def _extreme(ask: Ask) -> str:
    end = "最小" if ask.low else "最大"
    if ask.top > 1:
        return f"{end}的{ask.top}个"
    return end if ask.rank == 1 else f"第{ask.rank}{'小' if ask.low else '大'}"


def _numbered(pattern: str, numbers: Iterable[int]) -> str:
    return "、".join(pattern.format(number) for number in numbers)


def _years(years: tuple[int, ...]) -> str:
    """2023—2025年 where they follow each other, else 2024、2026年."""
    if not years:
        return ""
    ordered = sorted(set(years))
    running = len(ordered) > 1 and ordered[-1] - ordered[0] == len(ordered) - 1
    return f"{ordered[0]}—{ordered[-1]}年" if running else f"{'、'.join(map(str, ordered))}年"


def _due(due: Due) -> str:
    if due.kind in _DUES or due.last is None:
        return _DUES.get(due.kind, "")
    if due.kind is DueKind.FROM and due.first:
        return f"{day_to_text(due.first)}起到期"
    if due.kind is DueKind.BY or due.first is None:
        return f"{day_to_text(due.last)}前到期"
    begin = f"{day_to_text(due.first)}至" if due.first != due.last else ""
    return f"{begin}{day_to_text(due.last)}到期"

"""Goals of the running text as targets: which numbers of it are goals, the same goal once, for which area."""

import re
from collections import Counter

from corpus.document import Document, Paragraph
from corpus.extraction.goal_candidates import Stated, prose_to_candidates, stated_to_target
from corpus.extraction.goal_evidence import is_goal
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.periods import Time, own_year, planned_period
from corpus.extraction.setting import setting_of
from corpus.quoting import source_text
from corpus.target import Target

_WHOLE = re.compile(
    r"全[国省市区县](?![\u4e00-\u9fff]?(?:性|面)|知名|领先|一流|先进|前列|首|重要|最|有影响|示范|推广|百强)"
)
_WHOLE_OF = {"国家": "全国", "省": "全省 全区", "市": "全市 全州", "区县": "全区 全县 全市", "乡镇": ""}


def prose_to_targets(document: Document, areas: tuple[str, ...] = (), each: Each = unguarded) -> list[Target]:
    """The numeric goals of the document's running text; the same goal stated twice is one target (the first).

    `areas` are names of areas known from the document's tables.
    """
    source, setting, since = source_text(document.text), setting_of(document), _first_year(document)
    scope, times = default_scope(document), GoalTimes(document)
    targets: dict[str, Target] = {}
    at = 0
    for one in prose_to_candidates(document, areas, times, each):
        # Goals come as they stand in the text: each is looked for from where the one before was found.
        quote = one.stated.quote
        if is_goal(one.told, setting) and (found := source.find(quote, at) or source.find(quote)):
            at = found.start
            target = _target(one.stated, scope, document)
            if (one.stated.time.last or since) >= since:
                targets.setdefault(target.id, target)
    return [_in_plan(target, times.plan) for target in _without_repeats([*targets.values()])]


def _first_year(document: Document) -> int:
    """The first year that goals may be set for: the document's own, or that in which its plan begins."""
    own, plan = own_year(document) or 0, planned_period(document)
    return min(own, plan[0]) if plan else own


def _in_plan(target: Target, plan: Time) -> Target:
    """A goal of no time of its own, which is one of the time that the document plans for."""
    return target if target.year or target.period else target.model_copy(update={"period": plan.period})


def _without_repeats(targets: list[Target]) -> list[Target]:
    """The targets without those of no time that another states with its time (打造5ms圈 once more among the tasks)."""
    dated = {(one.indicator, one.quantity, one.scope) for one in targets if one.year or one.period}
    return [one for one in targets if one.year or one.period or (one.indicator, one.quantity, one.scope) not in dated]


def default_scope(document: Document) -> str | None:
    """The word for the whole area that a document of this level uses (全市), or its region where it uses none."""
    texts = "".join(block.text for block in document.blocks if isinstance(block, Paragraph))
    counted = Counter(_WHOLE.findall(texts))
    fitting = _WHOLE_OF.get(document.metadata.level or "", " ".join(counted)).split()
    used = [word for word in fitting if counted[word]]
    return max(used, key=lambda word: counted[word]) if used else document.metadata.region


def _target(stated: Stated, scope: str | None, document: Document) -> Target:
    reading, quantity = stated.reading, stated.reading.quantity
    scope = reading.scope or scope
    words = (reading.indicator, quantity.value, quantity.unit, quantity.bound, stated.time, scope)
    return stated_to_target(stated, content_id("goal", document.id, *words), scope)

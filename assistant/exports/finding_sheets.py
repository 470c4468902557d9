"""Findings and deadline lists as sheets."""

from assistant.deadlines import DeadlineEntry, DeadlineState
from assistant.exports.sheet import Column, Sheet, documents_line
from assistant.findings import FindingView, Topic
from assistant.marked import called
from corpus.facts import Library

TOPICS = {
    Topic.INSIDE: "文件内部不一致",
    Topic.BELOW_BASELINE: "目标低于基期",
    Topic.WORDING: "用词相关而不相同",
    Topic.DIFFERENCE: "各地差异",
    Topic.GAP: "有的文件没有",
}
STATES = {
    DeadlineState.OVERDUE: "期限已过",
    DeadlineState.DUE: "期限内到期",
    DeadlineState.LATER: "以后到期",
    DeadlineState.ONGOING: "持续推进",
    DeadlineState.PERIOD: "按期间推进",
    DeadlineState.UNKNOWN: "时限未能识别",
    DeadlineState.UNSTATED: "未写明时限",
}
_FINDING_COLUMNS = (
    Column("类别", 14),
    Column("文件", 16),
    Column("内容", 60),
    Column("引文", 60),
    Column("出处", 40),
)
_DEADLINE_COLUMNS = (
    Column("时限", 12),
    Column("最后一天", 12, kind="day"),
    Column("原文时限", 14),
    Column("文件", 10),
    Column("序号", 6, kind="number"),
    Column("任务", 18),
    Column("具体举措", 46),
    Column("牵头单位", 18),
    Column("责任单位", 24),
    Column("出处", 26),
)


def findings_to_sheet(found: list[FindingView], library: Library) -> Sheet:
    """One row per finding, its quotes and their places below one another."""
    rows = tuple(
        (
            TOPICS[finding.topic],
            "、".join(called(library, document_id) for document_id in finding.documents),
            finding.message,
            "\n".join(evidence.quote for evidence in finding.evidence),
            "\n".join(evidence.place for evidence in finding.evidence),
        )
        for finding in found
    )
    concerned = {document_id for finding in found for document_id in finding.documents}
    notes = (f"共{len(rows)}条。", "由文件所载事实比对得出，供核对，不是对文件的评价。")
    return Sheet("发现", "文件比对发现", documents_line(library, concerned), _FINDING_COLUMNS, rows, notes=notes)


def deadlines_to_sheet(entries: list[DeadlineEntry], library: Library, title: str) -> Sheet:
    """One row per task, in the given order."""
    rows = tuple(_deadline_row(entry, library) for entry in entries)
    subtitle = documents_line(library, {entry.document_id for entry in entries})
    notes = (f"共{len(rows)}项任务。", "任务是否已完成，文件没有记载。")
    return Sheet("时限", title, subtitle, _DEADLINE_COLUMNS, rows, notes=notes)


def _deadline_row(entry: DeadlineEntry, library: Library) -> tuple[str, ...]:
    document = library.document(entry.document_id)
    deadline = entry.deadline
    return (
        STATES[entry.state],
        str(deadline.date) if deadline and deadline.date else "",
        _printed(entry),
        called(library, entry.document_id),
        entry.number or "正文",
        entry.task,
        entry.measure,
        "、".join(entry.lead_units),
        "、".join(entry.responsible_units),
        entry.place.removeprefix(document.name).strip(),
    )


def _printed(entry: DeadlineEntry) -> str:
    """The deadline as printed, and as it was in the version before where it moved."""
    printed = entry.deadline.raw if entry.deadline and entry.deadline.raw else "未写明"
    return f"{printed}（原为{entry.moved_from}）" if entry.moved_from else printed

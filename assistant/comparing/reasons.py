"""Why indicators were brought together, and what speaks against it: sentences for the reader of a comparison."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from assistant.comparing.groups import Group, Member
from assistant.comparing.wording import normal_form
from assistant.labels import document_label
from corpus.facts import Definition, Library

__all__ = ["group_doubts", "group_reason"]


def group_reason(library: Library, group: Group, documents: Collection[str]) -> str:
    """One sentence: the words of each of the documents, and what makes them one indicator."""
    members = [member for member in group.members if member.document_id in documents]
    if not members:
        return f"所选文件均未提出“{group.name}”。"
    wordings = "；".join(_wordings(library, members))
    senses = {member.sense for member in members}
    if len({member.document_id for member in members}) == 1:
        return f"仅{wordings}。"
    if len(senses) > 1:
        return f"同属“{group.name}”，用词和口径不尽相同：{wordings}。"
    if len({member.indicator for member in members}) == 1:
        names = "、".join(document_label(library, found) for found in sorted({m.document_id for m in members}))
        return f"用词相同，均为“{members[0].indicator}”：{names}。"
    return f"去掉“新增、累计、打造”等动作词和通用修饰后同为“{min(senses)}”：{wordings}。"


def group_doubts(library: Library, group: Group, documents: Collection[str]) -> tuple[str, ...]:
    """What a reader must know before comparing: related senses, and definitions that only some documents give."""
    members = [member for member in group.members if member.document_id in documents]
    related = [f"{group.doubt}。"] if group.doubt and len({member.sense for member in members}) > 1 else []
    return (*related, *dict.fromkeys(_definition_notes(library, members)))


def _wordings(library: Library, members: Iterable[Member]) -> list[str]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for member in members:
        names[member.document_id].add(member.indicator)
    return [
        document_label(library, document_id) + "".join(f"“{name}”" for name in sorted(names[document_id]))
        for document_id in sorted(names)
    ]


def _definition_notes(library: Library, members: Sequence[Member]) -> Iterable[str]:
    for document_id in sorted({member.document_id for member in members}):
        forms = {member.form for member in members if member.document_id == document_id}
        for definition in sorted(library.facts[document_id].definitions, key=lambda found: found.place.line):
            if _defines(definition, forms):
                yield f"{document_label(library, document_id)}注明：{_meaning(definition)}"


def _defines(definition: Definition, forms: Collection[str]) -> bool:
    """Whether it defines what is measured, or a thing in it (楼宇 in 楼宇入驻率); a named set defines only itself."""
    term = normal_form(definition.term)
    return term in forms or (not definition.members and any(term in form for form in forms))


def _meaning(definition: Definition) -> str:
    return f"“{definition.term}”指{definition.meaning.removeprefix('是').removeprefix('指').rstrip('。；')}。"

"""Changes of what head and foot of two documents say."""

from collections.abc import Mapping
from datetime import date

from assistant.differing.change import Change, Field, Kind, Side, Subject
from assistant.differing.notes import fact_note
from assistant.differing.words import plain
from corpus.document import Document, Reference
from corpus.folding.dates import day_to_text

_NAMES: Mapping[str, str] = {
    "title": "标题",
    "doc_number": "文号",
    "issuer": "发文机关",
    "written_on": "成文日期",
    "printed_on": "印发日期",
    "period": "期限",
    "attachments": "附件",
    "interpreter": "解释单位",
    "copied_to": "抄送",
    "effective_on": "施行日期",
    "valid_for": "有效期",
    "expires_on": "有效期至",
    "based_on": "制定依据",
    "repeals": "废止的文件",
    "revises": "修订的文件",
    "extends_to": "有效期延长至",
}


def metadata_changes(old: Document, new: Document) -> list[Change]:
    """The fields that were added, removed or changed."""
    found = []
    for key, name in _NAMES.items():
        before, after = _value(old, key), _value(new, key)
        if plain(before) != plain(after):
            found.append(_change(key, name, (before, old), (after, new)))
    return found


def _value(document: Document, key: str) -> str:
    """A field as words; empty where it was not read from the text."""
    metadata = document.metadata
    value = getattr(metadata, key)
    if not value or key not in metadata.quotes:
        return ""
    if key == "period":
        return f"{value[0]}—{value[1]}年"
    each = value if isinstance(value, tuple) else (value,)
    return "；".join(_words(one) for one in each)


def _words(value: object) -> str:
    if isinstance(value, date):
        return day_to_text(value)
    return value.name if isinstance(value, Reference) else str(value)


def _change(key: str, name: str, old: tuple[str, Document], new: tuple[str, Document]) -> Change:
    fields = (Field(key=key, name=name, old=old[0] or None, new=new[0] or None),)
    kind = Kind.CHANGED if old[0] and new[0] else Kind.ADDED if new[0] else Kind.REMOVED
    return Change(
        subject=Subject.METADATA,
        kind=kind,
        title=name,
        fields=fields,
        note=fact_note(Kind.CHANGED, Subject.METADATA, fields),
        old=_sides(key, *old),
        new=_sides(key, *new),
    )


def _sides(key: str, value: str, document: Document) -> tuple[Side, ...]:
    place = document.metadata.places.get(key)
    if not value or place is None:
        return ()
    return (Side.of(value, document.metadata.quotes[key], place),)

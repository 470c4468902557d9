"""Which documents there are, and which of them speak of something: told by its very words, over the whole text."""

from collections.abc import Sequence

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.document_rows import field_evidence, row_label, rows_in_scope
from assistant.facts.held import documents_with_heads
from assistant.facts.mentions import Mention, best_mention, clause_with, either_of
from assistant.facts.rows import Row, unheard_mass
from assistant.labels import document_label, title_label
from assistant.reading.ask import Ask
from assistant.reading.words import terms_of
from corpus.document import Document
from corpus.facts import Library
from indexing.index import Index

_ASKED = frozenset({"documents", "mentions"})
"""Who asks for neither is not told that nobody speaks of something."""
_HELD = 0.55
"""A document that holds less of the words in one piece does not speak of the thing."""
_SAME = 0.8
"""Nor does one that holds less than this share of what the best holds, or not the word of it that tells most."""
_ROOM = 240
"""Characters of all that is said, as far as clauses can be that short."""
_LONG = 40
"""Longer names are not listed before the lines that begin with them."""
_Mentions = list[tuple[Row, Mention]]
_NAMED = 6
"""More documents that do not speak of it are not named one by one."""


def answer_holdings(ask: Ask, index: Index) -> list[Candidate]:
    """Which documents speak of what the words say; and the list of all documents in scope."""
    rows = rows_in_scope(ask, index.library)
    if not rows or ask.where.heads:
        return documents_with_heads(ask, rows, index)
    speaks = bool(ask.where.quoted or terms_of(ask.where.words, index.library).items)
    speaking = _speaking(ask, rows, index) if speaks else None
    unasked = speaking is not None and isinstance(speaking.outcome, NoAnswer) and not _ASKED & ask.heard
    return [*([speaking] if speaking and not unasked else []), _listed(ask, rows, index)]


def _listed(ask: Ask, rows: Sequence[Row], index: Index) -> Candidate:
    library = index.library
    places = list(dict.fromkeys(document_label(library, row.document) for row in rows))
    about = "" if any(one.startswith("《") for one in places) else f"，关于{'、'.join(places)}"
    count = f"收录了{len(rows)}份文件" if len(rows) > 1 else "收录了一份文件"
    lines = [_named(library.document(row.document)) for row in rows]
    draft = Draft(AnswerKind.LIST, (Statement(f"{count}{about}：", ()), *lines))
    return Candidate(ask, draft, _features(ask, 0.0, index, listed=1.0), tuple(row.name for row in rows))


def _named(document: Document) -> Statement:
    evidence = (*field_evidence(document, "title"), *field_evidence(document, "doc_number"))
    return Statement(f"{document.name}。", evidence)


def _speaking(ask: Ask, rows: Sequence[Row], index: Index) -> Candidate:
    """Who speaks of it and in what words, and who does not."""
    library = index.library
    asked = [ask.about(words=one) for one in either_of(ask.where.words)]
    found = [_found(one, rows, library) for one in asked]
    told = _of_best(rows, [told for told, _ in found])
    spoken = {row.document for row, _ in told}
    near = [one for one in _of_best(rows, [near for _, near in found]) if spoken and one[0].document not in spoken]
    spoken |= {row.document for row, _ in near}
    silent = [row for row in rows if row.document not in spoken]
    most = max((mention.share for _, mention in told), default=0.0)
    features = _features(ask, most, index, mentions=len(told) / len(rows))
    if not told:
        return Candidate(ask, _nowhere(ask, rows, library), features)
    head = _head([row for row, _ in told], silent, rows, ask, library)
    names = {row.document: _called(row, rows, ask, library) for row, _ in (*told, *near)}
    room = (_ROOM - sum(map(len, names.values())) - len(head.text)) // len([*told, *near])
    lines = [
        _line(names[row.document], clause_with(one.evidence.quote, ask, library, room), one, (row, one) in near)
        for row, one in (*told, *near)
    ]
    kind = AnswerKind.COMPARISON if len(rows) > 1 else AnswerKind.YES_NO
    return Candidate(ask, Draft(kind, (head, *lines)), features, tuple(row.name for row, _ in told))


def _found(ask: Ask, rows: Sequence[Row], library: Library) -> tuple[_Mentions, _Mentions]:
    """Of the documents those that speak of it, and those that say something like it."""
    found = [(row, one) for row in rows if (one := best_mention(row.document, ask, library))]
    most = max((one.share for _, one in found), default=0.0)
    telling = _telling([one for _, one in found], ask, library)
    told = [(row, one) for row, one in found if one.share >= max(_HELD, most * _SAME) and telling <= one.held]
    return told, [(row, one) for row, one in found if one.share >= _HELD and (row, one) not in told]


def _of_best(rows: Sequence[Row], found: Sequence[_Mentions]) -> _Mentions:
    """Each of the documents once, with its best mention."""
    each = [(row, [one for own in found for other, one in own if other is row]) for row in rows]
    return [(row, max(own, key=lambda one: one.share)) for row, own in each if own]


def _telling(found: Sequence[Mention], ask: Ask, library: Library) -> frozenset[int]:
    """The word that tells most of those that the best mention holds; none for quoted words, which count as a whole."""
    best = max(found, key=lambda one: one.share, default=None)
    if best is None or ask.where.quoted:
        return frozenset()
    weights = terms_of(ask.where.words, library).weights
    return frozenset(sorted(best.held, key=lambda at: -weights[at])[:1])


def _head(told: Sequence[Row], silent: Sequence[Row], rows: Sequence[Row], ask: Ask, library: Library) -> Statement:
    """How many speak of it, and which; those that do not by name, first where they are asked for."""
    if len(rows) == 1:
        return Statement("提到了。" if ask.claim else "文中提到：", ())
    names = "、".join(row_label(row, rows, library) for row in told)
    if not silent:
        return Statement(f"{len(told)}份文件都提到了：{names}。", (), frozenset({len(told)}))
    listed = f"：{names}" if len(names) <= _LONG else ""  # the lines below name them too
    count = f"提到的有{len(told)}份{listed}" if len(told) > 1 else f"只有{names}提到"
    others = "、".join(row_label(row, rows, library) for row in silent)
    short = len(silent) <= _NAMED and len(others) <= _LONG
    parts = [count, f"未提及的：{others}" if short else "其余文件均未提及"]
    text = "；".join(parts[::-1] if ask.where.lacks or "none" in ask.heard else parts)
    return Statement(f"{text}。", (), frozenset({len(told)}))


def _line(name: str, clause: str, mention: Mention, near: bool) -> Statement:
    label = f"{name}：" if name else ""
    return Statement(f"{label}{'相近的有：' if near else ''}{clause}。", (mention.evidence,))


def _called(row: Row, rows: Sequence[Row], ask: Ask, library: Library) -> str:
    """What a document is called among several: by its place, and also by its title where it is documents that were
    asked for.
    """
    title, label = title_label(library.document(row.document)), row_label(row, rows, library)
    if len(rows) == 1 or "which_document" not in ask.heard:
        return label if len(rows) > 1 else ""
    return title if label.strip("《》") in title else f"{label}{title}"


def _nowhere(ask: Ask, rows: Sequence[Row], library: Library) -> NoAnswer:
    named = len(rows) <= _NAMED // 2
    names = "、".join(row_label(row, rows, library) for row in rows) if named else f"所问的{len(rows)}份"
    words = "、".join(f"“{one}”" for one in ask.where.quoted) or "这一点"
    return NoAnswer(RefusalReason.NOT_IN_CORPUS, f"{names}{'的文件' if named else '文件都'}没有提到{words}。")


def _features(ask: Ask, share: float, index: Index, **own: float) -> dict[str, float]:
    return {
        "match": share,
        "own": share,
        "margin": 0.0,
        "meaning": 0.0,
        "agree": float(bool(_ASKED & ask.heard)),
        "filled": 1.0,
        "unheard": unheard_mass(ask, share, index),
        "named": float(ask.where.named),
        **own,
    }

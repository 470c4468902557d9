"""Turns of a conversation: all ways in which a question may go on from the one before. Builds all, chooses none.

What is carried are stretches and spans of the questions before: nothing is worded anew and read again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.reading.ask import Ask, Fold, Subject
from assistant.reading.carried import Last, last_of
from assistant.reading.grammar import asks_of
from assistant.reading.indicating import of_its_own
from assistant.reading.leaning import Leaning
from assistant.reading.placing import as_word, is_alike, is_at_home
from assistant.reading.pointing import is_of_area, is_pair, of_item, of_roles, of_row, pointed
from assistant.reading.reading import Reading
from assistant.reading.senses import COURTESY
from assistant.reading.slots import whole_spans
from assistant.reading.spans import Kind
from assistant.reading.stepping import near_years, stepped
from assistant.reading.turn import Turn
from assistant.reading.weaving import within, woven
from assistant.versions import namesakes_of_year
from corpus.facts import Library
from corpus.folding.years import Years

_ACROSS = frozenset(
    {"total", "average", "difference", "ratio", "share", "most", "least", "nth", "order", "each", "which", "compare"}
    | {"average_year", "both", "group"}
)
"""Senses that look at several places or years at once, so that those named before may be meant or not."""
_FOLDING = _ACROSS - {"each", "which", "compare", "average_year", "both", "group"}
"""Those of them that say what is to be made of the values."""
_EACH = frozenset("各每所全")
"""How the words for all places begin (各地, 每个城市, 所有文件), not those for several (两家)."""
_APART = frozenset({"", "scope"})
"""How a turn follows that takes up no words of the one before."""
_OF_DOCUMENTS = frozenset(
    {"doc_number", "issuer", "written_on", "attachments", "interpreter", "period", "summary", "outline"}
)
"""Senses that ask of a document itself."""
_WHERE = (Kind.AREA, Kind.YEAR)
_FIGURES = frozenset({Subject.TARGETS, Subject.RECORDS, Subject.METADATA})
_OF_YEARS = frozenset({Subject.TARGETS, Subject.RECORDS})
_OF_ORDINALS = frozenset({Subject.TASKS, Subject.RECORDS, Subject.OUTLINE})


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to go on. A `close` one changes no more than a word of what was asked; one of `figures` differs from
    another only in its places and years, which matters to values and rows alone. One of a `pair` is about the places
    and years of the last two turns. One that is `alike` makes of the same kind of facts what was made of them before.
    """

    follows: str
    reading: Reading
    close: bool = False
    figures: bool = False
    pair: bool = False
    alike: bool = False


def followed(reading: Reading, history: Sequence[Turn], library: Library) -> list[Ask]:
    """The Asks that a question may mean behind the turns before it, each once and marked with how it follows.

    What is said in full takes nothing along, and a courtesy that asks nothing.
    """
    last = last_of(history, library)
    if last is None or (COURTESY & reading.heard and reading.heard <= COURTESY | {"filler"}):
        return asks_of(reading, library)
    return list(dict.fromkeys(_followed(reading, last, library)))


def _followed(reading: Reading, last: Last, library: Library) -> list[Ask]:
    """The same, with the places named as documents and as words of those talked about; only as words where the last
    turns spoke of such places.
    """
    word = as_word(reading, last, library)
    as_words = [replace(ask, follows=ask.follows or "scope") for ask in _gone_on(word, last, library)] if word else []
    return as_words if word and is_alike(word, last, library) else [*_gone_on(reading, last, library), *as_words]


def _gone_on(reading: Reading, last: Last, library: Library) -> list[Ask]:
    now = Leaning(reading, library)
    last = of_its_own(now, last)
    if _is_whole(now, last):
        return asks_of(reading, library)
    if told := of_roles(now, last, library):
        return told
    found = dict.fromkeys([*of_row(now, last, library), *pointed(now, last, library)])
    for way in _ways(now, last):
        for ask in asks_of(way.reading, library):
            if marked := _marked(ask, way, now, last):
                found.setdefault(marked)
    return of_item(now, last, found)


def _is_whole(now: Leaning, last: Last) -> bool:
    """Whether a question names its own subject and other documents, and asks."""
    return now.asks and now.has_subject and not now.points and last.is_left_by(now.reading)


def _ways(now: Leaning, last: Last) -> Iterator[_Way]:
    here = _here(now, last)
    if is_pair(now, last):
        yield from _joined(last, here)
        return
    alone = _stands_alone(now)
    if alone or (now.has_words and now.asks and not now.points and not is_at_home(now, last)):
        yield _Way("", now.reading)
    if (alone or now.has_words) and here is not now.reading and not is_of_area(now, last):
        yield _Way("scope", here)
    if alone or (now.names_item and now.asks and last.turn.ask.subject is Subject.TASKS):
        return
    yield from _leaning(now, last, here)


def _leaning(now: Leaning, last: Last, here: Reading) -> Iterator[_Way]:
    """The ways that take something along from the last turn."""
    gone = now.slots | ({Kind.AREA, Kind.UNIT} if last.is_left_by(now.reading) else set())
    if now.asks or now.labels:
        yield from _asked_anew(now, last, here, gone)
    if not now.asks:
        yield from _exchanged(now, last, here, gone)
    if _ACROSS & now.reading.heard:
        yield from _across(now, last, here)
    if last.before and _refills(now, last, last.before):
        yield from _leaning(now, replace(last.before, before=None), here)


def _refills(now: Leaning, last: Last, before: Last) -> bool:
    """Whether a question fills slots that the last turn left alone and the one before it filled."""
    return bool(now.slots) and now.slots <= before.slots - last.slots and before.scope == last.scope


def _stands_alone(now: Leaning) -> bool:
    """Whether a question says all that it is about in its names: a unit whose tasks are asked for, or a document whose
    head is (苏州的文号是什么, 区国资委牵头哪些任务), or that it is about all places (各地2025年入驻率).
    """
    heard = now.reading.heard
    of_all = any(now.reading.text[one.start] in _EACH for one in now.reading.senses("each_place")) and now.has_subject
    of_unit = Kind.UNIT in now.slots and "tasks" in heard
    of_document = now.reading.told and bool(_OF_DOCUMENTS & heard)
    of_one = now.asks and not _ACROSS & heard - {"which", "each"} and (of_unit or of_document)
    return not now.points and (of_one or of_all)


def _here(now: Leaning, last: Last) -> Reading:
    """The question over the documents that are talked about."""
    if now.reading.told:
        return now.reading
    years = {years.last for span in now.reading.of(Kind.YEAR) if isinstance(years := span.value, Years)}
    others = namesakes_of_year(last.scope, years, now.library)
    scope = [one for one in others or last.scope if one in now.reading.documents]
    return within(now.reading, scope) if scope else now.reading


def _asked_anew(now: Leaning, last: Last, here: Reading, gone: frozenset[Kind]) -> Iterator[_Way]:
    """Another question about the same subject, or about another one in the same place and year."""
    kinds = [kind for kind in _WHERE if kind in last.slots - gone]
    if now.has_words and kinds:
        yield _Way("slots", woven(last.where(*kinds), here), figures=True)
    yield _Way("words", woven(last.subject(*gone), here))
    if gone.isdisjoint(_WHERE) and last.slots & set(_WHERE) and not now.points:
        yield _Way("words", woven(last.subject(*gone, *_WHERE), here))


def _exchanged(now: Leaning, last: Last, here: Reading, gone: frozenset[Kind]) -> Iterator[_Way]:
    """The same question with other slots or other words."""
    yield _Way("slots", woven(last.without(*gone), here), alike=now.has_subject)
    if now.has_words:
        yield from (_Way("slots", woven(rest, here), close=True) for rest in last.fewer(gone, now.library))


def _across(now: Leaning, last: Last, here: Reading) -> Iterator[_Way]:
    """The same subject over all places or all years, over those named before as well, or over those of two turns."""
    for kind in last.slots.intersection(_WHERE[now.points :]):
        yield _Way("words", woven(last.subject(*now.slots, kind), here), figures=True)
    both = woven(last.subject(), here)
    if not _asks_of_whole(now):
        yield _Way("words", both, figures=True)
    if last.is_left_by(now.reading):
        yield _Way("words", _over(both, now.reading.documents, last.scope))
    if last.before and last.turn.ask.follows in _APART:
        yield _Way("words", woven(last.before.subject(*now.slots), here), figures=True)
    if last.before and not now.points:
        yield from _joined(last, here, *now.slots & {Kind.YEAR})


def _asks_of_whole(now: Leaning) -> bool:
    """Whether a question is about the whole area alone (全市一共多少), not about those named before."""
    return bool(whole_spans(now.reading)) and not now.points and not {"difference", "ratio"} & now.reading.heard


def _joined(last: Last, here: Reading, *gone: Kind) -> Iterator[_Way]:
    """The same subject over the places and years of the last two turns, but for those of a kind that is named."""
    kinds = [kind for kind in (*_WHERE, Kind.PLACE) if kind not in gone]
    if last.before and kinds:
        joined = woven(last.before.where(*kinds), woven(last.subject(*gone), here))
        scopes = last.before.scope, here.documents if here.named else ()
        figures = set(last.before.scope) <= set(last.scope)
        yield _Way("words", _over(joined, *scopes), figures=figures, pair=True)


def _over(reading: Reading, *scopes: tuple[str, ...]) -> Reading:
    documents = dict.fromkeys(one for scope in scopes for one in scope)
    return within(reading, tuple(documents)) if documents else reading


def _is_figure(ask: Ask, now: Leaning) -> bool:
    """Whether an Ask is for values or rows, and makes of them what was asked."""
    return ask.subject in _FIGURES and not (ask.fold is Fold.SHOW and _FOLDING & now.reading.heard)


def _wants_alike(ask: Ask, before: Ask) -> bool:
    """Whether an Ask wants what was wanted before; which columns of a row are meant, only its answer tells."""
    return ask.want == before.want or (ask.subject is Subject.RECORDS and not ask.want)


def _marked(ask: Ask, way: _Way, now: Leaning, last: Last) -> Ask | None:
    """An Ask with how it follows; None where a mere exchange of a word would ask something else than before."""
    before = last.turn.ask
    alike = (ask.subject, ask.fold) == (before.subject, before.fold) and _wants_alike(ask, before)
    same = alike or not last.turn.chosen
    folds = ask.subject is before.subject and ask.fold is not before.fold
    unlike = last.turn.chosen and (folds or (before.subject is Subject.TARGETS and ask.subject is Subject.PROSE))
    if (way.close and not same) or (way.alike and unlike) or (way.figures and not _is_figure(ask, now)):
        return None
    if ask.subject is Subject.RECORDS and ask.fold is not Fold.SHOW and way.follows and len(ask.where.documents) > 1:
        return None
    changes = stepped(now.reading, before, last.years) if way.follows not in {"", "scope"} else {}
    if way.pair and ask.subject is Subject.TARGETS:
        changes = last.put_together(ask, now.slots)
    if "ordinals" in changes and ask.subject not in _OF_ORDINALS:
        changes = {}
    if "years" in changes and ask.subject is not Subject.TARGETS and not way.pair:
        return None
    near = near_years(now.reading, ask.where.documents, last.years, now.library) if way.follows != "scope" else ()
    if near and ask.subject in _OF_YEARS and not ask.where.years:
        changes = {**changes, "years": near}
    follows = "words" if way.follows == "slots" and not (same or now.asks) else way.follows
    return replace(ask.about(**changes), follows=follows)

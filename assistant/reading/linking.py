"""From the names in a question to the documents it is about. Knows no operations and no numbers."""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assistant.reading.callings import Calling, callings, dated_callings, numbered_documents, side_by_side
from assistant.reading.divisions import names_a_school
from assistant.reading.names import Mention, NameKind
from assistant.reading.normalising import blanked, name_to_key, stretches, to_key
from assistant.reading.senses import hears
from assistant.reading.spelling import Speller
from assistant.reading.unknown_places import divisions_in, speaking_of_places, unknown_places, unknown_townships
from assistant.reading.vocabulary import NEIGHBOURS, Vocabulary
from assistant.reading.words import official_words
from assistant.versions import versions_meant
from corpus.folding.numerals import numeral_to_int
from corpus.quoting import bigrams

_OWN_WORDS = 4
_TELLING_PAIRS = 2
_TITLE = re.compile(r"《([^》]{4,60})》")
_COUNTED = re.compile(r"([两二三四五六七八九十]|\d{1,2})[个份篇](?=[^\W\d]{0,2}(?:文件|方案|意见|规划|计划|报告|办法))")
_KIND_BEHIND = re.compile(
    r"的?(?:若干|指导|实施|行动|工作)*(?:意见|细则|办法|方案|规划|纲要|计划|措施|规定|条例|决定|报告|通知|通告|公告|批复|复函|政策)$"
)
_DIGITS = re.compile(r"\d+年?")
_QUOTED = re.compile(r"[“\"]([^“”\"]{4,30})[”\"]")


@dataclass(frozen=True, slots=True)
class Link:
    """A question with its names put right, and what they stand for."""

    text: str
    mentions: tuple[Mention, ...]
    masked: str
    """`text` with document titles, 文号 and places of documents blanked out, as long as `text`."""
    documents: tuple[str, ...]
    """In manifest order; empty where none is named."""
    unknown_regions: tuple[str, ...]
    unknown_documents: tuple[str, ...]


def link(text: str, vocabulary: Vocabulary, speller: Speller, chosen: Sequence[str] = ()) -> Link:
    """The names of a normalised question. `chosen` documents narrow the choice; raises UnknownDocument."""
    for document_id in chosen:
        vocabulary.library.document(document_id)
    mended = _with_form_of(text, speller.mended(to_key(text)))
    key = to_key(mended)
    numbered, unknown_numbers, number_spans = numbered_documents(key, vocabulary)
    plain = blanked(key, number_spans)
    mentions = tuple(one for one in vocabulary.names.mentions(plain) if not _is_of_school(plain, one, vocabulary))
    spans = stretches(m for m in mentions if any(name.kind in _OF_DOCUMENTS for name in m.names))
    unnamed_key, titles = blanked(key, spans), _titles(vocabulary)
    called, abreast = callings(unnamed_key, titles), side_by_side(unnamed_key, titles)
    called += abreast if _alone(one.holders for one in called) <= _alone(one.holders for one in abreast) else []
    entitled = numbered | _entitled(key, called, vocabulary)
    told = numbered | _meant(key, entitled if numbered else entitled | _named(mentions), called, vocabulary)
    told = versions_meant(key, told, set() if entitled else _named(mentions), vocabulary.library)
    told = told or _dated(key, vocabulary)
    told = told or (set() if chosen or _asks_which(key) or hears(key, "each_place") else _quoted(key, vocabulary))
    told = told or _implied(mentions)
    unnamed = divisions_in(plain, mentions)
    told |= speaking_of_places([plain[start:end] for start, end in unnamed], told, vocabulary)
    named = _ordered(told, vocabulary)
    documents = tuple(one for one in named if one in chosen) or named if chosen else named
    places = unknown_places(plain, unnamed, mentions, vocabulary, documents or tuple(chosen))
    places += unknown_townships(blanked(plain, stretches(mentions)), vocabulary)
    spans = stretches(m for m in mentions if _calls(m, documents)) if numbered else spans
    spans += stretches(one for one in called if one.holders & set(documents))
    spans += [span for m in mentions if (span := _place_in(key, m, vocabulary))]
    return Link(mended, mentions, blanked(mended, [*spans, *number_spans]), documents, tuple(places), unknown_numbers)


_OF_DOCUMENTS = (NameKind.DOCUMENT, NameKind.PARENT)


def _is_of_school(key: str, mention: Mention, vocabulary: Vocabulary) -> bool:
    """Whether a place that calls documents begins the name of a school that none of them speaks of."""
    if not names_a_school(key, mention.end) or any(one.kind not in _OF_DOCUMENTS for one in mention.names):
        return False
    holders = vocabulary.holders(key[mention.start : mention.end + NEIGHBOURS])
    return not any(one.document in holders for one in mention.names)


def _calls(mention: Mention, documents: Sequence[str]) -> bool:
    """Whether a mention is one of what these documents are called by."""
    return any(name.kind in _OF_DOCUMENTS and name.document in documents for name in mention.names)


def _named(mentions: Sequence[Mention]) -> set[str]:
    """Documents by their own names and by places that only one of them knows."""
    names = [name for mention in mentions for name in mention.names]
    own = {name.document for name in names if name.kind is NameKind.DOCUMENT}
    return own | _told(mentions, NameKind.AREA, NameKind.PLACE)


def _place_in(key: str, mention: Mention, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Where the place of its document stands in front of a unit's own name (青浦 in 青浦区商务委)."""
    documents = {name.document for name in mention.names if name.kind is NameKind.UNIT}
    regions = {to_key(region) for one in documents for region in vocabulary.regions(one)[:1]}
    return next(((mention.start, mention.start + len(one)) for one in regions if _heads(key, mention, one)), None)


def _heads(key: str, mention: Mention, region: str) -> bool:
    return key.startswith(region, mention.start) and len(region) + 1 < mention.end - mention.start


def _dated(key: str, vocabulary: Vocabulary) -> set[str]:
    """Where nothing names a document: those that are called by their year and kind."""
    return {one for calling in dated_callings(key) for one in calling.holders(vocabulary.library)}


def _implied(mentions: Sequence[Mention]) -> set[str]:
    """Where nothing names a document: by units that only one knows; failing these by what lies around it, where that
    stands like a name at the beginning of the question.
    """
    around = {name.document for m in mentions if m.start == 0 for name in m.names if name.kind is NameKind.PARENT}
    return _told(mentions, NameKind.UNIT) or around


def _quoted(key: str, vocabulary: Vocabulary) -> set[str]:
    """Where nothing else tells: the one document that alone holds what the question puts in quotation marks."""
    holders = [vocabulary.holders(name_to_key(words)) for words in _QUOTED.findall(key)]
    return set(holders[0]) if holders and len(holders[0]) == 1 and len(set(holders)) == 1 else set()


def _meant(key: str, documents: set[str], called: Sequence[Calling], vocabulary: Vocabulary) -> set[str]:
    """Of several documents of one place (and of those of no place) the ones that are called by their kind or whose own
    words stand in the question.
    """
    places: dict[str, set[str]] = {}
    for one in documents:
        names = [form for form in vocabulary.called(one) if name_to_key(form) in key]
        places.setdefault("".join((names or vocabulary.regions(one))[:1]), set()).add(one)
    return {one for same in places.values() for one in _by_title(key, same, called, vocabulary)}


def _by_title(key: str, documents: set[str], called: Sequence[Calling], vocabulary: Vocabulary) -> set[str]:
    """Those that share most pairs of characters of their title with the question, those of other titles and of years
    aside, and those that alone are called; where the question says too little to tell them apart those of the place
    that it names, or else all.
    """
    every = _titles(vocabulary)
    titles = {one: bigrams(_DIGITS.sub(" ", every[one])) for one in documents}
    asked = bigrams(" ".join((key, *official_words(key))))
    shared = {
        one: len(asked & pairs.difference(*(titles[other] for other in documents - {one})))
        for one, pairs in titles.items()
    }
    most = max(shared.values(), default=0)
    counted, some = _COUNTED.search(key), {one for one in documents if shared[one]}
    if counted and numeral_to_int(counted[1]) == len(some):
        return some
    sharing = {one for one in documents if shared[one] * 2 >= most} if most >= _TELLING_PAIRS else set()
    of_it = {one for one in documents if any(name_to_key(form) in key for form in vocabulary.regions(one))}
    return sharing | _alone([one.holders & documents for one in called]) or of_it or documents


def _alone(holders: Iterable[AbstractSet[str]]) -> set[str]:
    """The documents that are the only one called by something."""
    return {next(iter(one)) for one in holders if len(one) == 1}


def _told(mentions: Iterable[Mention], *kinds: NameKind) -> set[str]:
    """The documents that places or units of the question give away."""
    told: set[str] = set()
    for mention in mentions:
        documents = {name.document for name in mention.names if name.telling and name.kind in kinds}
        told |= documents if len({name.document for name in mention.names}) == 1 else set()
    return told


def _titles(vocabulary: Vocabulary) -> dict[str, str]:
    """By document, the key of its title."""
    return {document.id: name_to_key(document.metadata.title) for document in vocabulary.library.documents.values()}


def _entitled(key: str, called: Sequence[Calling], vocabulary: Vocabulary) -> set[str]:
    """Documents named by a title in 《》 that contains theirs or is contained in it; those that are called by no place
    also by words of their title that no other title has.
    """
    titles = _titles(vocabulary)
    quoted = _TITLE.findall(key)
    placeless = set() if _asks_which(key) else {one for one in titles if not vocabulary.regions(one)}
    named = {one for one, title in titles.items() if any(part in title or title in part for part in quoted)}
    named |= {one for one in placeless if _shares_own_words(key, one, titles)}
    return named | _alone(one.holders for one in called)


def _asks_which(key: str) -> bool:
    """Whether a question asks which documents say something: what it speaks of then calls none of them."""
    return hears(key, "which_document")


def _shares_own_words(key: str, document_id: str, titles: Mapping[str, str]) -> bool:
    """Whether some words of a question stand in this title and in no other, its kind aside (发展的意见)."""
    title = _KIND_BEHIND.sub("", titles[document_id])
    shared = {key[at : at + _OWN_WORDS] for at in range(len(key) - _OWN_WORDS + 1)}
    others = [other for one, other in titles.items() if one != document_id]
    told = (part for part in shared if part in title and not any(map(str.isdigit, part)))
    return any(not any(part in other for other in others) for part in told)


def _ordered(documents: set[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    return tuple(one for one in vocabulary.library.documents if one in documents)


def _with_form_of(text: str, key: str) -> str:
    """`text` with those characters of `key` that were mended."""
    return "".join(meant if to_key(typed) != meant else typed for typed, meant in zip(text, key, strict=True))

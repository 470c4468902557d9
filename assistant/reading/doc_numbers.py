"""文号 in a question: whose they are, those that no document has, and where they stand. Knows no other names."""

import re

from assistant.reading.normalising import blanked, name_to_key
from assistant.reading.vocabulary import Vocabulary

__all__ = ["numbered_documents"]

_NUMBER = re.compile(r"([一-鿿]{1,12})?[\[(【〔]?((?:19|20)\d\d)[\])】〕\-年]{0,2}第?(\d{1,4})号")
_SHORT_NUMBER = re.compile(
    r"(?<![\d月年日第〔-])(\d{1,4})(?=(?:[、,，和]\d{1,4}){0,9}号(?!楼|线|院|地|室|馆|任务|公告))号?"
)


def numbered_documents(key: str, vocabulary: Vocabulary) -> tuple[set[str], tuple[str, ...], list[tuple[int, int]]]:
    """Documents named by 文号, 文号 that no document has, and where they stand."""
    found: set[str] = set()
    unknown, spans = [], []
    for match in _NUMBER.finditer(key):
        holders = [one for one in vocabulary.library.documents if _has_number(one, match, vocabulary)]
        found |= set(holders)
        issuer = max((len(_own_number(one, vocabulary)[0]) for one in holders), default=len(match[1] or ""))
        spans.append((max(match.start(), match.start(2) - issuer - 1), match.end()))
        if not holders and match[1] and not _is_quoted(match, vocabulary):
            unknown.append(match[0])
    for match in _SHORT_NUMBER.finditer(blanked(key, spans)):
        named = _shortly_numbered(key[: match.start()], match[1], vocabulary)
        found |= named
        spans += [match.span()] if named else []
    return found, tuple(unknown), spans


def _shortly_numbered(before: str, number: str, vocabulary: Vocabulary) -> set[str]:
    """Documents with this 序号, named without a year (38号文); of several those whose 代字 stands before it."""
    own = {one: _own_number(one, vocabulary) for one in vocabulary.library.documents}
    holders = {one for one, (_, _, its) in own.items() if its == str(int(number))}
    return {one for one in holders if own[one][0] and before.endswith(own[one][0])} or holders


def _is_quoted(match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a document quotes this 文号, with some end of the words before it as its 代字."""
    return any(vocabulary.holders(match[0][at:]) for at in range(len(match[1])))


def _has_number(document_id: str, match: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a 文号 in whatever brackets is that of a document; words may run into its 代字."""
    issuer, year, number = _own_number(document_id, vocabulary)
    if (year, number) != (match[2], str(int(match[3]))):
        return False
    return not match[1] or match[1].endswith(issuer) or len(match[1]) <= 1


def _own_number(document_id: str, vocabulary: Vocabulary) -> tuple[str, str, str]:
    """代字, year and 序号 of a document's 文号; empty where it has none."""
    own = _NUMBER.fullmatch(name_to_key(vocabulary.library.document(document_id).metadata.doc_number or ""))
    return (own[1] or "", own[2], str(int(own[3]))) if own else ("", "", "")

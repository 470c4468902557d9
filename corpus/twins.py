"""Documents that say the same: one file in two formats, or an old and a new version. Compares sentences and cells."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from corpus.document import Document
from corpus.quoting import compact
from corpus.table import Table

_END = re.compile(r"[。；！？\n]")
_SHORTEST = 8
_FEWEST = 4
_SAME = 0.7
_NEARLY_ALL = 0.995


def with_twins(documents: Sequence[Document]) -> list[Document]:
    """The documents, each with what other documents it is a twin of, also among the warnings of its coverage."""
    sentences = {document.id: _document_to_sentences(document) for document in documents}
    places: dict[str, list[str]] = {}
    for document_id, own in sentences.items():
        for sentence in own:
            places.setdefault(sentence, []).append(document_id)
    names = {document.id: document.name for document in documents}
    return [_with_twins(document, sentences, places, names) for document in documents]


def _with_twins(
    document: Document,
    sentences: Mapping[str, frozenset[str]],
    places: Mapping[str, list[str]],
    names: Mapping[str, str],
) -> Document:
    own = sentences[document.id]
    shared = Counter(other for sentence in own for other in places[sentence] if other != document.id)
    shares = {other: count / max(len(own), len(sentences[other])) for other, count in shared.items()}
    twins = {other: share for other, share in shares.items() if share >= _SAME and len(own) >= _FEWEST}
    if not twins:
        return document
    told = tuple(_told(other, names[other], share) for other, share in twins.items())
    coverage = document.coverage.model_copy(
        update={"twins": tuple(twins), "warnings": (*told, *document.coverage.warnings)}
    )
    return document.model_copy(update={"coverage": coverage})


def _told(other: str, name: str, share: float) -> str:
    likeness = "内容相同" if share >= _NEARLY_ALL else f"内容大体相同（{share:.0%}的句子一样）"
    choice = f"如果是要换下它，请用 add --replace {other} 再添加一次这份文件；如果两份都要，不必处理。"
    return f"与文件“{other}”{name}{likeness}，可能是另一种格式或另一版。{choice}"


def _document_to_sentences(document: Document) -> frozenset[str]:
    texts: list[str] = []
    for block in document.blocks:
        if isinstance(block, Table):
            texts += [cell.text for row in block.rows for cell in row.cells if not cell.carried]
        else:
            texts.append(block.text)
    pieces = (compact(piece) for text in texts for piece in _END.split(text))
    return frozenset(piece for piece in pieces if len(piece) >= _SHORTEST)

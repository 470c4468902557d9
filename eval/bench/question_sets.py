"""Question sets found in a folder: SQuAD-style JSON (CMRC2018, DRCD, SQuAD) and TSV. Measures nothing.

TSV: one line a question, `question<TAB>document id<TAB>document text`, UTF-8, no quoting. A document asked about again
may leave its text empty, a document nobody asks about leaves the question empty, a question that several documents
answer has a line for each. A first line whose second field is `id` or `document_id` is a header.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from corpus.errors import BadRequest

_HEADERS = ("id", "document_id", "doc_id")
_FIELDS = 3


class QuestionSet(NamedTuple):
    """Documents by id, questions with the ids of the documents that answer them, and titles where the set has them."""

    name: str
    documents: dict[str, str]
    questions: dict[str, frozenset[str]]
    titles: Mapping[str, str] = MappingProxyType({})


class _Question(BaseModel):
    question: str


class _Paragraph(BaseModel):
    context: str
    qas: tuple[_Question, ...] = ()


class _Article(BaseModel):
    title: str | None = None
    paragraphs: tuple[_Paragraph, ...]


class _Squad(BaseModel):
    data: tuple[_Article, ...]


def folder_to_sets(folder: Path) -> list[QuestionSet]:
    """The set of every .json and .tsv file in a folder, by name; raises BadRequest for a file in neither form."""
    readers = {".json": json_to_set, ".tsv": tsv_to_set}
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in readers)
    if not files:
        raise BadRequest(f"文件夹“{folder}”里没有 .json 或 .tsv 数据集。", "请检查 --data 的路径。")
    return [readers[path.suffix.lower()](path.stem, _read(path)) for path in files]


def json_to_set(name: str, text: str) -> QuestionSet:
    """A set from SQuAD's form: every paragraph is a document, every question is answered by its paragraph.

    A paragraph printed twice is one document, and a question asked of two paragraphs is answered by both.
    """
    try:
        squad = _Squad.model_validate_json(text)
    except ValidationError as error:
        raise BadRequest(f"{name}.json 不是 SQuAD 格式的数据集。", "需要 data → paragraphs → context、qas。") from error
    ids: dict[str, str] = {}
    titles: dict[str, str] = {}
    asked: list[tuple[str, str]] = []
    for title, paragraph in ((one.title, paragraph) for one in squad.data for paragraph in one.paragraphs):
        document = ids.setdefault(paragraph.context, str(len(ids)))
        titles.setdefault(document, title or "")
        asked += [(item.question, document) for item in paragraph.qas]
    return QuestionSet(name, {number: context for context, number in ids.items()}, _grouped(asked), titles)


def tsv_to_set(name: str, text: str) -> QuestionSet:
    """A set from the TSV form; raises BadRequest, naming the line, where a line or a document's text is missing."""
    documents: dict[str, str] = {}
    asked: list[tuple[str, str]] = []
    for number, (question, document, content) in _lines(name, text):
        if content and documents.setdefault(document, content) != content:
            raise BadRequest(
                f"{name}.tsv 第 {number} 行：文件“{document}”前面有不同的正文。", "同一编号只能有一个正文。"
            )
        if question:
            asked.append((question, document))
    if missing := {document for _, document in asked} - documents.keys():
        raise BadRequest(f"{name}.tsv：文件“{min(missing)}”没有正文。", "每个编号至少有一行带正文。")
    return QuestionSet(name, documents, _grouped(asked))


def _lines(name: str, text: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
    for number, line in enumerate(text.split("\n"), 1):
        fields = [field.strip() for field in line.split("\t")]
        if not line.strip() or (number == 1 and len(fields) > 1 and fields[1].lower() in _HEADERS):
            continue
        if len(fields) != _FIELDS or not fields[1]:
            raise BadRequest(f"{name}.tsv 第 {number} 行不是三栏。", "每行：问题、文件编号、文件正文，用制表符隔开。")
        yield number, (fields[0], fields[1], fields[2])


def _grouped(asked: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    answers: dict[str, set[str]] = {}
    for question, document in asked:
        answers.setdefault(question, set()).add(document)
    return {question: frozenset(documents) for question, documents in answers.items()}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRequest(f"{path.name} 不是 UTF-8 编码。", "请转换编码后再试。") from error

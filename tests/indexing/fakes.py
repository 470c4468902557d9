"""First-class fakes: an encoder without a model, and documents made by hand. Imported by tests only."""

import hashlib
from collections.abc import Sequence

import numpy as np

from corpus.document import Document, Heading, MediaType, Metadata, Paragraph, Source
from corpus.facts import Facts, Library, Unit
from corpus.place import Place, Span
from corpus.table import Cell, Column, Row, Table
from indexing.progress import Progress, silent
from indexing.words import characters


class FakeEncoder:
    """Vectors from hashes of character pairs: the same in every process, near for texts that share pairs."""

    def __init__(self, dimension: int = 32, fingerprint: str = "fake@1") -> None:
        self.dimension = dimension
        self.fingerprint = fingerprint
        self.embedded: list[str] = []

    def encode_query(self, text: str) -> np.ndarray:
        return self._vector(text)

    def encode_queries(self, texts: Sequence[str]) -> list[np.ndarray]:
        return [self.encode_query(text) for text in texts]

    def encode_passages(self, texts: Sequence[str], progress: Progress = silent) -> np.ndarray:
        self.embedded += texts
        for done in range(len(texts) + 1):
            progress("计算向量", done, len(texts))
        return np.stack([self._vector(text) for text in texts]) if texts else np.empty((0, self.dimension), np.float32)

    def _vector(self, text: str) -> np.ndarray:
        vector = np.full(self.dimension, 1e-3, np.float32)
        for gram in characters(text):
            hashed = hashlib.sha256(gram.encode()).digest()
            vector[hashed[0] % self.dimension] += 1 if hashed[1] % 2 else -1
        return vector / np.linalg.norm(vector)


class Sheet:
    """A document in the making: every block's text is appended to the source, as printed."""

    def __init__(self, name: str, title: str, regions: tuple[str, ...] = ()) -> None:
        self.name, self.title, self.regions = name, title, regions
        self.text = ""
        self.path: tuple[str, ...] = ()
        self.blocks: list[Heading | Paragraph | Table] = []

    def heading(self, number: str, title: str, level: int = 1) -> "Sheet":
        place, span = self._print(number + title)
        self.blocks.append(
            Heading(level=level, number=number, title=title, text=number + title, place=place, span=span)
        )
        self.path = (*self.path[: level - 1], number + title)
        return self

    def paragraph(self, text: str, *, printed: str | None = None, note: bool = False) -> "Sheet":
        place, span = self._print(printed or text)
        self.blocks.append(Paragraph(text=text, place=place, span=span, note=note))
        return self

    def furniture(self, text: str) -> "Sheet":
        self.text += f"{text}\n"
        return self

    def table(self, caption: str, header: Sequence[str], rows: Sequence[Sequence[str]], note: str = "") -> "Sheet":
        """An empty cell is carried down from the row above."""
        place, _ = self._print(caption)
        _, header_span = self._print("\t".join(header))
        made = []
        for number, row in enumerate(rows, 1):
            quote = " ".join(cell for cell in row if cell)
            row_place, row_span = self._print("\t".join(row))
            row_place = row_place.model_copy(update={"table": caption, "row": number})
            above = made[-1].cells if made else ()
            cells = tuple(
                Cell(text=cell) if cell else Cell(text=above[column].text, carried=True)
                for column, cell in enumerate(row)
            )
            made.append(Row(cells=cells, place=row_place, span=row_span, quote=quote))
        if note:
            self._print(note)
        self.blocks.append(
            Table(
                caption=caption,
                columns=tuple(Column(path=(name,)) for name in header),
                rows=tuple(made),
                notes=(note,) if note else (),
                header_quote=" ".join(header),
                place=place.model_copy(update={"table": caption}),
                span=header_span,
            )
        )
        return self

    def document(self) -> Document:
        return Document(
            source=Source(
                id=self.name, file=f"{self.name}.txt", media_type=MediaType.TEXT, sha256="0" * 64, regions=self.regions
            ),
            metadata=Metadata(title=self.title),
            text=self.text,
            blocks=tuple(self.blocks),
        )

    def _print(self, text: str) -> tuple[Place, Span]:
        line = self.text.count("\n") + 1
        start = len(self.text)
        self.text += f"{text}\n"
        place = Place(document_id=self.name, document_name=f"《{self.title}》", path=self.path, line=line)
        return place, Span(start=start, end=start + len(text))


def river_sheet() -> Sheet:
    sheet = Sheet("river", "临江市河道治理行动方案", ("临江", "临江市")).paragraph("为改善水环境，制定本方案。")
    sheet.heading("一、", "总体目标").paragraph("到2026年，新建生态护岸30公里，全市水质达标率达到95%。")
    sheet.heading("二、", "重点任务").heading("（一）", "清淤疏浚", 2)
    sheet.paragraph("对老城区12条河道实施清淤，由区水务局牵头，各街道配合。")
    sheet.heading("（二）", "岸线绿化", 2).paragraph("推广垂柳、水杉等本地树种，建设滨水步道。")
    return sheet.table(
        "任务分解表",
        ("任务", "措施", "牵头单位"),
        (("截污纳管", "改造老旧管网18公里", "区水务局"), ("", "排查排污口200个", "区生态环境局")),
        "注：管网长度以竣工测量为准。",
    )


def market_sheet() -> Sheet:
    sheet = Sheet("market", "望山县农贸市场改造实施意见", ("望山", "望山县"))
    sheet.heading("一、", "总体目标").paragraph("到2027年，改造农贸市场14家，星级市场占比达到60%。")
    sheet.heading("二、", "保障措施").paragraph("县商务局负责资金统筹，每家市场补助50万元。")
    return sheet.paragraph("县市场监管局负责食品安全快检，实现快检室全覆盖。")


def small_library(*sheets: Sheet) -> Library:
    documents = [sheet.document() for sheet in sheets or (river_sheet(), market_sheet())]
    units = {"river": ("区水务局", "区生态环境局"), "market": ("县商务局",)}
    return Library(
        documents,
        [
            Facts(
                document_id=document.id,
                units=tuple(Unit(document_id=document.id, name=name) for name in units.get(document.id, ())),
            )
            for document in documents
        ],
    )

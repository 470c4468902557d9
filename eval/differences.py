"""How well differences are told: seeded edits of real documents, each of which must be found and rightly named.

python -m eval.differences                       # the five documents
python -m eval.differences --more FOLDER         # and all documents of a folder
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.differing.difference import Stated, difference
from corpus.document import Document
from corpus.errors import UserError
from corpus.extraction.facts import document_to_facts
from corpus.manifest import read_manifest
from corpus.reading.document import read_document
from eval.editing.edits import EditKind, Judged, edit_parts, judge
from eval.editing.parts import document_to_parts, parts_to_source, writes_text

_COUNT, _MOST_WRITINGS = 40, 3
_CORPUS = Path("corpus/documents")


@dataclass(frozen=True, slots=True)
class Pair:
    """A document and the same with its edits, and what the difference says of them."""

    name: str
    judged: Judged
    seconds: float

    @property
    def told(self) -> int:
        """How many edits were found and rightly named."""
        return len(self.judged.right)

    @property
    def made(self) -> int:
        """How many edits were made."""
        return self.told + len(self.judged.missed)


def measure(path: Path, seed: int = 1, count: int = _COUNT) -> Pair:
    """One document, edited and compared with itself. Raises UserError where it cannot be read."""
    document, facts = _read(path)
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / ("written.txt" if writes_text(document) else "written.html")
        old = (document, facts) if writes_text(document) else _settled(document, written)
        changed, edits = edit_parts(*old, document_to_parts(old[0]), seed, count)
        new = _read(_written(written, parts_to_source(changed)))
    begun = time.perf_counter()
    found = difference(old, new)
    return Pair(path.name, judge(edits, found.changes), time.perf_counter() - begun)


def _settled(document: Document, path: Path) -> Stated:
    """A document as a web page, written until it reads as it was written: reading joins broken paragraphs."""
    stated = _read(_written(path, parts_to_source(document_to_parts(document))))
    for _ in range(_MOST_WRITINGS):
        again = _read(_written(path, parts_to_source(document_to_parts(stated[0]))))
        if again[0].text == stated[0].text:
            break
        stated = again
    return stated


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _read(path: Path) -> Stated:
    document = read_document(path)
    return document, document_to_facts(document)


def _line(pair: Pair) -> str:
    return f"{pair.name[:30]:32} {pair.told:3} of {pair.made:3}, false {len(pair.judged.false)}, {pair.seconds:.2f} s"


def _report(pairs: Sequence[Pair], verbose: bool) -> str:
    made, missed = Counter[EditKind](), Counter[EditKind]()
    for pair in pairs:
        missed.update(edit.kind for edit in pair.judged.missed)
        made.update(edit.kind for edit in (*pair.judged.right, *pair.judged.missed))
    lines = [_line(pair) for pair in pairs]
    if verbose:
        lines += [
            f"missed {pair.name[:12]} {edit.kind}: {edit.old[:60]!r} -> {edit.new[:60]!r}"
            for pair in pairs
            for edit in pair.judged.missed
        ]
        lines += [
            f"false {pair.name[:12]} {one.subject} {one.kind}: {one.title} {one.note}"[:300]
            for pair in pairs
            for one in pair.judged.false
        ]
    lines += [f"{kind}: {made[kind] - missed[kind]} of {made[kind]}" for kind in EditKind]
    total, right = made.total(), made.total() - missed.total()
    false = sum(len(pair.judged.false) for pair in pairs)
    lines.append(
        f"all: {right} of {total} ({right / max(total, 1):.3f}), {false / max(len(pairs), 1):.2f} false a document"
    )
    return "\n".join(lines)


def _paths(folders: Iterable[Path]) -> list[Path]:
    readable = {".txt", ".md", ".html", ".pdf", ".docx"}
    five = [entry.file for entry in read_manifest(_CORPUS)]
    return five + [
        path
        for folder in folders
        for path in sorted(folder.iterdir())
        if path.suffix in readable and path.name != "README.md"
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print a line for each document, and one for all."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.differences", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    parser.add_argument("--more", type=Path, action="append", default=[], help="a folder of further documents")
    parser.add_argument("--only", default="", help="only files whose name holds this")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=_COUNT)
    parser.add_argument("--verbose", action="store_true", help="also print what was missed and what is false")
    chosen = parser.parse_args(arguments)
    pairs = []
    for path in (path for path in _paths(chosen.more) if chosen.only in path.name):
        try:
            pairs.append(measure(path, chosen.seed, chosen.count))
        except UserError as error:
            sys.stderr.write(f"{path.name}: {error}\n")
    sys.stdout.write(_report(pairs, chosen.verbose) + "\n")


if __name__ == "__main__":
    main()

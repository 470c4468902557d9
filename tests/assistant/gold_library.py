"""A library of the five documents made of the gold rows, so that these tests need no extraction."""

import hashlib
import json
import tomllib
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

from corpus.document import Document, MediaType, Metadata, Source
from corpus.facts import Facts, Library
from corpus.place import Place
from corpus.quoting import compact
from corpus.target import Bound, Quantity, Target, TargetKind
from corpus.task import Deadline, Task, TaskOrigin

ROOT = Path(__file__).parents[2]


def documents() -> list[Document]:
    folder = ROOT / "corpus/documents"
    manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))["document"]
    return [
        Document(
            source=Source(
                id=entry["id"],
                file=entry["file"],
                media_type=MediaType.TEXT,
                sha256="0" * 64,
                regions=tuple(entry["regions"]),
            ),
            metadata=Metadata(title=f"{entry['regions'][0]}方案", doc_number=None),
            text=(folder / entry["file"]).read_text(encoding="utf-8"),
            blocks=(),
        )
        for entry in manifest
    ]


def _target(row: dict[str, object], number: int) -> Target:
    percent = row["unit"] == "%"
    table = "指标表" if row["origin"] == "table" else None
    indicator = str(row["indicator"])
    return Target(
        id=hashlib.sha256(json.dumps(row, ensure_ascii=False).encode()).hexdigest()[:16] + str(number),
        indicator=indicator,
        indicator_raw=indicator,
        quantity=Quantity(value=Decimal(str(row["value"])), unit=str(row["unit"]), bound=Bound(str(row["bound"]))),
        year=row["year"],
        period=tuple(row["period"]) if row["period"] else None,
        scope=row["scope"],
        kind=TargetKind.RATE if percent else TargetKind.CUMULATIVE if "累计" in indicator else TargetKind.LEVEL,
        is_baseline=row["is_baseline"],
        is_total=row["is_total"],
        place=Place(document_id=str(row["document_id"]), document_name="《方案》", line=number, table=table),
        quote=f"{indicator}{row['value']}{row['unit']}",
    )


def gold_library() -> Library:
    targets: defaultdict[str, list[Target]] = defaultdict(list)
    lines = (ROOT / "eval/gold/targets.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        row = json.loads(line)
        targets[row["document_id"]].append(_target(row, number))
    found = documents()
    return Library(found, [Facts(document_id=d.id, targets=tuple(targets[d.id])) for d in found])

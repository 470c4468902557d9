"""Damaged and hostile files over HTTP: each is taken or refused with a reason, and leaves nothing behind.

`python -m tests.api.test_mutated_uploads COUNT` does the same as often as one likes, and says what came of it.
"""

import io
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import docx
import pytest
from fastapi.testclient import TestClient
from reportlab.pdfgen.canvas import Canvas

from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.indexing.fakes import FakeEncoder

TEXT = "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n"


def seeds():
    """A small file of each kind that can be read."""
    page = f"<html><body><h1>方案</h1><p>{TEXT}</p><table><tr><td>12</td></tr></table></body></html>"
    word, word_bytes, pdf_bytes = docx.Document(), io.BytesIO(), io.BytesIO()
    word.add_paragraph(TEXT)
    word.save(word_bytes)
    canvas = Canvas(pdf_bytes)
    canvas.drawString(72, 720, "Plan 2026: 12 markets")
    canvas.save()
    return [TEXT.encode(), page.encode(), word_bytes.getvalue(), pdf_bytes.getvalue()]


def mutated(data, chance):
    """The data with some of it overwritten, cut off, doubled or moved."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(damaged)), chance.randint(1, 64)
        kind = chance.randrange(4)
        if kind == 0:
            damaged[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del damaged[at : at + length]
        elif kind == 2:
            damaged[at:at] = damaged[at : at + length]
        else:
            damaged[at : at + 1] = bytes([damaged[at] ^ (1 << chance.randrange(8))])
        damaged = damaged or bytearray(b"x")
    return bytes(damaged)


def upload_many(count, folder):
    """How often which status came; fails where something is left behind or the server is not what it was."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "river.txt").write_text(TEXT.replace("市场", "河道"), encoding="utf-8")
    settings = Settings(data_dir=folder / "data", corpus=folder / "corpus")
    build(settings, encoder=FakeEncoder())
    chance, statuses, files = random.Random(9), Counter(), seeds()
    with TestClient(app_over(settings)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        for number in range(count):
            data = mutated(files[number % len(files)], chance)
            response = client.post("/api/documents", files={"file": (f"{number}.bin", data)})
            statuses[response.status_code] += 1
            assert response.status_code in {201, 422}, (number, response.text)
            if response.status_code == 201:
                assert client.delete(f"/api/documents/{response.json()['documents'][0]['id']}").status_code == 204
            assert [item["id"] for item in client.get("/api/documents").json()] == ["river"]
            left = {path.name for path in (settings.data_dir / "documents").iterdir()} - {"lock", "catalogue.json"}
            assert not left, number
            assert not list((settings.data_dir / "incoming").iterdir()), number
    return dict(statuses)


@pytest.mark.timeout(280)
def test_mutated_uploads_are_taken_or_refused_and_leave_nothing(tmp_path):
    assert set(upload_many(8, tmp_path)) <= {201, 422}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        sys.stdout.write(f"{upload_many(int(sys.argv[1]), Path(made))}\n")

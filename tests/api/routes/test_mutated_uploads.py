"""Whatever is uploaded: it is taken or refused with a reason, and nothing is left behind."""

import random

import pytest
from fastapi.testclient import TestClient

from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.indexing.fakes import FakeEncoder

PLAN = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
TABLE = "序号\t任务\t牵头单位\t责任单位\t完成时限\n" + "".join(
    f"{row}\t任务{row}\t市水务局\t市城管局\t2026年底\n" for row in range(1, 6)
)
HTML = "<html><body><h1>临江市河道治理方案</h1><table><tr><th>序号<th>任务<tr><td>1<td>治理河道</table></body></html>"
SEEDS = {
    "plan.txt": PLAN.encode(),
    "table.txt": (PLAN + TABLE).encode(),
    "old.txt": PLAN.encode("gb18030"),
    "page.html": HTML.encode(),
}
JUNK = (b"\0" * 999, b"%PDF-1.7\n", b"PK\x03\x04", b"<html>" * 300, "（".encode() * 3000, b"\t" * 5000, b"1." * 5000)
NAMES = ("%s", "../../%s", "%s\x00.txt", "." + "名" * 90 + "%s", "%s ", "CON.%s")
MANY = 12


def changed(data, dice):
    """The bytes with something done to them that happens to files, or that somebody does to them."""
    at, other = sorted(dice.randrange(len(data)) for _ in range(2))
    return dice.choice(
        [
            data[:at],
            data[:at] + data[other:],
            data[:at] + data[at:other] * 30 + data[other:],
            data[:at] + dice.randbytes(40) + data[at:],
            data + dice.choice(JUNK),
            dice.choice(JUNK) + data,
            data[::-1],
        ]
    )


@pytest.fixture
def small(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "lake.txt").write_text("临湖市绿地方案\n一、目标\n新建公园3个。\n", encoding="utf-8")
    settings = Settings(data_dir=tmp_path / "data", corpus=tmp_path / "corpus")
    build(settings, encoder=FakeEncoder())
    with TestClient(app_over(settings)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


@pytest.mark.timeout(240)
def test_mutated_files_are_taken_or_refused_and_leave_nothing(small, tmp_path):
    dice = random.Random(2026)
    for _ in range(MANY):
        name = dice.choice(list(SEEDS))
        file = (dice.choice(NAMES) % name, changed(SEEDS[name], dice), dice.choice(["text/plain", "application/pdf"]))
        response = small.post("/api/documents", files={"file": file})
        assert response.status_code in (201, 422), response.text
        if response.status_code == 422:
            assert response.json()["error"]["message"].endswith("。")
            continue
        for document in response.json()["documents"]:
            assert small.delete(f"/api/documents/{document['id']}").status_code == 204
    assert [document["id"] for document in small.get("/api/documents").json()] == ["lake"]
    data = tmp_path / "data"
    assert not list((data / "incoming").iterdir())
    assert {path.name for path in (data / "documents").iterdir()} <= {"catalogue.json", "lock"}

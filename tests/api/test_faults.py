"""A server that is killed while it is being used: what it has acknowledged is there when it is back, and it comes back.

`python -m tests.api.test_faults ROUNDS` does the same as often as one likes, and says what came of it.
"""

import random
import signal
import sys
import tempfile
import threading
import time
from pathlib import Path

import httpx
import pytest
from rich.console import Console

from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from assistant.updating import build
from indexing.progress import silent
from indexing.progress_bars import progress_bars
from tests.api.live import live_server
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
QUESTION = "到2026年新建生态护岸多少公里？"


class User(threading.Thread):
    """Asks and uploads until the server is gone; knows what was acknowledged."""

    def __init__(self, url, conversation, uploads, seed):
        super().__init__()
        self._url, self._conversation, self._uploads, self._seed = url, conversation, uploads, seed
        self.answers, self.documents = [], []
        self.acknowledged = threading.Event()

    def run(self):
        with httpx.Client(base_url=self._url, timeout=30, trust_env=False) as client:
            try:
                for number in range(10_000):
                    self._upload(client, number) if self._uploads else self._ask(client)
            except httpx.TransportError:
                pass

    def _ask(self, client):
        asked = {"question": QUESTION, "conversation_id": self._conversation}
        response = client.post("/api/ask", json=asked)
        if response.status_code == 200:
            self.answers.append(response.json()["ref"])
            self.acknowledged.set()

    def _upload(self, client, number):
        name = f"d{self._seed}-{number}"
        data = RIVER.replace("河道", name).encode()
        response = client.post("/api/documents", files={"file": (f"{name}.txt", data)}, data={"id": name})
        if response.status_code == 201:
            self.documents.append(name)
            client.delete(f"/api/documents/{self.documents[-2]}") if len(self.documents) > 1 else None


def round_of_use(settings, conversation, folder, seed):
    """Two users who ask and one who uploads, until the server is killed at a random moment after the first answer,
    which a new process takes its time for.
    """
    with live_server(settings.data_dir, folder, corpus=settings.corpus, max_turns=10_000) as live:
        users = [User(live.url, conversation, uploads, seed) for uploads in (False, False, True)]
        for user in users:
            user.start()
        users[0].acknowledged.wait(30)
        time.sleep(random.Random(seed).uniform(0, 1))
        live.process.send_signal(signal.SIGKILL)
        for user in users:
            user.join()
    return [ref for user in users for ref in user.answers], users[2].documents


def killed_again_and_again(rounds, folder, progress=silent):
    """(answers, documents) acknowledged; fails where one of them is lost or a start is not clean."""
    (folder / "corpus").mkdir()
    (folder / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(data_dir=folder / "data", corpus=folder / "corpus")
    build(settings, encoder=FakeEncoder())
    keeping = open_keeping(settings)
    conversation = keeping.conversations.create("local", "长谈").id
    answers, documents = [], 0
    for seed in range(rounds):
        told, added = round_of_use(settings, conversation, folder, seed)
        answers += told
        documents += len(added)
        refs = {turn.ref for turn in keeping.conversations.get("local", conversation).turns}
        assert refs >= set(answers), f"round {seed}: an answer was lost"
        assert keeping.audit.verify().broken is None, f"round {seed}: the trail is broken"
        assert keeping.database.damage() is None, f"round {seed}: the database is damaged"
        known = set(build(settings, encoder=FakeEncoder()).library.documents)
        assert not added or added[-1] in known, f"round {seed}: a document was lost"
        progress("kill -9", seed + 1, rounds)
    keeping.close()
    return len(answers), documents


@pytest.mark.long
@pytest.mark.timeout(280)
def test_nothing_acknowledged_is_lost_and_every_start_is_clean(tmp_path):
    answers, _ = killed_again_and_again(2, tmp_path)
    assert answers


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made, progress_bars(Console(stderr=True)) as bars:
        counted = killed_again_and_again(int(sys.argv[1]), Path(made), bars)
        sys.stdout.write(f"{sys.argv[1]} kills: {counted[0]} answers and {counted[1]} documents, none lost\n")

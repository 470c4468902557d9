"""The server listens before anything is open, says what is missing, and follows a new index."""

import threading
from types import SimpleNamespace

import pytest

from api.opening import Opening, Parts
from assistant.assistant import PENDING
from corpus.errors import Busy, IndexDamaged, IndexMissing, ModelUnavailable
from corpus.facts import Library
from tests.api.conftest import wait_until


class Disk:
    """What is on the disk: a generation, and what opening it comes to."""

    def __init__(self, generation="gen-1"):
        self.generation = generation
        self.library = Library([], [])
        self.error = self.broken_model = None
        self.pending = False
        self.gate, self.model = threading.Event(), threading.Event()
        self.gate.set()
        self.model.set()

    def current(self):
        if isinstance(self.generation, Exception):
            raise self.generation
        return self.generation

    def assistant(self):
        self.gate.wait(10)
        if self.error:
            raise self.error
        index = SimpleNamespace(pending=self.pending)
        return SimpleNamespace(library=self.library, name=self.generation, index=index)

    def warm(self, assistant):
        self.model.wait(10)
        if self.broken_model:
            raise self.broken_model
        assistant.index.pending = False


@pytest.fixture
def opened():
    made = []

    def start(disk):
        opening = Opening(Parts(disk.current, lambda: disk.library, disk.assistant, disk.warm), interval=0.02)
        opening.start()
        made.append(opening)
        return opening

    yield start
    for opening in made:
        opening.close()


def test_before_anything_is_open_it_is_busy_and_says_so(opened):
    disk = Disk()
    disk.gate.clear()
    opening = opened(disk)
    with pytest.raises(Busy, match="正在启动"):
        _ = opening.assistant
    assert not opening.readiness.ready
    disk.gate.set()
    wait_until(lambda: opening.readiness.ready)
    assert opening.readiness.missing == ()


def test_lists_are_served_while_the_model_is_loading(opened):
    disk = Disk()
    disk.gate.clear()
    opening = opened(disk)
    wait_until(lambda: opening.readiness.library)
    assert opening.library is disk.library
    assert not opening.readiness.assistant
    disk.gate.set()


def test_words_answer_while_the_model_is_loading(opened):
    disk = Disk()
    disk.pending = True
    disk.model.clear()
    opening = opened(disk)
    wait_until(lambda: opening.readiness.assistant)
    assert opening.readiness.missing == (PENDING,)
    disk.model.set()
    wait_until(lambda: opening.readiness.missing == ())


def test_a_model_that_cannot_be_loaded_ends_answering_by_words(opened):
    disk = Disk()
    disk.broken_model = ModelUnavailable("模型打不开。", "请看说明。")
    opening = opened(disk)
    wait_until(lambda: opening.readiness.missing == ("模型打不开。请看说明。",))
    assert not opening.readiness.ready
    assert opening.library is disk.library


def test_an_index_built_later_is_picked_up(opened):
    disk = Disk(generation=None)
    opening = opened(disk)
    wait_until(lambda: "还没有建立索引" in "".join(opening.readiness.missing))
    with pytest.raises(IndexMissing):
        _ = opening.library
    disk.generation = "gen-1"
    wait_until(lambda: opening.readiness.generation == "gen-1")


def test_a_new_generation_replaces_the_old_one(opened):
    disk = Disk()
    opening = opened(disk)
    wait_until(lambda: opening.readiness.ready)
    disk.generation = "gen-2"
    wait_until(lambda: opening.assistant.name == "gen-2")


def test_while_a_new_generation_fails_the_old_one_answers(opened):
    disk = Disk()
    opening = opened(disk)
    wait_until(lambda: opening.readiness.ready)
    disk.error = ModelUnavailable("模型打不开。", "请看说明。")
    disk.generation = "gen-2"
    wait_until(lambda: opening.readiness.missing == ("模型打不开。请看说明。",))
    assert opening.assistant.name == "gen-1"
    assert opening.readiness.ready


def test_a_damaged_index_is_said_and_mended_by_a_rebuild(opened):
    disk = Disk(generation=IndexDamaged("索引坏了。"))
    opening = opened(disk)
    wait_until(lambda: opening.readiness.missing == ("索引坏了。",))
    disk.generation = "gen-2"
    wait_until(lambda: opening.readiness.ready)


def test_a_defect_is_told_without_its_details(opened):
    disk = Disk()
    disk.error = KeyError("secret")
    opening = opened(disk)
    wait_until(lambda: "内部出错" in "".join(opening.readiness.missing))
    assert "secret" not in "".join(opening.readiness.missing)

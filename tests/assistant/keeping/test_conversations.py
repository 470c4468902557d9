"""Conversations: whose they are, in which order, and how many there may be."""

import pytest

from assistant.keeping.identity import LOCAL, Identity, KeyScope
from corpus.errors import BadRequest, NotFound, QuotaExceeded
from tests.assistant.keeping.kept import ALICE, answer_to, keeping_in

BOB = Identity("乙", frozenset(KeyScope), "k2", "台式机")


def test_a_conversation_holds_its_questions_and_answers_in_order(keeping):
    made = keeping.conversations.create("甲", documents=["river"])
    first = keeping.record(answer_to("第一问？"), ALICE, made.id)
    second = keeping.record(answer_to("第二问？"), ALICE, made.id)
    found = keeping.conversations.get("甲", made.id)
    assert [turn.answer for turn in found.turns] == [first, second]
    assert [turn.question for turn in found.turns] == ["第一问？", "第二问？"]
    assert (found.title, found.documents) == ("第一问？", ["river"])


def test_a_title_that_was_given_stays(keeping):
    made = keeping.conversations.create("甲", "河道")
    keeping.record(answer_to(), ALICE, made.id)
    assert keeping.conversations.get("甲", made.id).title == "河道"
    assert keeping.conversations.change("甲", made.id, title=" 护岸 ").title == "护岸"
    assert keeping.conversations.change("甲", made.id, documents=["a"]).title == "护岸"


def test_a_title_is_one_line_of_what_can_be_printed(keeping):
    assert keeping.conversations.create("甲", " 河\x00道\r\n护 岸\u202e ").title == "河 道 护 岸"
    assert keeping.conversations.create("甲", "\n").title == "新会话"


def test_history_is_the_last_answers_oldest_first(keeping):
    made = keeping.conversations.create("甲")
    for number in range(5):
        keeping.record(answer_to(f"第{number}问"), ALICE, made.id)
    assert [answer.question for answer in keeping.conversations.history("甲", made.id, 2)] == ["第3问", "第4问"]


def test_the_one_changed_last_is_first_even_if_the_clock_is_set_back(keeping, clock):
    ids = []
    for _ in range(3):
        ids.append(keeping.conversations.create("甲").id)
        clock.move(days=-400)
    keeping.record(answer_to(), ALICE, ids[0])
    assert [item.id for item in keeping.conversations.page("甲", 10).items] == [ids[0], ids[2], ids[1]]


def test_pages_hold_everything_once(keeping):
    ids = [keeping.conversations.create("甲").id for _ in range(7)]
    keeping.conversations.create("乙")
    seen, after = [], None
    while True:
        page = keeping.conversations.page("甲", 3, after)
        seen += [item.id for item in page.items]
        after = page.next
        if after is None:
            break
    assert seen == ids[::-1]


@pytest.mark.parametrize("after", ["x", "-1", "1e3", "9" * 40, "٣"])
def test_a_place_to_go_on_from_that_is_none_is_refused(keeping, after):
    with pytest.raises(BadRequest):
        keeping.conversations.page("甲", 3, after)


def test_what_belongs_to_somebody_else_is_as_if_it_were_not(keeping):
    mine = keeping.conversations.create("甲", "甲的")
    keeping.record(answer_to(), ALICE, mine.id)
    store = keeping.conversations
    for attempt in (
        lambda: store.get("乙", mine.id),
        lambda: store.history("乙", mine.id, 5),
        lambda: store.change("乙", mine.id, "乙的"),
        lambda: store.remove("乙", mine.id),
        lambda: keeping.record(answer_to(), BOB, mine.id),
    ):
        with pytest.raises(NotFound):
            attempt()
    assert store.page("乙", 10).items == []
    found = store.get("甲", mine.id)
    assert (found.title, len(found.turns)) == ("甲的", 1)
    assert [entry.who for entry in keeping.audit.entries()] == ["甲"]


def test_a_removed_conversation_is_gone_with_its_turns(keeping):
    made = keeping.conversations.create("甲")
    keeping.record(answer_to(), ALICE, made.id)
    keeping.conversations.remove("甲", made.id)
    with pytest.raises(NotFound):
        keeping.conversations.get("甲", made.id)
    with keeping.database.reading() as tables:
        assert tables.rows("SELECT * FROM turns") == []


def test_there_are_as_many_as_the_settings_allow(tmp_path):
    keeping = keeping_in(tmp_path, most=2, turns=2)
    made = [keeping.conversations.create("甲") for _ in range(2)]
    with pytest.raises(QuotaExceeded):
        keeping.conversations.create("甲")
    keeping.conversations.create("乙")
    for _ in range(2):
        keeping.record(answer_to(), ALICE, made[0].id)
    with pytest.raises(QuotaExceeded):
        keeping.record(answer_to(), ALICE, made[0].id)
    keeping.conversations.remove("甲", made[0].id)
    keeping.conversations.create("甲")
    keeping.close()


def test_an_answer_outside_a_conversation_is_only_in_the_trail(keeping):
    named = keeping.record(answer_to(), LOCAL)
    assert named.ref
    assert keeping.conversations.page("local", 10).items == []
    assert [entry.ref for entry in keeping.audit.entries()] == [named.ref]


def test_they_are_found_by_title_question_or_answer_and_by_pin(keeping):
    kept = [keeping.conversations.create("甲", title) for title in ("去化", "税收", "Excel 清单")]
    keeping.record(answer_to("入驻率多少？"), ALICE, kept[1].id)
    keeping.conversations.change("甲", kept[0].id, pinned=True)

    def titles(**sought):
        return [item.title for item in keeping.conversations.page("甲", 10, **sought).items]

    assert titles(words="入驻率") == ["税收"]
    assert titles(words="excel") == ["Excel 清单"]
    assert titles(words="没有") == []
    assert titles(pinned=True) == ["去化"]
    assert titles(pinned=False) == ["税收", "Excel 清单"]

"""What speaks for a window."""

from decimal import Decimal

import numpy as np
import pytest

from assistant.prose.features import About, judged
from assistant.prose.passages import Found, Passage, Pool
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask, Subject, Where
from corpus.target import Quantity
from tests.assistant.prose.scenes import ranked, terms


def features(
    text,
    *words,
    heard=(),
    measures=(),
    head="",
    passage="",
    kind=Kind.SENTENCE,
    years=(),
    path=(),
    **where,
):
    said = terms(*words) if words else terms("入驻")
    about = About(said, said, {"a": frozenset(years)})
    ask = Ask(Subject.PROSE, Where(**where), heard=frozenset(heard), measures=frozenset(measures))
    window = ranked(text, head=head, passage=passage, kind=kind, path=path).window
    return told_of([window], ask, about, [0.0])[0]


def told_of(windows, ask, about, cosines):
    """The features of each window, all of one passage that the search likes."""
    pool = Pool([Found(Passage(windows, lambda _: ()), 1.0)])
    columns = judged(pool, ask, about, np.array(cosines)).columns
    return [{name: column[at] for name, column in columns.items()} for at in range(len(windows))]


def test_its_own_words_count_apart_from_those_beside_it():
    told = features("入驻率达到60%。", "入驻", "写字", passage="写字楼。入驻率达到60%。")
    assert (told["own"], told["beside"]) == (0.5, 0.5)


def test_a_heading_that_is_all_that_is_asked_names_the_window():
    assert features("建立联席会议。", "保障", head="保障")["named"] == 1.0
    assert features("建立联席会议。", "保障", head="招商")["named"] == 0.0


@pytest.mark.parametrize(("text", "told"), [("建成楼宇19幢。", 1.0), ("面积40万平方米。", -1.0)])
def test_an_amount_of_the_family_asked_for(text, told):
    assert features(text, measures={"buildings"})["measure"] == told


def test_slots_are_found_in_the_text():
    sixty = (Quantity(value=Decimal(60), unit="%"),)
    told = features("2025年昆山市“扫楼”达到60%。", years=(2025,), areas=("昆山市",), quoted=("扫楼",), amounts=sixty)
    assert [told[name] for name in ("years", "areas", "quoted", "amounts", "other_years")] == [1.0, 1.0, 1.0, 1.0, 0.0]
    assert features("2023年达到60%。", years=(2025,))["other_years"] == 1.0


def test_what_names_no_year_speaks_of_that_of_its_nearest_heading():
    review, parks = "一、2025年工作回顾", "（四）着力加强民生建设"
    found = [
        features(text, years=years, path=(review, parks))
        for text, years in (("新增公园127座。", (2025,)), ("新增公园127座。", (2026,)), ("2026年新增100座。", (2026,)))
    ]
    assert [(one["years"], one["other_years"]) for one in found] == [(1.0, 0.0), (0.0, 1.0), (1.0, 0.0)]
    assert features("新增公园127座。", path=(review,))["other_years"] == 0.0


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("（责任单位：市发改委）。", "duty"),
        ("附件：1.任务清单。", "frame"),
        ("其中市本级入驻率达到60%。", "of_part"),
        ("具体目标包括：", "open"),
    ],
)
def test_what_seldom_answers_is_told_apart(text, name):
    assert features(text, "楼宇")[name] == 1.0
    assert (
        features("全市楼宇入驻率达到60%，并在今后几年里逐步提高，力争走在全省前列，形成一批示范楼宇和品牌。", "楼宇")[
            name
        ]
        == 0.0
    )


def test_meaning_is_nothing_without_vectors():
    told = features("入驻率达到60%。")
    assert (told["meaning"], told["cosine"]) == (0.0, 0.0)


def test_of_two_windows_the_nearer_in_meaning_stands_out():
    about = terms("入驻")
    windows = [ranked(text).window for text in ("入驻率达到60%。", "空置率达到70%。")]
    near = told_of(windows, Ask(Subject.PROSE), About(about, about), [0.9, 0.8])
    assert near[0]["cosine"] > near[1]["cosine"]

"""The report: figures kept whole, ratios within a family and size, a plot that can be read."""

import json
from xml.etree import ElementTree as ET

import pytest

from corpus.errors import BadRequest
from eval.bench.__main__ import _numbers
from eval.bench.contestants import CONTESTANTS, OURS, Family
from eval.bench.quality import quality_of
from eval.bench.report import lines, ratio, write_bench_report
from eval.bench.speed import Speed

OTHER = next(one.name for one in CONTESTANTS if one.family is Family.WORDS and one.name != OURS[Family.WORDS])
HYBRID = next(one.name for one in CONTESTANTS if one.family is Family.HYBRID)


def speed(name, size, *times):
    return Speed(contestant=name, size=size, build_s=1.5, memory_mb=12.0, times_ms=times)


SPEEDS = [
    speed(OURS[Family.WORDS], 1000, 1, 2, 3), speed(OTHER, 1000, 10, 20, 30),
    speed(OURS[Family.WORDS], 20000, 4, 4, 4), speed(OTHER, 20000, 400, 400, 400),
    speed(HYBRID, 1000, 5, 5, 5),
]  # fmt: skip


def test_a_ratio_is_between_medians_of_one_family_and_size():
    assert [ratio(one, SPEEDS) for one in SPEEDS[:4]] == [1, 10, 1, 100]
    assert ratio(SPEEDS[4], SPEEDS) is None
    assert ratio(SPEEDS[1], SPEEDS[1:]) is None


def test_both_files_hold_every_figure(tmp_path):
    quality = {"小集<>": [quality_of("融合", [1, 2, None])]}
    page = write_bench_report(tmp_path / "new", quality, SPEEDS, {"机器": "x"})
    results = json.loads((page.parent / "results.json").read_text(encoding="utf-8"))
    assert results["quality"]["小集<>"][0]["r1"] == pytest.approx(1 / 3)
    assert results["speed"][1]["median_ms"] == 20
    assert results["speed"][1]["times_ms"] == [10, 20, 30]
    text = page.read_text(encoding="utf-8")
    for words in ("小集&lt;&gt;", "0.333", "100.0", "随机的单位向量", "<svg"):
        assert words in text


def test_a_report_without_speed_has_no_plot(tmp_path):
    text = write_bench_report(tmp_path, {}, [], {}).read_text(encoding="utf-8")
    assert "<svg" not in text


def test_a_plot_is_xml_with_a_line_and_a_name_each():
    """1000 is a third of the way from 100 to 100,000, and 10 ms half the way up from 1 to 100."""
    drawn = ET.fromstring(lines({"甲<": [(1000, 10), (100_000, 100)], "乙": [(100, 1)]}, "段落", "毫秒"))
    tags = [element.tag.rpartition("}")[2] for element in drawn.iter()]
    assert tags.count("polyline") == 2
    points = [element.get("points") for element in drawn.iter() if element.tag.endswith("polyline")]
    assert points[0].split()[0] == f"{70 + 460 / 3:.1f},{16 + 150:.1f}"
    assert "甲<" in "".join(drawn.itertext())
    assert lines({}, "x", "y") == ""


def test_sizes_are_numbers_above_0():
    assert _numbers("20000, 1000,1000") == [1000, 20000]
    assert _numbers("") == []
    for wrong in ("1k", "0", "-5"):
        with pytest.raises(BadRequest):
            _numbers(wrong)

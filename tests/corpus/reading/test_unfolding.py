"""A body that lost all its line breaks."""

from corpus.reading.lines import text_to_lines
from corpus.reading.unfolding import unfold_lines

BODY = "推动发展改革委等部门研究措施并抓好落实工作。" * 30


def unfolded(text):
    return [line.text for line in unfold_lines(text_to_lines(text))]


def test_an_endless_line_is_cut_at_its_numbered_headings():
    text = (
        f"各省人民政府，各直属机构：党中央高度重视。一、提升便利度（一）优化流程。{BODY}（发展改革委负责）"
        f"（二）提升效率。{BODY}（住房城乡建设部负责）各地要抓好落实。二、简化条件（三）降低门槛。{BODY}国务院办公厅2020年7月15日（此件公开发布）"
    )
    heads = [line[:8] for line in unfolded(text)]
    assert heads == [
        "各省人民政府，各",
        "党中央高度重视。",
        "一、提升便利度",
        "（一）优化流程。",
        "（二）提升效率。",
        "各地要抓好落实。",
        "二、简化条件",
        "（三）降低门槛。",
        "国务院办公厅20",
    ]


def test_offsets_stay_those_of_the_source():
    text = f"一、提升（一）优化流程。{BODY}（二）提升效率。{BODY}（三）降低门槛。{BODY}"
    for line in unfold_lines(text_to_lines(text)):
        assert text[line.start : line.end] == line.text
        assert line.number == 1


def test_a_long_paragraph_without_such_a_run_stays_whole():
    assert len(unfolded(f"{BODY}{BODY}{BODY}第（一）项、第（五）项。一、二产业。")) == 1
    assert len(unfolded("一、目标（一）甲。（二）乙。")) == 1

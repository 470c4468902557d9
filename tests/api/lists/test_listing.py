"""Each list has all its forms from the same facts."""

import json
from datetime import date

from api.lists.listing import TaskFilters, compare_listing, matrix_listing, target_listing, task_listing
from corpus.task import Role, TaskOrigin


def test_json_is_one_array(library):
    for listing in (
        task_listing(library, TaskFilters()),
        matrix_listing(library, TaskFilters()),
        target_listing(library),
        compare_listing(library)[1],
    ):
        assert len(json.loads(listing.json())) == len(listing.views) > 0


def test_a_sheet_has_a_row_for_every_task(library):
    listing = task_listing(library, TaskFilters(documents=["qingpu"]))
    assert len(listing.sheet().rows) == len(listing.views) == 22


def test_the_head_of_a_file_says_what_the_list_was_filtered_by(library):
    """Who is sent the file sees no fields."""
    filters = TaskFilters(["qingpu"], "区商务委", Role.LEAD, date(2026, 1, 1), "楼宇", TaskOrigin.TABLE)
    told = "筛选：单位：区商务委（牵头）；到期不晚于：2026-01-01；含有：楼宇；不含正文条款"
    assert task_listing(library, filters).sheet().subtitle.endswith(f"。{told}")
    assert "筛选" not in task_listing(library, TaskFilters(["qingpu"])).sheet().subtitle


def test_a_comparison_keeps_to_the_documents_named(library):
    view, _ = compare_listing(library, ["suzhou", "jiaxing"], "亿元楼宇")
    assert view.documents == ("suzhou", "jiaxing")


def test_several_indicators_are_compared_together_each_once(library):
    each = [compare_listing(library, (), name)[0].indicators for name in ("特色楼宇", "入驻率")]
    together, listing = compare_listing(library, (), "特色楼宇、入驻率、入驻率")
    assert together.indicators == (*each[0], *each[1])
    assert listing.about == "特色楼宇、入驻率、入驻率"

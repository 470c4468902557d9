"""Each list has all its forms from the same facts."""

import json

from api.lists.listing import TaskFilters, compare_listing, matrix_listing, target_listing, task_listing


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


def test_a_comparison_keeps_to_the_documents_named(library):
    view, _ = compare_listing(library, ["suzhou", "jiaxing"], "亿元楼宇")
    assert view.documents == ("suzhou", "jiaxing")


def test_several_indicators_are_compared_together_each_once(library):
    each = [compare_listing(library, (), name)[0].indicators for name in ("特色楼宇", "入驻率")]
    together, listing = compare_listing(library, (), "特色楼宇、入驻率、入驻率")
    assert together.indicators == (*each[0], *each[1])
    assert listing.about == "特色楼宇、入驻率、入驻率"

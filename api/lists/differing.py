"""Differences as lists in every form they are handed out in. Command line and HTTP both take them from here."""

from functools import partial

from api.lists.listing import Listing
from assistant.differing.change import Difference

__all__ = ["difference_listing"]


def difference_listing(difference: Difference) -> Listing:
    """The changes as Changes."""
    from assistant.exports import difference_to_docx, difference_to_sheet, difference_to_xlsx

    return Listing(
        "新旧条文对照表",
        list(difference.changes),
        partial(difference_to_sheet, difference),
        {"xlsx": partial(difference_to_xlsx, difference), "docx": partial(difference_to_docx, difference)},
    )

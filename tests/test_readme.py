"""README promises nothing that is not so."""

import re
from pathlib import Path

from assistant.settings import describe_settings

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_documented_with_its_default():
    """The configuration table is complete: a row a setting, with the default that the code has."""
    rows = dict(re.findall(r"^\| `(ASSISTANT_[A-Z_]+)` \| `?([^|`]*)`? \|", README, flags=re.MULTILINE))
    assert {name: default.strip() for name, default in rows.items()} == {
        setting.variable: setting.default for setting in describe_settings()
    }


def test_every_picture_and_linked_file_exists():
    root = Path(__file__).parents[1]
    links = re.findall(r"\]\((?!https?://|#)([^)]+)\)", README)
    assert links
    assert all((root / link).exists() for link in links), links

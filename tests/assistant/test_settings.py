"""Settings come from ASSISTANT_* variables, and nothing misspelt is silently without effect."""

from pathlib import Path

import pytest

from assistant.settings import Settings
from corpus.errors import BadRequest
from tests.described import defaults


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    for variable in defaults():
        monkeypatch.delenv(variable, raising=False)


def test_defaults_need_no_environment():
    settings = Settings()
    assert settings.host == "127.0.0.1"
    assert settings.port == 8000
    assert settings.data_dir == Path(".data")
    assert (settings.corpus / "manifest.toml").is_file()


def test_a_variable_sets_its_setting(monkeypatch):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", "/somewhere")
    monkeypatch.setenv("ASSISTANT_PORT", "9000")
    assert (Settings().data_dir, Settings().port) == (Path("/somewhere"), 9000)


def test_an_empty_variable_means_the_default(monkeypatch):
    monkeypatch.setenv("ASSISTANT_PORT", "")
    assert Settings().port == 8000


def test_an_unknown_variable_is_refused_with_the_nearest_known_one(monkeypatch):
    monkeypatch.setenv("ASSISTANT_DATADIR", "/somewhere")
    with pytest.raises(BadRequest, match=r"ASSISTANT_DATADIR.*ASSISTANT_DATA_DIR"):
        Settings()


def test_an_impossible_value_is_refused_without_repeating_it(monkeypatch):
    """The value could be a key."""
    monkeypatch.setenv("ASSISTANT_PORT", "secret-value")
    with pytest.raises(BadRequest, match="ASSISTANT_PORT") as caught:
        Settings()
    assert "secret-value" not in str(caught.value)


def test_other_programs_variables_are_none_of_ours(monkeypatch):
    monkeypatch.setenv("OTHER_ASSISTANT_PORT", "x")
    assert Settings().port == 8000


def test_every_setting_is_described():
    assert all((one.description or "").endswith("。") for one in Settings.model_fields.values())


def test_a_key_is_not_shown_when_settings_are_printed():
    assert "s3cret" not in repr(Settings(llm_api_key="s3cret"))

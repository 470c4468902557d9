"""The server is put together without opening anything."""

from api.server import server_for


def test_a_server_is_made_without_opening_anything(settings, tmp_path):
    app = server_for(settings.model_copy(update={"data_dir": tmp_path})).config.app
    assert app.title == "政策问答助手"

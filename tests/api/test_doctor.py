"""Whether everything is in place, looked at one thing after the other."""

import shutil
from contextlib import closing

import pytest

from api.address import bound_socket
from api.doctor import examine
from assistant.keeping.database import Database
from assistant.keeping.keeping import DATABASE
from assistant.settings import Settings
from tests.assistant.endpoint import explodes, serving

EVERYTHING = {
    "Python",
    "依赖包",
    "设置",
    "数据目录",
    "磁盘空间",
    "文件目录",
    "向量模型",
    "索引",
    "会话与审计",
    "端口",
    "大模型",
}


pytestmark = pytest.mark.usefixtures("clean_environment")


@pytest.fixture
def looked(monkeypatch, data_dir):
    """What is found with these settings, by name."""

    def look(**settings):
        for name, value in {"data_dir": data_dir, "port": 0, **settings}.items():
            monkeypatch.setenv(f"ASSISTANT_{name.upper()}", str(value))
        return {check.name: check for check in examine()}

    return look


def test_where_all_is_well_nothing_is_amiss(looked):
    found = looked()
    assert set(found) == EVERYTHING
    assert {check.state for check in found.values()} == {"ok"}, found
    assert "5份文件" in found["索引"].message


def test_a_damaged_index_is_broken_and_says_what_to_do(looked, data_dir, tmp_path):
    folder = shutil.copytree(data_dir, tmp_path / "data")
    for facts in folder.glob("index/gen-*/facts.json"):
        facts.write_bytes(facts.read_bytes()[:-1])
    check = looked(data_dir=folder)["索引"]
    assert check.state == "broken"
    assert "facts.json" in check.message
    assert "--rebuild" in check.hint


def test_no_index_yet_is_only_a_warning(looked, tmp_path):
    check = looked(data_dir=tmp_path / "new")["索引"]
    assert check.state == "warning"
    assert "policy-assistant index" in check.hint


def test_a_database_that_is_none_is_broken(looked, tmp_path):
    (tmp_path / DATABASE).write_bytes(b"conversations" * 1000)
    assert looked(data_dir=tmp_path)["会话与审计"].state == "broken"


def test_a_whole_database_is_ok(looked, tmp_path):
    with closing(Database(tmp_path / DATABASE)) as database:
        assert database.damage() is None
    check = looked(data_dir=tmp_path)["会话与审计"]
    assert (check.state, "核对无误" in check.message) == ("ok", True)


def test_a_data_directory_that_is_a_file_is_broken(looked, tmp_path):
    (tmp_path / "file").touch()
    assert looked(data_dir=tmp_path / "file")["数据目录"].state == "broken"


def test_a_port_that_another_program_has_is_broken(looked):
    with bound_socket("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        taken.close()
        with serving(explodes) as other:
            assert looked(port=other.url.split(":")[2].split("/")[0])["端口"].state == "broken"
    assert looked(port=port)["端口"].state == "ok"


def test_our_own_server_on_the_port_is_no_harm(looked, live):
    check = looked(port=live.url.rsplit(":", 1)[1])["端口"]
    assert check.state == "ok"
    assert "正运行着本系统" in check.message


def test_an_llm_that_cannot_be_reached_is_a_warning(looked):
    with bound_socket("127.0.0.1", 0) as nobody:
        url = f"http://127.0.0.1:{nobody.getsockname()[1]}/v1"
    check = looked(llm_base_url=url, llm_model="any")["大模型"]
    assert (check.state, "原文摘录" in check.hint) == ("warning", True)


def test_settings_that_cannot_be_used_are_told_and_nothing_else(looked):
    found = looked(port="many")
    assert found["设置"].state == "broken"
    assert "ASSISTANT_PORT" in found["设置"].message
    assert "端口" not in found


def test_looking_changes_nothing(looked, data_dir):
    before = sorted(data_dir.rglob("*"))
    looked()
    assert sorted(data_dir.rglob("*")) == before
    assert Settings(data_dir=data_dir).data_dir == data_dir

"""Below a path of another site, behind a real nginx with the configuration that deploy/ shows."""

import shutil
import subprocess
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from api.address import bound_socket
from tests.api.conftest import app_over, wait_until
from tests.api.live import live_server

EXAMPLE = Path(__file__).parents[2] / "deploy" / "nginx.conf"
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
QUESTION = {"question": "青浦到2025年累计去化面积是多少？"}
CONF = """
daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
    uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    server {{ listen 127.0.0.1:{port}; {example} }}
}}
"""


def free_port():
    with bound_socket("127.0.0.1", 0) as taken:
        return taken.getsockname()[1]


@pytest.fixture(scope="module")
def proxied(data_dir, tmp_path_factory):
    """The address below which everything is found."""
    if NGINX is None:
        pytest.skip("nginx is not installed")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    with live_server(data_dir, folder, root_path="/zhengce") as live:
        example = EXAMPLE.read_text(encoding="utf-8").replace("http://127.0.0.1:8000", live.url)
        (folder / "conf").write_text(CONF.format(folder=folder, port=port, example=example), encoding="utf-8")
        with subprocess.Popen([NGINX, "-c", folder / "conf", "-p", folder], stderr=subprocess.DEVNULL) as nginx:
            address = f"http://127.0.0.1:{port}/zhengce"
            wait_until(lambda: is_there(address))
            yield address
            nginx.terminate()


def is_there(address):
    try:
        return httpx.get(f"{address}/healthz", timeout=30).status_code == 200
    except httpx.TransportError:
        return False


def test_the_page_and_all_it_loads_are_found_below_the_path(proxied):
    page = httpx.get(proxied, follow_redirects=True)
    assert str(page.url) == f"{proxied}/"
    loaded = [part.split('"')[0] for part in page.text.replace('href="', 'src="').split('src="')[1:]]
    files = [name for name in loaded if not name.startswith(("#", "data:", "?"))]
    assert len(files) > 2
    assert {httpx.get(str(page.url.join(name))).status_code for name in files} == {200}


def test_lists_tell_where_their_next_part_is(proxied):
    response = httpx.get(f"{proxied}/api/tasks?limit=5")
    following = response.headers["link"].partition("<")[2].partition(">")[0]
    assert following.startswith("/zhengce/api/tasks?")
    assert len(httpx.get(str(response.url.join(following))).json()) == 5
    assert httpx.get(f"{proxied}/openapi.json").json()["servers"] == [{"url": "/zhengce"}]


def test_a_stream_is_not_held_back(proxied):
    with httpx.stream("POST", f"{proxied}/api/ask/stream", json=QUESTION, timeout=60) as response:
        pieces = list(response.iter_raw())
    assert response.status_code == 200
    assert len(pieces) > 1
    assert "40万平方米" in b"".join(pieces).decode()


def test_a_proxy_may_leave_the_path_as_it_is(settings):
    below = settings.model_copy(update={"root_path": "/zhengce"})
    with TestClient(app_over(below)) as client:
        for path in ("/healthz", "/zhengce/healthz", "/zhengce/web/main.js", "/web/main.js", "/zhengce/", "/"):
            assert client.get(path).status_code == 200, path


def test_without_the_proxy_the_header_says_so(client):
    assert client.post("/api/ask/stream", json=QUESTION).headers["x-accel-buffering"] == "no"
    assert "x-accel-buffering" not in client.get("/api/status").headers

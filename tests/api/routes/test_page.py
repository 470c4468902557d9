"""The page's files are served, and refer to nothing outside."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "api" / "web"


def test_the_page_is_chinese_html_without_inline_code(client):
    text = client.get("/").text
    assert '<html lang="zh-CN">' in text
    assert not re.search(r"<script>|<style|\son\w+=|style=", text)


@pytest.mark.parametrize("path", sorted(WEB.iterdir()), ids=lambda path: path.name)
def test_every_file_is_served_and_names_no_other_site(client, path):
    assert client.get(f"/web/{path.name}").status_code == 200
    outside = re.findall(r"https?://[^\s\"']+", path.read_text(encoding="utf-8"))
    assert [address for address in outside if address != "http://www.w3.org/2000/svg"] == []


@pytest.mark.parametrize("path", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_scripts_set_text_and_never_html(path):
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", path.read_text(encoding="utf-8")
    )

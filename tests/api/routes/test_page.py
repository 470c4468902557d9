"""The page's files are served, and refer to nothing outside."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "api" / "web"
WORTH_COMPRESSING = 500


def test_the_page_is_chinese_html_without_inline_code(client):
    text = client.get("/").text
    assert '<html lang="zh-CN">' in text
    assert not re.search(r"<script>|<style|\son\w+=|style=", text)


@pytest.mark.parametrize("path", sorted(WEB.iterdir()), ids=lambda path: path.name)
def test_every_file_is_served_and_names_no_other_site(client, path):
    served = client.get(f"/web/{path.name}")
    assert served.text == path.read_text(encoding="utf-8")
    assert (served.headers.get("content-encoding") == "gzip") is (path.stat().st_size >= WORTH_COMPRESSING)
    outside = re.findall(r"https?://[^\s\"']+", path.read_text(encoding="utf-8"))
    assert [address for address in outside if address != "http://www.w3.org/2000/svg"] == []


SETS_HTML = re.compile(
    r"innerHTML|(?<!\.)outerHTML|outerHTML\s*[+?&|]*=(?!=)|insertAdjacentHTML|setHTML|document\.write|eval\("
)
"""All that makes text into elements or code; reading `.outerHTML`, as the clipboard wants it, does not."""


@pytest.mark.parametrize("path", sorted(WEB.glob("*.js")), ids=lambda path: path.name)
def test_scripts_set_text_and_never_html(path):
    assert not SETS_HTML.search(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "script", ["a.outerHTML = b", "a.outerHTML+=b", "a.outerHTML ??= b", 'h("p", { outerHTML: b })', "a.innerHTML"]
)
def test_the_test_sees_what_sets_html(script):
    assert SETS_HTML.search(script)

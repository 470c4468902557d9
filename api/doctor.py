"""Whether everything is in place for the server to run: each thing looked at by itself, told in a sentence.

Changes nothing but a probe file in the data directory, and loads no model.
"""

import platform
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from typing import Literal, NamedTuple

import httpx
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from pydantic import BaseModel

from api.address import bound_socket
from assistant.keeping.database import Database
from assistant.keeping.keeping import DATABASE
from assistant.settings import Settings
from assistant.wiring import open_assistant
from corpus.errors import IndexMissing, PortInUse, UserError
from indexing.durable import unusable_becomes_clear
from indexing.embedding import check_own_model
from indexing.model import DEFAULT_MODEL, default_model_is_unpacked

State = Literal["ok", "warning", "broken"]

_PACKAGE = "policy-assistant"
_LLM_SECONDS = 5.0
_NEEDED, _COMFORTABLE = 300 * 1024**2, 1024**3
"""Bytes: a new index beside the old one and the model; below the other it gets tight."""


class Check(BaseModel, frozen=True):
    """One thing that was looked at. `hint` says what to do where it is not ok."""

    name: str
    state: State
    message: str
    hint: str = ""


class _Found(NamedTuple):
    state: State
    message: str
    hint: str = ""


def examine() -> Iterator[Check]:
    """Look at everything, one thing after the other. Without usable settings nothing that depends on them is told."""
    yield _look("Python", _python)
    yield _look("依赖包", _packages)
    try:
        settings = Settings()
    except UserError as error:
        yield Check(name="设置", state="broken", message=error.message, hint=error.hint)
        return
    yield Check(name="设置", state="ok", message="都能用。")
    for name, look in _LOOKS.items():
        yield _look(name, partial(look, settings))


def _look(name: str, look: Callable[[], _Found]) -> Check:
    try:
        found = look()
    except UserError as error:
        found = _Found("broken", error.message, error.hint)
    return Check(name=name, **found._asdict())


def _python() -> _Found:
    wanted = SpecifierSet(str(metadata(_PACKAGE)["Requires-Python"]))
    running = platform.python_version()
    if running in wanted:
        return _Found("ok", running)
    return _Found("broken", f"{running}，需要 {wanted}。", "请换一个版本的 Python 重新安装。")


def _packages() -> _Found:
    listed = [Requirement(line) for line in requires(_PACKAGE) or ()]
    needed = [one for one in listed if one.marker is None or one.marker.evaluate({"extra": ""})]
    lacking = list(_lacking(needed))
    if not lacking:
        return _Found("ok", f"{len(needed)}个都在，版本合适。")
    return _Found("broken", f"缺少或版本不合：{'、'.join(lacking)}。", "请重新安装：make run，或见 docs/offline.md。")


def _lacking(needed: Iterable[Requirement]) -> Iterator[str]:
    for one in needed:
        try:
            if version(one.name) not in one.specifier:
                yield f"{one}（已装 {version(one.name)}）"
        except PackageNotFoundError:
            yield str(one)


def _data_dir(settings: Settings) -> _Found:
    with unusable_becomes_clear(settings.data_dir):
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.data_dir) as probe:
            probe.write(b"probe")
            probe.flush()
    return _Found("ok", f"{settings.data_dir.resolve()} 可以写入。")


def _disk(settings: Settings) -> _Found:
    folder = settings.data_dir.resolve()
    free = shutil.disk_usage(next(one for one in (folder, *folder.parents) if one.exists())).free
    said = f"还有{free // 1024**2} MB。"
    if free < _NEEDED:
        return _Found("broken", said, f"重建索引至少需要{_NEEDED // 1024**2} MB，请清理磁盘。")
    return _Found("ok", said) if free >= _COMFORTABLE else _Found("warning", said, "空间不多，请留意。")


def _corpus(settings: Settings) -> _Found:
    if settings.corpus.is_dir():
        return _Found("ok", str(settings.corpus))
    return _Found("broken", f"目录“{settings.corpus}”不存在。", "请检查 ASSISTANT_CORPUS。")


def _model(settings: Settings) -> _Found:
    if settings.embedding_model != DEFAULT_MODEL:
        check_own_model()
        return _Found("ok", f"{settings.embedding_model}（自选的模型，用到时才载入）。")
    unpacked = default_model_is_unpacked(settings.data_dir)
    return _Found("ok", f"{DEFAULT_MODEL} 的文件{'完好' if unpacked else '完好，第一次用到时解压'}。")


def _index(settings: Settings) -> _Found:
    try:
        index = open_assistant(settings).index
    except IndexMissing as error:
        return _Found("warning", error.message, error.hint)
    documents = len(index.library.documents)
    return _Found("ok", f"{index.id}，{documents}份文件，{len(index.chunks)}段，逐个文件核对无误。")


def _keeping(settings: Settings) -> _Found:
    path = settings.data_dir / DATABASE
    if not path.exists():
        return _Found("ok", "还没有会话和审计记录。")
    with closing(Database(path)) as database:
        damage = database.damage()
    if damage is None:
        return _Found("ok", f"{path.stat().st_size // 1024} KB，核对无误。")
    return _Found("broken", f"{path} 已损坏：{damage}。", "请停止服务，用 policy-assistant restore 恢复备份。")


def _port(settings: Settings) -> _Found:
    try:
        with bound_socket(settings.host, settings.port):
            return _Found("ok", f"{settings.host}:{settings.port} 空闲。")
    except PortInUse as error:
        if _is_ours(settings):
            return _Found("ok", f"{settings.host}:{settings.port} 上正运行着本系统。")
        return _Found("broken", error.message, error.hint)


def _is_ours(settings: Settings) -> bool:
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    try:
        with httpx.Client(trust_env=False, timeout=_LLM_SECONDS) as client:
            return "library" in client.get(f"http://{host}:{settings.port}/readyz").json()
    except (httpx.HTTPError, ValueError):
        return False


def _llm(settings: Settings) -> _Found:
    if settings.llm_base_url is None:
        return _Found("ok", "没有配置，答复用原文摘录。")
    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else ""
    url = f"{settings.llm_base_url.rstrip('/')}/models"
    try:
        with httpx.Client(trust_env=False, timeout=_LLM_SECONDS) as client:
            status = client.get(url, headers={"Authorization": f"Bearer {key}"} if key else {}).status_code
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return _Found(
            "warning", f"连不上：{type(error).__name__}。", "答复会改用原文摘录；请检查 ASSISTANT_LLM_BASE_URL。"
        )
    if status in {401, 403}:
        return _Found("warning", f"连上了，但密钥不被接受（{status}）。", "请检查 ASSISTANT_LLM_API_KEY。")
    if status >= 500:
        return _Found("warning", f"连上了，但它出错（{status}）。", "请检查大模型服务。")
    return _Found("ok", f"连上了（{status}）。")


_LOOKS: dict[str, Callable[[Settings], _Found]] = {
    "数据目录": _data_dir,
    "磁盘空间": _disk,
    "文件目录": _corpus,
    "向量模型": _model,
    "索引": _index,
    "会话与审计": _keeping,
    "端口": _port,
    "大模型": _llm,
}

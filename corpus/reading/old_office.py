"""Office files of the old kind (.doc, .xls, .wps), converted by LibreOffice where that is installed, then read.

Runs in the child process that reads untrusted files, under its limits. Knows which programs to call, no words.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableDocument
from corpus.reading.docx import docx_to_written
from corpus.reading.written import Written
from corpus.reading.xlsx import xlsx_to_written

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 100


def doc_to_written(data: bytes, name: str) -> Written:
    """The words and tables of an old Word or WPS document; raises UnreadableDocument, also without LibreOffice."""
    return _converted(data, name, "doc", "docx", docx_to_written)


def xls_to_written(data: bytes, name: str) -> Written:
    """The words and tables of an old workbook; raises like `doc_to_written`."""
    return _converted(data, name, "xls", "xlsx", xlsx_to_written)


def _converted(data: bytes, name: str, old: str, new: str, read: Callable[[bytes, str], Written]) -> Written:
    program = next((path for path in map(shutil.which, _PROGRAMS) if path), None)
    if program is None:
        raise UnreadableDocument(
            f"文件“{name}”是旧版 Office 文件（.doc/.xls/.wps），读取它需要安装 LibreOffice。",
            f"请安装 LibreOffice，或用 Word、Excel、WPS 另存为 {new} 后再添加。",
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"file.{old}"
        source.write_bytes(data)
        _convert(program, source, new)
        made = source.with_suffix(f".{new}")
        if not made.is_file():
            raise UnreadableDocument(f"文件“{name}”没有转换成功，可能已损坏或加密。", f"请另存为 {new} 后再添加。")
        written = read(made.read_bytes(), name)
    return Written(written.text, written.tables, written.pages, (*written.warnings, f"由旧版格式转换为 {new} 后读取。"))


def _convert(program: str, source: Path, new: str) -> None:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--norestore", "--convert-to", new, "--outdir", str(source.parent)]
    with tempfile.TemporaryFile() as unread:
        running = subprocess.Popen(  # noqa: S603 - the program is found on the path, the file has a name of ours
            [*command, str(source)], stdout=unread, stderr=unread, stdin=subprocess.DEVNULL, start_new_session=True
        )
        try:
            running.wait(_SECONDS)
        except subprocess.TimeoutExpired:
            _kill(running)
            running.wait()


def _kill(running: "subprocess.Popen[bytes]") -> None:
    """And what it has started, where the system keeps processes in groups."""
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)

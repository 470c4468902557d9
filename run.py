"""Starts the assistant without make: `python3 run.py`. Makes .venv, installs what running needs, indexes, serves.

What stands behind it goes to `policy-assistant serve`: python3 run.py --port 9000
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
BIN = ROOT / ".venv" / "bin"
DONE = ROOT / ".venv" / "running"
WANTED = ("pyproject.toml", "constraints.txt")


def main() -> None:
    """Install what is missing, then index and serve."""
    if sys.platform != "linux":
        sys.exit("本程序在 Linux 上运行。Windows 请在 WSL 里运行本文件，或使用容器（见 Containerfile）。")
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(f"需要 Python 3.11 至 3.13，现在是 {sys.version.split()[0]}。请换一个 Python 再运行。")
    wanted = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in WANTED)).hexdigest()
    if not DONE.is_file() or DONE.read_text(encoding="ascii").strip() != wanted:
        _install()
        DONE.write_text(wanted, encoding="ascii")
    _run(BIN / "policy-assistant", "index")
    _run(BIN / "policy-assistant", "serve", *sys.argv[1:])


def _install() -> None:
    sys.stderr.write("第一次运行：安装所需的组件，要几分钟。\n")
    venv.create(ROOT / ".venv", with_pip=True)
    _run(BIN / "python", "-m", "pip", "install", "-c", ROOT / "constraints.txt", "-e", f"{ROOT}[ocr]")


def _run(*command: object) -> None:
    """Run a program to its end; what it says is for the user, and where it fails we end with its status."""
    try:
        status = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode  # noqa: S603
    except KeyboardInterrupt:
        status = 130
    if status:
        sys.exit(status)


if __name__ == "__main__":
    main()

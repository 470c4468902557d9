"""Data files that stand beside the code: tables of words and patterns, their columns apart by tabs."""

from importlib.resources import files


def data_rows(package: str, name: str) -> list[list[str]]:
    """The columns of every line of a file of `package`, in its order; empty lines and those behind # are left out."""
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]

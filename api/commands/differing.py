"""The command that tells what changed. It reads the index on the disk, or files, and loads no model."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import Format, FormatOption, OutputOption
from api.commands.output import emit, shared_library

if TYPE_CHECKING:
    from assistant.differing.difference import Stated
    from assistant.keeping.keeping import Keeping
    from corpus.facts import Library

_HELP = "文件编号、“编号@版本”，或一个文件的路径。"


def diff(
    old: Annotated[str, typer.Argument(metavar="原文件", help=_HELP)],
    new: Annotated[str, typer.Argument(metavar="新文件", help=_HELP)],
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print what changed from one document, or revision, to another."""
    from contextlib import closing

    from api.lists.reviewing import difference_listing
    from assistant.differing.difference import difference
    from assistant.keeping.keeping import open_keeping
    from assistant.settings import Settings

    with closing(open_keeping(Settings())) as keeping:
        library = None if all(map(_is_file, (old, new))) else shared_library()
        sides = [_stated(text, library, keeping) for text in (old, new)]
    emit(difference_listing(difference(*sides)), form, output)


def _is_file(text: str) -> bool:
    return Path(text).is_file()


def _stated(text: str, library: "Library | None", keeping: "Keeping") -> "Stated":
    from assistant.differing.finding import find_stated, named, stated_facts
    from corpus.reading.document import read_document

    if library is None or (text not in library.documents and _is_file(text)):
        return stated_facts(read_document(Path(text)))
    return find_stated(library, keeping.revisions, *named(text))

"""The commands that ask: one question, a batch of them, a search for passages."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.options import DocOption, OutputOption
from api.commands.output import write_file
from corpus.errors import BadRequest

if TYPE_CHECKING:
    from assistant.answer import Answer
    from corpus.facts import Library

_FORMS = ("docx", "json", "txt")


def ask(
    question: Annotated[str | None, typer.Argument(metavar="问题", help="要问的问题。")] = None,
    doc: DocOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="输出完整的 JSON。")] = False,
    batch: Annotated[Path | None, typer.Option("--batch", metavar="IN.jsonl", help="成批提问：每行一个 JSON。")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="OUT.jsonl", help="成批的答复写到这里。")] = None,
    output: OutputOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="不只答复，还说明怎样理解、有哪些候选、为什么选中。")
    ] = False,
) -> None:
    """Answer a question on stdout or into a file (.docx, .json, .txt), or a batch of them into a file."""
    if (question is None) == (batch is None) or (batch is None) != (out is None) or (batch and (output or explain)):
        raise BadRequest("请给出一个问题，或者同时给出 --batch 和 --out。", '例如：policy-assistant ask "问题"。')
    if question is None:
        _ask_batch(Path(str(batch)), Path(str(out)), tuple(doc or ()))
        return
    if explain:
        _explain(question, tuple(doc or ()), as_json, output)
        return
    from assistant.settings import Settings
    from assistant.wiring import open_assistant

    form = _form(output, as_json)
    assistant = open_assistant(Settings())
    data = _answer_file(assistant.ask(question, tuple(doc or ())), assistant.library, form)
    if output is None:
        sys.stdout.write(data.decode())
    else:
        write_file(output, data)


def _explain(question: str, documents: tuple[str, ...], as_json: bool, output: Path | None) -> None:
    """The answer and how it came about: as text on stdout, or as JSON."""
    from api.terminal.answer_text import explanation_to_text
    from assistant.settings import Settings
    from assistant.wiring import open_assistant

    if output is not None:
        raise BadRequest("--explain 的结果只在屏幕上显示。", "请去掉 -o。")
    assistant = open_assistant(Settings())
    answer, explanation = assistant.ask(question, documents), assistant.explain(question, documents)
    if as_json:
        both = answer.model_dump(mode="json") | {"explanation": explanation.model_dump(mode="json")}
        sys.stdout.write(json.dumps(both, ensure_ascii=False, indent=2) + "\n")
        return
    sys.stdout.write(_answer_file(answer, assistant.library, "txt").decode())
    sys.stdout.write(f"\n{explanation_to_text(explanation)}\n")


def search(
    words: Annotated[str, typer.Argument(metavar="词", help="要找的词。")],
    doc: DocOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=100, help="最多几段。")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Print passages, best first, with the score of each signal."""
    from api.lists.hit_view import HitView
    from assistant.settings import Settings
    from assistant.wiring import open_assistant

    assistant = open_assistant(Settings())
    hits = [HitView.of(hit).marked(assistant.library) for hit in assistant.search(words, tuple(doc or ()), limit)]
    if as_json:
        sys.stdout.write(json.dumps([hit.model_dump() for hit in hits], ensure_ascii=False, indent=2) + "\n")
        return
    for number, hit in enumerate(hits, 1):
        signals = " ".join(f"{name}={score:.3f}" for name, score in hit.signals.items())
        standing = f"（这份文件{hit.validity}）" if hit.validity else ""
        sys.stdout.write(f"{number}. {hit.score:.3f} （{signals}）\n   {hit.place}{standing}\n   {hit.text}\n")


def _form(output: Path | None, as_json: bool) -> str:
    """The form in which an answer is wanted: what the file's name ends in; on the screen text, or JSON."""
    if output is None or as_json:
        return "json" if as_json else "txt"
    form = output.suffix.casefold().removeprefix(".")
    if form not in _FORMS:
        raise BadRequest(f"答复不能存成“{output.name}”。", "文件名请以 .docx、.json 或 .txt 结尾。")
    return form


def _answer_file(answer: "Answer", library: "Library", form: str) -> bytes:
    from api.terminal.answer_text import answer_to_text
    from assistant.exports.docx_files import answer_to_docx

    if form == "docx":
        return answer_to_docx(answer, library)
    text = answer.model_dump_json(indent=2) if form == "json" else answer_to_text(answer)
    return f"{text}\n".encode()


def _ask_batch(source: Path, target: Path, documents: tuple[str, ...]) -> None:
    from api.commands.screen import notices, progress_bar
    from api.terminal.batch import answer_batch, read_items
    from assistant.settings import Settings
    from assistant.wiring import open_assistant

    screen = notices()
    items, problems = read_items(source)
    assistant = open_assistant(Settings())
    with progress_bar() as progress:
        problems += answer_batch(assistant, items, target, documents, progress)
    for problem in problems:
        screen.print(f"第{problem.line}行：{problem.message}", style="yellow")
    screen.print(f"已答复{len(items)}条，写到 {target}；{len(problems)}条有问题。")
    if problems:
        raise typer.Exit(2)

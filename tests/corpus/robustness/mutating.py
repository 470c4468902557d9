"""Real documents damaged at random, and what becomes of them on reading: read, refused, or a fault of ours.

`python -m tests.corpus.robustness.mutating --texts 5000 --docx 500 --html 300 --pdf 300 --xlsx 200` runs many; the
tests run a few. `--seeds FOLDER` adds files to damage. Every damage follows from its number: a fault can be repeated.
"""

import argparse
import copy
import io
import logging
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from dataclasses import dataclass
from html import escape
from pathlib import Path

import xlsxwriter
from lxml import etree

from corpus.document import MediaType, Source
from corpus.errors import UnreadableDocument
from corpus.extraction.facts import document_to_facts
from corpus.manifest import read_manifest
from corpus.quoting import SourceText
from corpus.reading.decoding import bytes_to_media_type
from corpus.reading.document import read_document, reading_to_document
from corpus.reading.docx import docx_to_written
from corpus.reading.html import html_to_written
from corpus.reading.pdf import pdf_to_written
from corpus.reading.plain_text import read_text
from corpus.reading.written import written_to_reading
from corpus.reading.xlsx import xlsx_to_written
from corpus.table import Table
from tests.corpus.reading.typesetting import document_to_docx, document_to_pdf
from tests.corpus.robustness.damages import damaged_lines

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"
EXTRACTORS = {
    MediaType.HTML: html_to_written,
    MediaType.DOCX: docx_to_written,
    MediaType.PDF: pdf_to_written,
    MediaType.XLSX: xlsx_to_written,
}
LONGEST = 60_000
"""Characters: what is doubled again and again must end."""
SECONDS = 20
"""Of CPU: a busy machine makes no fault."""
NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
ODD = "\ue010\ufffd\u200b０５％〇○①⑳²³⼀﹝　\t\n\f\r|#*【】（《〔—…%+-.,，。；：、到年月日万亿元个%0123456789"
WORDS = (
    "分别为|分别达到|牵头单位：|责任单位：A、B|（负责）|2025年底前|1-2个|到2030年|附件：|附件1"
    "|专栏1|合计|下降|序号\t任务\n1\t|注："
)


@dataclass(frozen=True)
class Outcome:
    """What became of a damaged file; `fault` is empty where it was read or refused."""

    kind: str
    number: int
    fault: str = ""
    refused: bool = False
    seconds: float = 0.0


def damaged_text(text, dice):
    """The text with one to six damages, of every second text those of `damages`."""
    if dice.random() < 0.5:
        for _ in range(dice.choice((1, 1, 2, 4))):
            text = damaged_lines(text, dice)[:LONGEST]
        return text
    for _ in range(dice.randint(1, 6)):
        at, size = dice.randrange(len(text) + 1), dice.choice((1, 2, 5, 40, 400))
        piece = text[at : at + size]
        other = dice.randrange(len(text) + 1)
        text = dice.choice(
            (
                lambda t, a=at, s=size: t[:a] + t[a + s :],
                lambda t, a=at, p=piece: t[:a] + p + t[a:],
                lambda t, a=at, p=piece: t[:a] + p * dice.choice((2, 50)) + t[a:],
                lambda t, p=piece, o=other: t[:o] + p + t[o:],
                lambda t, a=at: t[:a] + "".join(dice.choices(ODD, k=dice.randint(1, 12))) + t[a:],
                lambda t, a=at: t[:a] + dice.choice(WORDS.split("|")) + t[a:],
                lambda t, a=at, s=size: t[:a] + t[a : a + s].replace("\n", "") + t[a + s :],
                lambda t, a=at, s=size: t[:a] + "\n".join(t[a : a + s]) + t[a + s :],
                lambda t, a=at: t[: max(1, a)],
                lambda t, a=at, s=size: t[:a] + "".join(dice.sample(t[a : a + s], len(t[a : a + s]))) + t[a + s :],
            )
        )(text)
    return text


def damaged_bytes(data, dice):
    """The bytes with one to eight damages."""
    content = bytearray(data)
    for _ in range(dice.randint(1, 8)):
        at = dice.randrange(len(content) or 1)
        dice.choice(
            (
                lambda a=at: content.__setitem__(slice(a, a + 1), bytes([dice.randrange(256)])),
                lambda a=at: content.__delitem__(slice(a, a + dice.choice((1, 16, 300)))),
                lambda a=at: content.__setitem__(slice(a, a), content[a : a + dice.choice((1, 16, 300))]),
            )
        )()
    return bytes(content)


def damaged_archive(data, dice):
    """The archive with its XML damaged: words, tags and numbers; now and then its bytes."""
    if dice.random() < 0.1:
        return damaged_bytes(data, dice)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if name.endswith(".xml")]
        chosen = set(dice.sample(names, min(len(names), dice.choice((1, 1, 2, 3)))))
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged_part(part, dice) if name in chosen else part)
    return stream.getvalue()


def damaged_part(part, dice):
    """XML that is still well-formed, mostly."""
    if dice.random() < 0.1:
        return damaged_markup(part.decode(), dice).encode("utf-8", "surrogatepass")
    root = etree.fromstring(part)
    for _ in range(dice.randint(1, 12)):
        elements = [element for element in root.iter() if element.getparent() is not None]
        told = [element for element in elements if element.text and element.text.strip()]
        if len(told) > 1 and dice.random() < 0.5:
            damage_words(dice.choice(told), dice)
        elif len(elements) > 2:
            damage_element(*dice.sample(elements, 2), dice)
    return etree.tostring(root)


def damage_element(one, other, dice):
    """An element taken out, repeated, put elsewhere or into itself, with another value or other words."""
    kind = dice.randrange(6)
    if kind == 0:
        one.getparent().remove(one)
    elif kind == 1:
        one.addnext(copy.deepcopy(one))
    elif kind == 2:
        other.append(copy.deepcopy(one))
    elif kind == 3 and one.attrib:
        one.set(dice.choice(sorted(one.attrib)), dice.choice(("-1", "99999999", "0", "", "x", "500", "1.5", "A1:XFD9")))
    elif kind == 4:
        for _ in range(dice.choice((3, 40))):
            outer = copy.copy(one)
            outer[:], outer.text = [], ""
            one.addprevious(outer)
            outer.append(one)
    elif one.text:
        damage_words(one, dice)


def damage_words(one, dice):
    """Other words in an element."""
    one.text = NOT_XML.sub("", damaged_text(one.text, dice))


def damaged_markup(text, dice):
    """Markup with elements taken out, repeated or put elsewhere, values changed; seldom broken."""
    for _ in range(dice.randint(1, 6)):
        tags = [at for at, character in enumerate(text) if character == "<"]
        if len(tags) < 4:
            return text
        start = dice.randrange(len(tags) - 1)
        end = min(len(tags) - 1, start + dice.choice((1, 1, 2, 4, 20)))
        piece = text[tags[start] : tags[end]]
        where = dice.choice(tags)
        kind = dice.choice((0, 1, 2, 2, 2, 3, 3, 3, 4, 5))
        if kind == 0:
            text = text[: tags[start]] + text[tags[end] :]
        elif kind == 1:
            text = text[:where] + piece + text[where:]
        elif kind == 2:
            text = text[: tags[start]] + changed_values(piece, dice) + text[tags[end] :]
        elif kind == 3:
            text = text[: tags[start]] + damaged_text(piece, dice) + text[tags[end] :]
        elif kind == 5:
            text = text[:where] + piece * dice.choice((2, 30, 800)) + text[where:]
        else:
            name = piece[1:].split(">")[0].split(" ")[0].strip("/")
            depth = dice.choice((1, 1, 40, 800))
            text = text[:where] + f"<{name}>" * depth + piece + f"</{name}>" * depth + text[where:]
        text = text[: 10 * LONGEST]
    return text


def changed_values(piece, dice):
    """Attribute values as nobody would write them."""
    for value in ("1", "2", "0"):
        piece = piece.replace(f'"{value}"', f'"{dice.choice(("-1", "99999999", "0", "", "x", "500", "1.5"))}"')
    return piece


def document_to_html(document):
    """The document as a plain web page."""
    parts = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = [
                [column.name for column in block.columns],
                *([cell.text for cell in row.cells] for row in block.rows),
            ]
            cells = ("".join(f"<td rowspan=1 colspan=1>{escape(text)}</td>" for text in row) for row in rows)
            parts.append("<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>")
        else:
            parts.append(f"<p><span>{escape(block.text)}</span><sup>1</sup></p>")
    return f"<html><head><meta charset='utf-8'><title>某</title></head><body>{''.join(parts)}</body></html>".encode()


def document_to_xlsx(document):
    """The tables of the document, a sheet each."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for table in document.tables:
            page = book.add_worksheet()
            page.merge_range(0, 0, 0, len(table.columns), table.caption or "表")
            page.write_row(1, 0, [column.name for column in table.columns])
            for at, row in enumerate(table.rows):
                page.write_row(2 + at, 0, [cell.text for cell in row.cells])
    return stream.getvalue()


def seeds(folder=None, kinds=frozenset(MediaType)):
    """Files to damage, by their kind."""
    documents = [read_document(entry.file, document_id=entry.id) for entry in read_manifest(DOCUMENTS)]
    found = {
        MediaType.TEXT: [document.text.encode() for document in documents],
        MediaType.HTML: [document_to_html(document) for document in documents],
        MediaType.DOCX: [document_to_docx(document) for document in documents],
        MediaType.PDF: [each.text.encode() for each in documents],
        MediaType.XLSX: [document_to_xlsx(document) for document in documents if document.tables],
    }
    if MediaType.PDF in kinds:
        found[MediaType.PDF] += [document_to_pdf(short(each)) for each in documents]
    for path in sorted(folder.rglob("*")) if folder else ():
        data = path.read_bytes() if path.is_file() else b""
        if data and len(data) < 600_000:
            try:
                found.setdefault(bytes_to_media_type(data, path.name), []).append(data)
            except UnreadableDocument:
                continue
    return found


def short(document):
    """The last blocks of a document, which hold its tables."""
    return document.model_copy(update={"blocks": document.blocks[-40:]})


def part_of(text, dice):
    """The head of a text and a piece from anywhere in it; now and then all of it."""
    if dice.random() < 0.05:
        return text
    start = dice.randrange(len(text))
    return text[: dice.choice((0, 200, 800))] + text[start : start + dice.choice((500, 2000, 4000))]


def damaged(kind, data, dice):
    if kind is MediaType.TEXT:
        whole = damaged_text(part_of(data.decode("utf-8", "replace"), dice), dice).encode("utf-8", "surrogatepass")
        return damaged_bytes(whole, dice) if dice.random() < 0.1 else whole
    if kind is MediaType.HTML:
        return damaged_markup(data.decode("utf-8", "replace"), dice).encode("utf-8", "surrogatepass")
    if kind is MediaType.PDF:
        return damaged_bytes(data, dice) if data.startswith(b"%PDF") else damaged_print(data, dice)
    return damaged_archive(data, dice)


def damaged_print(data, dice):
    """A damaged piece of a text, set in type; what the typesetter has no sign for is left out."""
    text = damaged_text(part_of(data.decode(), dice), dice).encode("gbk", "ignore")
    read = read_text(text.replace(b"\0", b"")[-20_000:], "a")
    document = reading_to_document(read, Source(id="a", file="a", media_type=MediaType.TEXT, sha256="0"))
    return document_to_pdf(document)


class TooLong(BaseException):
    """No guard round a block takes this for the block's own fault."""


class Failures(logging.Handler):
    """What extraction failed on, which it tells the log and goes on."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.found = []

    def emit(self, record):
        if record.exc_info:
            self.found.append("".join(traceback.format_exception(*record.exc_info)[-4:]))


def outcome(kind, number, pool):
    """What becomes of the damaged file of this kind and number."""
    dice = random.Random(f"{kind}{number}")
    seed = dice.choice(pool)
    try:
        data = damaged(kind, seed, dice)
    except UnreadableDocument:  # a print of nothing
        return Outcome(str(kind), number, refused=True)
    started, failures = time.process_time(), Failures()
    logging.getLogger("corpus").addHandler(failures)
    signal.signal(signal.SIGPROF, _too_long)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    fault, refused = "", False
    try:
        read = read_text(data, "a") if kind is MediaType.TEXT else written_to_reading(EXTRACTORS[kind](data, "a"))
        document = reading_to_document(read, Source(id="a", file="a", media_type=kind, sha256="0"))
        facts = document_to_facts(document)
        signal.setitimer(signal.ITIMER_PROF, 0)
        fault = "\n".join(failures.found) or _untraceable(document, facts)
    except UnreadableDocument:
        refused = True
    except (Exception, TooLong):  # noqa: BLE001 - any other error is what is looked for
        fault = traceback.format_exc(limit=-6)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        logging.getLogger("corpus").removeHandler(failures)
    return Outcome(str(kind), number, fault, refused, time.process_time() - started)


def _too_long(*_):
    raise TooLong(f"more than {SECONDS} CPU seconds")


def _untraceable(document, facts):
    """What blocks, rows and facts quote without its being in the text."""
    source = SourceText(document.text)
    quotes = [
        quote
        for block in document.blocks
        for quote in ([row.quote for row in block.rows] if isinstance(block, Table) else [block.text])
    ]
    quotes += [one.quote for one in (*facts.tasks, *facts.targets, *facts.implied, *facts.definitions)]
    lost = [quote[:80] for quote in quotes if quote.strip() and quote not in source]
    return f"not in the text: {lost[:5]}" if lost else ""


def main():
    """Damage many files of each kind and print what became of them."""
    parser = argparse.ArgumentParser()
    for kind in ("texts", "docx", "html", "pdf", "xlsx"):
        parser.add_argument(f"--{kind}", type=int, default=0)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args()
    counts = {MediaType.TEXT: options.texts, MediaType.DOCX: options.docx, MediaType.HTML: options.html}
    counts |= {MediaType.PDF: options.pdf, MediaType.XLSX: options.xlsx}
    pools = seeds(options.seeds, {kind for kind, count in counts.items() if count})
    faults = Counter()
    for kind, count in counts.items():
        if not count:
            continue
        found, faulty = [], []
        for number in range(options.first, options.first + count):
            found.append(one := outcome(kind, number, pools[kind]))
            if one.fault or one.seconds > SECONDS / 4:
                faulty += [one] if one.fault else []
                sys.stdout.write(f"  {kind.name} {one.number}, {one.seconds:.1f} s: {one.fault}\n")
                sys.stdout.flush()
        slowest = max((one.seconds for one in found), default=0.0)
        refused = sum(one.refused for one in found)
        line = f"{kind.name}: {count} damaged, {refused} refused, {len(faulty)} faults, slowest {slowest:.1f} s"
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        faults[kind] = len(faulty)
    sys.exit(1 if faults.total() else 0)


if __name__ == "__main__":
    main()

"""What reading files costs: pages per CPU second, beside pdfminer.six alone and beside Recoll.

    python -m benchmarks.extraction            # 40 newsletters, 200 reports, 200 web pages
    python -m benchmarks.extraction 4          # a quarter of them

The first table is about one process that reads file after file. The second builds the whole index
of the PDF folder and of a mixed one, with ``interloc build`` and, where it is installed, with
``recollindex`` (Debian: recollcmd): both detect, extract, analyse and write, with everything that
they start. Costs are CPU time, so that a busy machine changes them little.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from html import escape
from io import BytesIO
from pathlib import Path

import docx
from pdfminer.high_level import extract_text
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from indexer.extract import extract

NEWSLETTERS = Path(__file__).parents[1] / "tests" / "golden" / "newsletters"
DOCUMENTS = Path(__file__).parents[1] / "corpus" / "documents"
NUMBERS = {"pdf": 40, "docx": 200, "html": 200}
BUILD = """
from indexer.build import build
from indexer.settings import load
if __name__ == "__main__":
    build(load())
"""

WORDS_PER_PAGE = 400
"""What a page of a format without pages is taken to hold."""

LINES, PDF_PAGES = 52, 12

SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux."""


def prose() -> list[str]:
    """Return paragraphs in Danish and Polish."""
    return [
        line
        for language in ("da", "pl")
        for line in (NEWSLETTERS / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    ]


def text(chance: random.Random, words: int) -> list[str]:
    """Return paragraphs of about so many words, no two texts alike."""
    paragraphs, held = [], 0
    while held < words:
        sentence = chance.choice(prose()).split()
        start = chance.randrange(len(sentence) // 2)
        paragraphs.append(" ".join([f"{chance.randrange(10_000)}", *sentence[start:]]))
        held += len(sentence) - start
    return paragraphs


def pdf(chance: random.Random) -> bytes:
    """Return a report of twelve printed pages, in one column."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for _ in range(PDF_PAGES):
        words = " ".join(text(chance, 600)).encode("cp1252", errors="ignore").decode("cp1252").split()
        canvas.setFont("Times-Roman", 11)
        for line in range(LINES):
            canvas.drawString(60, 780 - 14 * line, " ".join(words[line * 11 : line * 11 + 11]))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def report(chance: random.Random) -> bytes:
    document, target = docx.Document(), BytesIO()
    for paragraph in text(chance, 4 * WORDS_PER_PAGE):
        document.add_paragraph(paragraph)
    document.save(target)
    return target.getvalue()


def web(chance: random.Random) -> bytes:
    body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text(chance, 2 * WORDS_PER_PAGE))
    menu = "".join(f"<li><a href=/{number}>Menu {number}</a></li>" for number in range(20))
    return f"<html><body><nav><ul>{menu}</ul></nav><main><h1>Nyt</h1>{body}</main></body></html>".encode()


MAKERS: Mapping[str, Callable[[random.Random], bytes]] = {"pdf": pdf, "docx": report, "html": web}


def made(suffix: str, number: int) -> list[bytes]:
    chance = random.Random(suffix)
    return [MAKERS[suffix](chance) for _ in range(number)]


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def cpu_of(command: list[str], **rest: object) -> float:
    """Return the CPU seconds of a program with everything that it starts.

    What outlives it for a moment becomes our own child and is waited for, or it would not count.
    """
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, **rest)  # type: ignore[call-overload]
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def pages_of(name: str, files: Iterable[bytes]) -> int:
    """Return the pages of the files; of formats without pages, one for every 400 words."""
    count = 0
    for content in files:
        pages = extract(name, content).pages
        words = sum(len(block.text.split()) for page in pages for block in page.blocks)
        count += len(pages) if len(pages) > 1 else max(1, words // WORDS_PER_PAGE)
    return count


def reading(sets: Mapping[str, list[bytes]]) -> Iterator[str]:
    yield "| reading, pages per CPU second | ours | pdfminer.six alone | ratio |"
    yield "|---|---|---|---|"
    for name, files in sets.items():
        called = f"a.{name.split()[-1]}"
        pages = pages_of(called, files)  # warms up what is loaded once, too
        ours = theirs = 0.0
        for content in files:  # one after the other, so that both meet the same noise
            ours += cpu(partial(extract, called, content))
            theirs += cpu(partial(extract_text, BytesIO(content))) if name.endswith("pdf") else 0.0
        other = f"{pages / theirs:.0f} | {theirs / ours:.1f}" if theirs else " | "
        yield f"| {name} | {pages / ours:.0f} | {other} |"


def building(folders: Mapping[str, Path]) -> Iterator[str]:
    yield "| from a folder to an index, documents per CPU second | ours | recollindex | ratio |"
    yield "|---|---|---|---|"
    for name, folder in folders.items():
        number = sum(1 for path in folder.rglob("*") if path.is_file())
        ours = min(_ours(folder) for _ in range(2))
        if shutil.which("recollindex") is None:
            yield f"| {name} | {number / ours:.1f} | not installed | |"
            continue
        theirs = min(_recoll(folder) for _ in range(2))
        yield f"| {name} | {number / ours:.1f} | {number / theirs:.1f} | {theirs / ours:.2f} |"


def _ours(folder: Path) -> float:
    with tempfile.TemporaryDirectory() as index:
        command = [sys.executable, "-c", BUILD]
        return cpu_of(command, env=os.environ | {"INTERLOC_CORPUS": str(folder), "INTERLOC_INDEX": index})


def _recoll(folder: Path) -> float:
    with tempfile.TemporaryDirectory() as configuration:
        (Path(configuration) / "recoll.conf").write_text(f"topdirs = {folder}\n", encoding="utf-8")
        return cpu_of(["recollindex", "-c", configuration, "-z"])


def main(part: int) -> None:
    sets = {suffix: made(suffix, max(2, number // part)) for suffix, number in NUMBERS.items()}
    columns = [path.read_bytes() for path in sorted(NEWSLETTERS.glob("*-columns.pdf"))]
    shipped = [path.read_bytes() for path in sorted(DOCUMENTS.rglob("*.pdf"))]
    read = {
        "printed pdf": sets["pdf"],
        "two-column pdf": columns * 5,
        "shipped pdf": shipped,
        "docx": sets["docx"],
        "html": sets["html"],
    }
    print("\n".join(reading(read)), end="\n\n")
    with tempfile.TemporaryDirectory() as name:
        folders = {kind: Path(name) / kind.replace(" ", "-") for kind in ("pdf folder", "mixed folder")}
        for suffix, files in sets.items():
            for number, content in enumerate(files):
                for kind in folders if suffix == "pdf" else ("mixed folder",):
                    path = folders[kind] / f"{number:04}.{suffix}"
                    path.parent.mkdir(exist_ok=True)
                    path.write_bytes(content)
        print("\n".join(building(folders)))


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["1"])[0]))

"""What the languages cost: memory, the first answer, and words per second.

    python -m benchmarks.analysis

Each figure is of a process of its own. CPU seconds, so that another program beside it changes little.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus/documents"

_MEMORY = """
import resource
def held():
    import re
    return int(re.search(r"VmRSS:\\s+(\\d+)", open("/proc/self/status").read())[1]) / 1024
bare = held()
from indexer.languages import LANGUAGES, keys
modules = held()
for code in LANGUAGES:
    for word in ("kommune", "gminy", "samarbejdsaftaler", "municipalities"):
        keys(word, code)
print(f"{bare:.0f} {modules:.0f} {held():.0f}")
"""

_TOKENS = """
import pathlib, re, sys, time
from indexer.languages import keys
from indexer.languages.base import words
texts = {code: [re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8", errors="replace"))
                for path in sorted(pathlib.Path(sys.argv[1], code).rglob("*"))
                if path.suffix in (".txt", ".md", ".html")] for code in ("en", "da", "pl")}
for code in texts:
    keys("kommune", code)
told = []
for times in (1, 30):
    count, started = 0, time.process_time()
    for _ in range(times):
        for code, held in texts.items():
            for text in held:
                for word in words(text):
                    keys(word.text, code)
                    count += 1
    told += [count, round(count / (time.process_time() - started))]
print(*told)
"""


def run(program: str, *arguments: str) -> list[float]:
    """Return the numbers that a program prints, run alone."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    return [float(number) for number in done.stdout.split()]


def first_answer() -> float:
    """Return the CPU seconds of ``interloc search`` on the index of the shipped corpus."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"INTERLOC_CORPUS": str(CORPUS), "INTERLOC_INDEX": folder}
        interloc = [sys.executable, "-m", "search_ui.cli"]
        subprocess.run([*interloc, "build"], env=environment, check=True, capture_output=True)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        asked = [*interloc, "search", "erfaringer med internationalt samarbejde"]
        done = subprocess.run(asked, env=environment, check=True, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert re.search(r"\w", done.stdout)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    bare, modules, loaded = run(_MEMORY)
    first, first_rate, repeated, rate = run(_TOKENS, str(CORPUS))
    rows = (
        ("memory of six languages above a bare process", f"{loaded - bare:.0f} MB", "200 MB"),
        ("  of that the modules alone", f"{modules - bare:.0f} MB", ""),
        ("first answer of interloc search", f"{first_answer():.2f} CPU s", "1.5 CPU s"),
        (f"words per CPU second, {first:.0f} words new", f"{first_rate:,.0f}", ""),
        (
            f"words per CPU second, {repeated:.0f} words, each met 30 times as often",
            f"{rate:,.0f}",
            "300,000",
        ),
    )
    for what, measured, aim in rows:
        print(f"{what:75}{measured:>14}{aim:>14}")


if __name__ == "__main__":
    main()

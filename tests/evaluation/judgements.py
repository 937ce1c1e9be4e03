"""Judgements in TREC form: ``question-id 0 document-path grade``, then perhaps `` # who: why``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from .errors import BadLine, Contradiction, UnreadableYardstick, named
from .forms import GRADES, Grade
from .questions import lines

PATTERN = "judgements-*.qrels"
"""Names of the files; ``judgements-<language of the question>.qrels`` is where judgements are merged to."""

_UNSAFE = re.compile(r"[\s#%]")


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """How well one document answers one question."""

    question: str
    path: str
    """Path of the document inside the corpus."""
    grade: Grade
    remark: str = ""
    """Who judged, and why where it is not plain: ``anna: only the table on page 4``."""

    def __str__(self) -> str:
        """Return its line in a file."""
        remark = f"  # {self.remark}" if self.remark else ""
        return f"{self.question} 0 {_escaped(self.path)} {self.grade}{remark}"


def read(folder: Path) -> tuple[Judgement, ...]:
    """Return all judgements of the folder. Raises ``EvaluationError`` naming file and line."""
    return agreed(one for file in sorted(folder.glob(PATTERN)) for one in of_file(file))


def of_file(file: Path) -> Iterator[Judgement]:
    """Yield the judgements of one file."""
    for number, line in lines(file):
        try:
            yield parsed(line)
        except ValueError as error:
            raise BadLine(file, number, str(error)) from error


def parsed(line: str) -> Judgement:
    """Return the judgement that the line states. Raises ``ValueError`` saying what is wrong with it."""
    stated, _, remark = line.partition("#")
    cells = stated.split()
    if len(cells) != 4 or cells[1] != "0":
        raise ValueError(f"a judgement is: question-id 0 document-path grade, not {stated.strip()!r}")
    question, _, path, grade = cells
    return Judgement(question, unquote(path), _grade(grade), remark.strip())


def agreed(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Return each judgement once, in order. Raises ``Contradiction`` where two grades differ."""
    held: dict[tuple[str, str], Judgement] = {}
    wrong = []
    for one in judgements:
        before = held.setdefault((one.question, one.path), one)
        if before.grade != one.grade:
            wrong.append(f"{one.question} {one.path} has the grades {before.grade} and {one.grade}")
    if wrong:
        raise Contradiction(f"{named(wrong)}.")
    return tuple(sorted(held.values()))


def by_question(judgements: Iterable[Judgement]) -> dict[str, Mapping[str, Grade]]:
    """Return for each question the grades of its judged documents."""
    held: dict[str, dict[str, Grade]] = {}
    for one in judgements:
        held.setdefault(one.question, {})[one.path] = one.grade
    return dict(held)


def write(file: Path, judgements: Iterable[Judgement]) -> None:
    """Write the judgements, ordered, below the comments that stand at the file's top."""
    top = _comments(file) if file.exists() else []
    text = "".join(f"{line}\n" for line in [*top, *sorted(judgements)])
    file.write_text(text, encoding="utf-8")


def _comments(file: Path) -> list[str]:
    try:
        held = file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableYardstick(f"{file} cannot be read: {error}") from error
    return [line for line in held if line.startswith("#")]


def _grade(value: str) -> Grade:
    for grade in GRADES:
        if value == str(grade):
            return grade
    raise ValueError(f"a grade is 0, 1, 2 or 3, not {value!r}")


def _escaped(path: str) -> str:
    """Return the path without spaces and signs that a file of judgements cannot hold."""
    return _UNSAFE.sub(lambda found: quote(found.group(), safe=""), path)

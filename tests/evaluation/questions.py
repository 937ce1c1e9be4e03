"""Questions of the yardstick, as they stand in ``questions-<language>.tsv``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from indexer.languages import LANGUAGES

from .errors import BadLine, BadQuestion, NoQuestions, UnreadableYardstick, named
from .forms import NO_ANSWER, VARIANTS, Kind, Split

COLUMNS = ("id", "split", "pair", "kinds", "clean", "question", "note")
"""The first line of every file of questions, with tabs between."""

NOTHING = "-"
"""Stands in a column that has no value."""

_FILE = re.compile(r"questions-(?P<language>[a-z]{2})(?:-[a-z0-9-]+)?\.tsv")
_ID = re.compile(r"[a-z]{2}-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks, and in which language the answer is looked for."""

    id: str
    split: Split
    language: str
    """The language of the question, ISO 639-1."""
    target: str
    """The language of the answers that count; the question's own unless it crosses a border."""
    kinds: tuple[Kind, ...]
    text: str
    clean: str | None = None
    """The question of which this is a variant; it shares that one's judgements."""
    note: str = ""

    @property
    def pair(self) -> str:
        """The two languages: ``da>pl``."""
        return f"{self.language}>{self.target}"

    @property
    def crosses(self) -> bool:
        """Whether the answer is looked for in another language."""
        return self.language != self.target

    @property
    def has_answer(self) -> bool:
        """Whether the library answers it."""
        return NO_ANSWER not in self.kinds

    @property
    def judged_as(self) -> str:
        """The question whose judgements count."""
        return self.clean or self.id


def read(folder: Path) -> tuple[Question, ...]:
    """Return all questions of the folder, by id. Raises ``EvaluationError`` naming file and line."""
    files = sorted(folder.glob("questions-*.tsv"))
    questions = [question for file in files for question in _of_file(file)]
    if not questions:
        raise NoQuestions(f"There are no questions in {folder}.")
    _check(questions)
    return tuple(sorted(questions, key=lambda one: one.id))


def lines(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a file that are no comment and not empty, with their numbers from 1."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableYardstick(f"{file} cannot be read: {error}") from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip() and not line.startswith("#"):
            yield number, line.removesuffix("\r")


def _of_file(file: Path) -> Iterator[Question]:
    name = _FILE.fullmatch(file.name)
    if not name or name["language"] not in LANGUAGES:
        raise UnreadableYardstick(
            f"{file.name} is not named questions-<language>.tsv or …-<language>-<part>.tsv."
        )
    held = lines(file)
    number, heading = next(held, (1, ""))
    if tuple(heading.split("\t")) != COLUMNS:
        raise BadLine(file, number, f"the first line names the columns, with tabs: {' '.join(COLUMNS)}")
    for number, line in held:
        try:
            yield parsed(line, name["language"])
        except ValueError as error:
            raise BadLine(file, number, str(error)) from error


def parsed(line: str, language: str) -> Question:
    """Return the question that the line states. Raises ``ValueError`` saying what is wrong with it."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(COLUMNS):
        raise ValueError(f"{len(cells)} columns, not {len(COLUMNS)}")
    id, split, pair, kinds, clean, text, note = ("" if cell == NOTHING else cell for cell in cells)
    if not _ID.fullmatch(id) or not id.startswith(f"{language}-"):
        raise ValueError(f"the id {id!r} is not like {language}-001")
    if not text:
        raise ValueError(f"{id} has no question")
    return Question(
        id=id,
        split=_split(split),
        language=language,
        target=_target(pair, language),
        kinds=_kinds(kinds),
        text=text,
        clean=clean or None,
        note=note,
    )


def _split(value: str) -> Split:
    for known in get_args(Split):
        if value == known:
            return known  # type: ignore[no-any-return]  # get_args is untyped
    raise ValueError(f"split is tune or test, not {value!r}")


def _target(pair: str, language: str) -> str:
    source, _, target = pair.partition(">")
    if source != language or target not in LANGUAGES:
        raise ValueError(f"pair is like {language}>{language} or {language}>pl, not {pair!r}")
    return target


def _kinds(value: str) -> tuple[Kind, ...]:
    given = [kind.strip() for kind in value.split(",")]
    known: tuple[Kind, ...] = get_args(Kind)
    for kind in given:
        if kind not in known:
            raise ValueError(f"there is no kind {kind!r}; there are: {', '.join(known)}")
    return tuple(kind for kind in known if kind in given)


def _check(questions: Sequence[Question]) -> None:
    """Raise ``BadQuestion`` where questions contradict each other."""
    held = {question.id: question for question in questions}
    twice = [id for id, count in Counter(question.id for question in questions).items() if count > 1]
    wrong = [f"{id} stands twice" for id in twice]
    asked = Counter((question.text.casefold(), question.pair) for question in questions)
    wrong += [f"{pair} asks {text!r} twice" for (text, pair), count in asked.items() if count > 1]
    wrong += _bad_variants(questions, held)
    if wrong:
        raise BadQuestion(f"{named(wrong)}.")


def _bad_variants(questions: Iterable[Question], held: dict[str, Question]) -> Iterator[str]:
    for question in questions:
        variant = [kind for kind in question.kinds if kind in VARIANTS]
        if bool(variant) != (question.clean is not None):
            yield f"{question.id}: the kinds {', '.join(VARIANTS)}, and only these, name their clean form"
        if question.clean is None:
            continue
        clean = held.get(question.clean)
        if clean is None or clean.clean is not None or not clean.has_answer:
            yield f"{question.id}: its clean form {question.clean} is no question that stands for itself"
        elif (clean.split, clean.pair) != (question.split, question.pair):
            yield f"{question.id}: its clean form {clean.id} has another split or pair"

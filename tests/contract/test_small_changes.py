"""A library that grew by small changes is the one that is built of its files at once."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indexer import generations
from indexer.build import build
from indexer.engines import ENGINES
from indexer.settings import Settings
from tests.conftest import Asked

SENTENCES = (
    "Kommunen har et internationalt netværk af medarbejdere.",
    "Børnebørn og bedsteforældre drøftede skolernes tag på det afsluttende møde.",
    "Gmina rozwija współpracę międzynarodową z gminą duńską.",
    "Spotkanie w Kwidzynie odbyło się 6 maja 2014 roku.",
    "The study visit to Malbork cost EUR 403 770.40 in total.",
    "Municipalities exchange experience with waste water and district heating.",
    "Udviklingskonsulenten fra Vordingborg skrev om samarbejde over grænsen.",
)
NOTICE = "This project is part financed by the European Union and everybody is glad about it."
TITLES = ("Nyhedsbrev", "Study visit", "Współpraca gmin", "Referat fra møde")
QUESTIONS = (
    *("samarbejde", "kommunens netværk", "wspolpraca gmin", "study visit", '"study visit"', "børn"),
    *("netværrk", "munici*", "møde OR spotkanie", "European Union", "lang:pl", "-kommune", "403770"),
)


def written(chance: random.Random) -> str:
    said = chance.sample(SENTENCES, chance.randint(1, 4))
    notice = [NOTICE] if chance.random() < 0.5 else []
    return "\n\n".join([chance.choice(TITLES), *said, *notice])


def add(corpus: Path, chance: random.Random) -> None:
    folder = corpus / chance.choice(("da", "pl", "."))
    folder.mkdir(exist_ok=True)
    (folder / f"{chance.getrandbits(32):08x}.txt").write_text(written(chance), encoding="utf-8")


def change(corpus: Path, chance: random.Random) -> None:
    chance.choice(files(corpus)).write_text(written(chance), encoding="utf-8")


def copy(corpus: Path, chance: random.Random) -> None:
    text = chance.choice(files(corpus)).read_text(encoding="utf-8")
    (corpus / f"{chance.getrandbits(32):08x}.txt").write_text(text, encoding="utf-8")


def remove(corpus: Path, chance: random.Random) -> None:
    gone = chance.choice(files(corpus))
    gone.unlink()
    Path(f"{gone}.meta.toml").unlink(missing_ok=True)


def describe(corpus: Path, chance: random.Random) -> None:
    file = chance.choice(files(corpus))
    said = f'title = "{chance.choice(TITLES)}"\ndate = "201{chance.randrange(10)}-05"\n'
    Path(f"{file}.meta.toml").write_text(said, encoding="utf-8")


def files(corpus: Path) -> list[Path]:
    return sorted(corpus.rglob("*.txt"))


CHANGES: tuple[Callable[[Path, random.Random], None], ...] = (add, add, copy, change, remove, describe)


def tables(index: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table of the catalogue, in order."""
    database = sqlite3.connect(generations.served(index).catalogue)
    try:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(database.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608
    finally:
        database.close()


def answers(settings: Settings) -> list[object]:
    asked = Asked(settings)
    try:
        found = [asked.ask(question) for question in QUESTIONS]
    finally:
        asked.library.close()
    return [
        (one.total, one.complete, one.corrections, one.facets, one.hits, [hit.score for hit in one.hits])
        for one in found
    ]


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_library_that_grew_is_the_one_built_at_once(engine: str, seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    grown = Settings(corpus=tmp_path / "documents", index=tmp_path / "grown", engine=engine)
    grown.corpus.mkdir()
    for _ in range(6):
        add(grown.corpus, chance)
    build(grown)
    for _ in range(4):
        for one in chance.sample(CHANGES, 2):
            one(grown.corpus, chance)
        build(grown, only_if_changed=True)
    at_once = replace(grown, index=tmp_path / "at-once")
    build(at_once)
    assert tables(grown.index) == tables(at_once.index)
    assert answers(grown) == answers(at_once)


def test_words_that_were_met_before_are_not_analysed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(corpus=tmp_path / "documents", index=tmp_path / "index")
    settings.corpus.mkdir()
    (settings.corpus / "a.txt").write_text(SENTENCES[0], encoding="utf-8")
    build(settings)
    (settings.corpus / "b.txt").write_text("Kommunen har et hjemmestyre.", encoding="utf-8")
    analysed: list[str] = []
    from indexer import languages

    def counting(word: str, code: str) -> languages.Keys:
        analysed.append(word)
        return languages.keys(word, code)

    monkeypatch.setattr("indexer.analysis.keys", counting)
    monkeypatch.setattr("indexer.catalogue_writer.keys", counting)
    build(settings)
    assert set(analysed) == {"hjemmestyre"}

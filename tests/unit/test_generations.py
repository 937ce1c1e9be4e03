"""Written aside, verified, switched in one step, pruned; never served half."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from indexer import generations
from indexer.errors import (
    BuildRunning,
    DamagedGeneration,
    GenerationError,
    NoGeneration,
    NoSpace,
    OutdatedGeneration,
)
from indexer.manifest import FORMAT, MANIFEST, seal


def make(root: Path, text: str = "one") -> generations.Generation:
    """Publish a generation that holds nothing but a small catalogue and an engine's file."""
    with generations.new(root) as folder:
        (folder / "catalogue.sqlite").write_text(text, encoding="utf-8")
        (folder / "engine" / "postings").write_text(text, encoding="utf-8")
        seal(folder, engine="whoosh", versions={}, corpus=Path("corpus"), documents=1)
        generations.publish(root, folder)
    generations.prune(root)
    return generations.served(root)


def test_generations_count_up_and_the_last_two_stay(tmp_path: Path) -> None:
    assert [make(tmp_path, text).number for text in "abc"] == [1, 2, 3]
    assert generations.numbers(tmp_path) == (2, 3)


def test_without_a_generation_the_way_out_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoGeneration, match="Run: make index"):
        generations.served(tmp_path)


def test_a_build_that_ends_early_leaves_nothing(tmp_path: Path) -> None:
    make(tmp_path)
    with pytest.raises(RuntimeError), generations.new(tmp_path) as folder:
        (folder / "engine" / "postings").write_text("half", encoding="utf-8")
        raise RuntimeError
    assert [path.name for path in (tmp_path / "generations").iterdir()] == ["000001"]
    assert generations.served(tmp_path).number == 1


def test_what_a_killed_build_left_behind_goes_with_the_next(tmp_path: Path) -> None:
    make(tmp_path)
    left = tmp_path / "generations" / "000002" / "engine"
    left.mkdir(parents=True)
    (left / "postings").write_text("half", encoding="utf-8")
    assert make(tmp_path).number == 2
    assert (tmp_path / "generations" / "000002" / "engine" / "postings").read_text(encoding="utf-8") == "one"


@pytest.mark.parametrize("name", ["catalogue.sqlite", "engine/postings", MANIFEST])
@pytest.mark.parametrize("damage", ["a changed byte", "cut off", "missing"])
def test_any_damage_is_found_and_the_generation_before_stands_in(
    tmp_path: Path, name: str, damage: str
) -> None:
    make(tmp_path, "older")
    file = make(tmp_path, "newer").folder / name
    content = file.read_bytes()
    match damage:
        case "a changed byte":
            file.write_bytes(b"\x00" + content[1:])
        case "cut off":
            file.write_bytes(content[:-3])
        case _:
            file.unlink()
    with pytest.raises(DamagedGeneration, match="Run: make index"):
        generations.served(tmp_path)
    usable, damaged = generations.usable(tmp_path)
    assert usable.number == 1
    assert isinstance(damaged, DamagedGeneration)


def test_a_damaged_generation_is_not_what_is_kept_to_fall_back_on(tmp_path: Path) -> None:
    make(tmp_path, "a")
    (make(tmp_path, "b").folder / "catalogue.sqlite").write_text("damaged", encoding="utf-8")
    make(tmp_path, "c")
    assert generations.numbers(tmp_path) == (1, 3)


def test_without_the_pointer_the_newest_generation_stands_in(tmp_path: Path) -> None:
    make(tmp_path, "a")
    make(tmp_path, "b")
    (tmp_path / "current").unlink()
    with pytest.raises(DamagedGeneration, match="current is missing"):
        generations.served(tmp_path)
    assert generations.usable(tmp_path)[0].number == 2


def test_a_file_too_much_is_damage(tmp_path: Path) -> None:
    folder = make(tmp_path).folder
    (folder / "engine" / "planted").write_text("x", encoding="utf-8")
    with pytest.raises(DamagedGeneration, match="planted is too much"):
        generations.served(tmp_path)


def test_a_generation_of_another_format_is_outdated(tmp_path: Path) -> None:
    file = make(tmp_path).folder / MANIFEST
    stated = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(stated | {"format": FORMAT + 1, "unheard_of": 1}), encoding="utf-8")
    with pytest.raises(OutdatedGeneration, match=f"has format {FORMAT + 1}"):
        generations.served(tmp_path)


def test_an_earlier_generation_can_be_served_again(tmp_path: Path) -> None:
    make(tmp_path, "a")
    make(tmp_path, "b")
    generations.use(tmp_path, 1)
    assert generations.served(tmp_path).number == 1
    with pytest.raises(GenerationError, match="there are: 1, 2"):
        generations.use(tmp_path, 7)


def test_after_going_back_numbers_still_count_up(tmp_path: Path) -> None:
    make(tmp_path, "a")
    make(tmp_path, "b")
    generations.use(tmp_path, 1)
    assert make(tmp_path, "c").number == 3
    assert generations.numbers(tmp_path) == (2, 3)


def test_a_second_builder_is_told_who_builds(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from indexer import generations\n"
        "with generations.building(Path(sys.argv[1])):\n"
        "    print('building', flush=True); sys.stdin.read()"
    )
    first = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with first:
        assert first.stdout and first.stdout.readline() == "building\n"
        with pytest.raises(BuildRunning, match=f"Process {first.pid} "), generations.building(tmp_path):
            pass
        assert first.stdin
        first.stdin.close()
    with generations.building(tmp_path):
        assert (tmp_path / "lock").read_text(encoding="ascii") == f"{os.getpid()}\n"


def test_a_full_disk_is_said_in_a_sentence() -> None:
    with pytest.raises(NoSpace, match="The disk is full"), generations.writing():
        Path("/dev/full").write_text("x", encoding="utf-8")

"""What was worked out a moment ago."""

from __future__ import annotations

from indexer.engines.recent import Recent


class Worker:
    """Says a number of letters, and remembers what it was asked."""

    def __init__(self, recent: Recent[str, str]) -> None:
        self.recent = recent
        self.asked: list[str] = []

    def ask(self, letter: str) -> str:
        return self.recent.get(letter, lambda: self.made(letter))

    def made(self, letter: str) -> str:
        self.asked.append(letter)
        return letter * 10


def test_what_was_asked_for_is_not_made_again() -> None:
    worker = Worker(Recent(100, len))
    assert [worker.ask(letter) for letter in "aba"] == ["a" * 10, "b" * 10, "a" * 10]
    assert worker.asked == ["a", "b"]


def test_what_was_not_asked_for_longest_gives_way() -> None:
    worker = Worker(Recent(20, len))
    for letter in "abaca":
        worker.ask(letter)
    assert worker.asked == ["a", "b", "c"]
    worker.ask("b")
    assert worker.asked[-1] == "b"


def test_what_is_larger_than_the_room_is_made_and_not_kept() -> None:
    worker = Worker(Recent(5, len))
    assert worker.ask("a") == worker.ask("a") == "a" * 10
    assert worker.asked == ["a", "a"]


class Alike(str):
    """A text whose hash says nothing."""

    def __hash__(self) -> int:
        return 1


def test_two_that_share_a_hash_are_told_apart() -> None:
    worker = Worker(Recent(100, len))
    assert [worker.ask(Alike(letter))[0] for letter in "aba"] == ["a", "b", "a"]

"""Words glued from words fall into their parts, and other words stay whole."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from indexer.languages import LANGUAGES, keys

GOLDEN = Path(__file__).parent.parent / "golden" / "compounds"
CODES = ("da", "sv", "de")


def rows(code: str) -> list[tuple[str, set[str]]]:
    """Return each word of the golden file with the dictionary forms of its parts."""
    lines = (GOLDEN / f"{code}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(word, set(parts)) for word, *parts in (line.split("\t") for line in lines)]


@pytest.mark.parametrize("code", CODES)
def test_nearly_all_compounds_fall_into_their_parts(code: str) -> None:
    compounds = [(word, parts) for word, parts in rows(code) if parts]
    wrong = [word for word, parts in compounds if not parts <= set(LANGUAGES[code].parts(word))]
    right = 1 - len(wrong) / len(compounds)
    print(f"{code}: {right:.3f} of {len(compounds)} compounds in their parts; not {' '.join(wrong)}")
    assert len(compounds) >= 60 and right >= 0.96


@pytest.mark.parametrize("code", CODES)
def test_hardly_any_other_word_is_parted(code: str) -> None:
    others = [word for word, parts in rows(code) if not parts]
    parted = [word for word in others if LANGUAGES[code].parts(word)]
    print(f"{code}: {len(parted) / len(others):.3f} of {len(others)} simple words parted: {' '.join(parted)}")
    assert len(others) >= 80 and len(parted) / len(others) <= 0.03


@pytest.mark.parametrize(
    ("word", "code", "parts"),
    [
        pytest.param("udviklingskonsulenter", "da", ("udvikling", "konsulent"), id="a link"),
        pytest.param("byrådsmøde", "da", ("byråd", "by", "råd", "møde"), id="a part of a part"),
        pytest.param("kommunplanen", "sv", ("kommun", "plan"), id="in no list"),
        pytest.param("klimaschutz", "de", ("klima", "schutz"), id="German"),
        pytest.param("muligheder", "da", (), id="an ending that is also a word"),
        pytest.param("guldborgsund", "da", (), id="a listed name"),
        pytest.param("karlshamn", "da", (), id="an unlisted name that ends as places do"),
        pytest.param("samarbejde", "da", (), id="a prefix is no part"),
        pytest.param("by", "da", (), id="a short word"),
        pytest.param("kommune", "pl", (), id="a language that glues no words"),
    ],
)
def test_a_word_and_its_parts(word: str, code: str, parts: tuple[str, ...]) -> None:
    assert LANGUAGES[code].parts(word) == parts


def test_the_parts_of_a_word_are_keys_of_its_language() -> None:
    assert keys("udviklingskonsulent", "da").parts == ("da:udvikling", "da:konsulent")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("word", ["plan" * 16, "s" * 64, "erne" * 16])
def test_the_longest_word_takes_little_time(word: str, code: str) -> None:
    LANGUAGES[code].parts("handlingsplan")
    started = time.process_time()
    LANGUAGES[code].parts(word)
    assert time.process_time() - started < 0.2

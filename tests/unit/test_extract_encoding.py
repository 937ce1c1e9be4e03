"""Text comes out with the right letters, whatever its program wrote them in."""

from __future__ import annotations

import random

import pytest

from indexer.extract import extract
from indexer.extract.encoding import decode

WORDS = {
    "da": "kommunerne mødtes på rådhuset gæster ældre skoler børn åben gade Øster Ærø Århus og en af det",
    "sv": "kommunerna möttes på rådhuset gäster äldre skolor barn öppen gata Öster Ängelholm Åre och en",
    "de": "gemeinden trafen sich größere Städte Ältere schulen Übung Öffnung straße und eine für die",
    "en": "the towns met at the town hall guests café naïve older pupils schools open street and a",
    "pl": "gminy spotkały się w ratuszu goście źródła łąki szkoły żółty ćma ńe ĄĘ Łódź Śląsk Żory i w na",
    "lt": "savivaldybės susitiko rotušėje svečiai žemė šiaurė ąžuolas įstaiga ūkis ūkių Čia Šilutė ir",
}
SIGNS = {
    "da": "»«–",
    "sv": "”–",
    "de": "„“–",
    "en": "“”’£–",
    "pl": "„”–",
    "lt": "„“–",
}
ENCODINGS = {
    "utf-8": "",
    "utf-8-sig": "",
    "utf-16-le": "\ufeff",
    "utf-16-be": "\ufeff",
    "cp1250": "",
    "cp1252": "",
    "iso-8859-2": "",
    "cp1257": "",
}
SIX = ("utf-8", "utf-16-le", "utf-16-be", "cp1250", "cp1252", "iso-8859-2")
TEXTS = 40


def texts(language: str) -> list[str]:
    """Return texts of 20 to 400 words with the signs that the language's typists use."""
    chance = random.Random(language)
    made = []
    for _ in range(TEXTS):
        words = chance.choices(WORDS[language].split(), k=chance.randrange(20, 400))
        for place in range(0, len(words), 9):
            words[place] = chance.choice(SIGNS[language]) + words[place].capitalize()
        made.append(" ".join(words) + ".")
    return made


def writable(text: str, encoding: str) -> str:
    """Return the text without what the encoding has no place for, as a person would have typed it."""
    return "".join(sign for sign in text if sign.encode(encoding, errors="ignore"))


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_is_right(encoding: str, language: str) -> None:
    right = letters = 0
    for text in texts(language):
        typed = writable(text, encoding)
        read = decode((ENCODINGS[encoding] + typed).encode(encoding))
        letters += len(typed)
        right += sum(one == two for one, two in zip(read, typed, strict=True))
    print(f"{encoding}, {language}: {right} of {letters} letters right")
    assert right == letters


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("Sorø".encode("cp1252"), "Sorø", id="one Danish letter"),
        pytest.param("Łódź".encode("cp1250"), "Łódź", id="one Polish word"),
        pytest.param("źdźbło".encode("iso-8859-2"), "źdźbło", id="one Polish word of the older standard"),
        pytest.param("It cost £30 or 20 €.".encode("cp1252"), "It cost £30 or 20 €.", id="pounds"),
        pytest.param("§ 5, 20°, ©".encode("cp1252"), "§ 5, 20°, ©", id="signs without letters"),
        pytest.param("Plain ASCII.".encode("ascii"), "Plain ASCII.", id="ascii"),
    ],
)
def test_short_texts_are_right_where_one_reading_makes_words(content: bytes, text: str) -> None:
    assert decode(content) == text


@pytest.mark.parametrize("encoding", SIX)
def test_a_file_in_any_encoding_is_read_as_text(encoding: str) -> None:
    text = "Protokół ze spotkania w Gdańsku"
    (block,) = (
        extract("a.txt", (ENCODINGS[encoding] + writable(text, encoding)).encode(encoding)).pages[0].blocks
    )
    assert block.text == writable(text, encoding)

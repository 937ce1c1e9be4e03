"""The interface is complete in every language, and says what it is meant to say."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from indexer import sidecar
from indexer.errors import NotAFile, SourceError
from indexer.extract.content import UNMAPPED
from indexer.extract.sniff import NAMES
from indexer.knowledge.kinds import KINDS
from indexer.model import DatedFact
from search_ui.search.answer import Reason
from search_ui.search.query import Filters
from search_ui.search.wanted import Expansion
from search_ui.web import interface, messages, names
from search_ui.web.reasons import REASONS
from search_ui.web.sentences import told

ROOT = Path(__file__).parent.parent.parent

CATALOGUES = {path.stem: catalog for path, catalog in messages.catalogues()}
WORDS = {code: interface.words(code) for code in interface.INTERFACES}

NOT_NATIVE = {"da": '“„"«»', "pl": '“"«»'}
"""Quotation marks that these languages do not use, or not on that side."""


def repr_of_start(content: bytes) -> str:
    return repr(content[:20])


each_language = pytest.mark.parametrize("code", CATALOGUES)


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    return messages.extracted()


def texts(code: str) -> Iterator[tuple[Message, str]]:
    """Yield every message of a catalogue with each of its translations."""
    for message in CATALOGUES[code]:
        if message.id:
            yield from ((message, text) for text in messages.texts(message))


def test_the_interface_speaks_english_danish_and_polish() -> None:
    assert interface.INTERFACES == {"en": "English", "da": "Dansk", "pl": "Polski"}


@each_language
def test_every_message_is_translated_and_none_is_doubtful(code: str, extracted: Catalog) -> None:
    lacking = [
        message.id
        for message in extracted
        if message.id
        and not ((held := CATALOGUES[code].get(_id(message), message.context)) and all(messages.texts(held)))
    ]
    assert lacking == []
    assert [message.id for message in CATALOGUES[code] if message.id and message.fuzzy] == []


@each_language
def test_no_message_is_kept_that_nobody_says(code: str, extracted: Catalog) -> None:
    said = {(_id(message), message.context) for message in extracted}
    assert [one.id for one in CATALOGUES[code] if (_id(one), one.context) not in said] == []
    assert not CATALOGUES[code].obsolete


def _id(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


@each_language
def test_every_translation_takes_the_values_of_its_message(code: str) -> None:
    wrong = [
        (message.id, text)
        for message, text in texts(code)
        if set(re.findall(r"%\(\w+\)s|%%", text)) != set(re.findall(r"%\(\w+\)s|%%", _id(message)))
    ]
    assert wrong == []


@each_language
def test_there_is_a_form_for_every_number(code: str) -> None:
    forms = {len(messages.texts(one)) for one in CATALOGUES[code] if isinstance(one.id, tuple)}
    assert forms == {CATALOGUES[code].num_plurals} == {{"da": 2, "pl": 3}[code]}


@each_language
def test_translations_end_and_quote_as_the_language_does(code: str) -> None:
    ends = tuple(string.punctuation + "…")
    odd = [
        text
        for message, text in texts(code)
        if (text[-1] == "." and _id(message)[-1] not in ends)
        or text != text.strip()
        or set(text) & set(NOT_NATIVE[code])
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("code", "number", "said"),
    [
        ("en", 1, "1 document"),
        ("en", 12_345, "12,345 documents"),
        ("da", 1, "1 dokument"),
        ("da", 12_345, "12.345 dokumenter"),
        ("pl", 0, "0 dokumentów"),
        ("pl", 1, "1 dokument"),
        ("pl", 3, "3 dokumenty"),
        ("pl", 12, "12 dokumentów"),
        ("pl", 22, "22 dokumenty"),
        ("pl", 12_345, "12\xa0345 dokumentów"),
    ],
)
def test_documents_are_counted_as_the_language_counts(code: str, number: int, said: str) -> None:
    assert WORDS[code].documents(number) == said


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [("en", "6 May 2014", "May 2014"), ("da", "6. maj 2014", "maj 2014"), ("pl", "6 maja 2014", "maj 2014")],
)
def test_dates_are_written_as_the_language_writes_them(code: str, day: str, month: str) -> None:
    assert WORDS[code].date(DatedFact("2014-05-06", "text")) == day
    assert WORDS[code].date(DatedFact("2014-05", "text")) == month
    assert WORDS[code].date(DatedFact("2014", "text")) == "2014"


@pytest.mark.parametrize(
    ("code", "size", "since", "language", "kind"),
    [
        ("en", "1.2\xa0MB", "2011 or later", "Polish", "Action plan"),
        ("da", "1,2\xa0MB", "2011 eller senere", "Polsk", "Handlingsplan"),
        ("pl", "1,2\xa0MB", "od 2011", "Polski", "Plan działania"),
    ],
)
def test_sizes_years_languages_and_kinds_have_their_words(
    code: str, size: str, since: str, language: str, kind: str
) -> None:
    words = WORDS[code]
    assert words.size(1_234_567) == size
    assert words.years(Filters(year_from=2011)) == since
    assert (words.value("language", "pl"), words.value("kind", "action-plan")) == (language, kind)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", "“energi” was translated as “energia” (Polish, glossary) and found as “energii”."),
        ("da", "”energi” blev oversat til ”energia” (polsk, ordliste) og fundet som ”energii”."),
        ("pl", "„energi” przetłumaczono jako „energia” (polski, słownik) i znaleziono jako „energii”."),
    ],
)
def test_a_translation_says_its_way(code: str, said: str) -> None:
    way = Expansion("energi", "energia", "pl", "glossary")
    assert WORDS[code].reason(Reason("energi", ("energii",), "translation", way)) == said


def test_every_kind_and_every_way_has_its_words() -> None:
    assert names.KINDS == KINDS
    assert set(REASONS) >= {"typed", "form", "stem", "part", "apart", "letters", "correction", "translation"}


def codes(kind: type[SourceError] = SourceError) -> set[str]:
    return {kind.code, *(code for child in kind.__subclasses__() for code in codes(child))}


def test_every_group_of_unread_files_has_its_title() -> None:
    assert set(names.FAILURES) == codes() - {SourceError.code}
    assert NotAFile.code in names.FAILURES


def sentences() -> Iterator[tuple[str, str]]:
    """Yield what reading files may say: text that begins as a sentence and ends with a full stop.

    Each value in it is a 7, so that it can be told from any other word.
    """
    files = [*(ROOT / "indexer/extract").glob("*.py")]
    files += [ROOT / "indexer/discover.py"]
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        inner = {
            id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values
        }
        docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in inner | docstrings:
                text = _with_sevens(node)
                if re.fullmatch(r"[A-Z][^\n]* [^\n]*\.", text):
                    yield f"{file.name}:{node.lineno}", text


def _with_sevens(node: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else ""
    return "".join(map(_value, node.values))


def _value(part: ast.expr) -> str:
    match part:
        case ast.Constant(str(text)):
            return text
        case ast.FormattedValue(ast.Name("UNMAPPED")):
            return UNMAPPED
    return "7"


SENTENCES = dict(sentences())


def test_the_sentences_are_found_where_they_are_written() -> None:
    assert len(SENTENCES) > 25


@pytest.mark.parametrize("place", SENTENCES)
@each_language
def test_what_reading_files_says_is_told_in_every_language(place: str, code: str) -> None:
    assert told(SENTENCES[place], WORDS[code]).language == code, SENTENCES[place]


@pytest.mark.parametrize(
    "content",
    [
        b'titel = "x"',
        b'zzz = "x"',
        b'title = ""',
        b'date = "soon"',
        b'kind = "poem"',
        b'language = "xx"',
        b'url = "ftp://x"',
        b"title = \xff",
        b"#" * 70_000,
        b"=",
        b"facts = 1",
        b'[facts."thing:x"]\nend = "2014"',
        b'[facts]\nzzz = "x"',
        b'[facts]\nseries = ""',
        b'[facts]\nnumber = "x"',
        b'[facts]\ndate = "soon"',
        b'[facts."project:x"]\ntotal-budget = "much"',
        b'[facts."project:x"]\nperiod = "long"',
        b'[facts."project:x"]\nco-financing-rate = "half"',
        b'[facts."project:x"]\nend = ["2013", "2014"]',
        b'[facts."project:x"]\nend = "2013"\n[facts."project:X"]\nend = "2014"',
        b'[facts."project:x"]\nstart = "2014"\nend = "2013"',
        b'[facts."project:x"]\neu-funding = "20 EUR"\ntotal-budget = "10 EUR"',
    ],
    ids=repr_of_start,
)
@each_language
def test_what_is_wrong_with_a_sidecar_is_told_in_every_language(content: bytes, code: str) -> None:
    (warning,) = sidecar.parsed("a.pdf.meta.toml", content).warnings
    said = told(warning, WORDS[code])
    assert (said.language, "sidecar" in said.text) == (code, False)


@pytest.mark.parametrize("kind", NAMES)
@each_language
def test_every_kind_of_file_has_its_phrase(kind: str, code: str) -> None:
    said = told(
        f"This looks like {NAMES[kind]}; such files cannot be read yet. Save it as PDF or text.", WORDS[code]
    )
    assert NAMES[kind] not in said.text or "%(format)s" in NAMES[kind] or len(NAMES[kind].split()) == 1


@pytest.mark.parametrize(
    ("sentence", "danish"),
    [
        pytest.param("The file is empty.", "Filen er tom.", id="as it stands"),
        pytest.param(
            "Only 50 rows of the sheet Løn (2014) were read.",
            "Kun 50 rækker af arket Løn (2014) blev læst.",
            id="with values",
        ),
        pytest.param(
            "This looks like an archive (.7z), although its name promises a PDF file; such files cannot be"
            " read yet. Unpack it.",
            "Dette ligner et arkiv (.7z), selv om navnet lover en PDF-fil; den slags filer kan ikke læses"
            " endnu. Pak den ud.",
            id="with phrases",
        ),
        pytest.param(
            "The file could not be read on this build (The file is empty); this is its last good version.",
            "Filen kunne ikke læses, sidst indekset blev bygget (Filen er tom); dette er den seneste gode"
            " version.",
            id="a sentence within",
        ),
        pytest.param(
            "Each of 3 pages between page 2 and page 9 is a scan. Install tesseract with the languages of the"
            " library (tesseract-ocr-dan, tesseract-ocr-pol …) to read it.",
            "3 sider mellem side 2 og side 9 er scanninger. Installér tesseract med samlingens sprog"
            " (tesseract-ocr-dan, tesseract-ocr-pol …), så den kan læses.",
            id="a clause within",
        ),
        pytest.param(
            "It describes a.pdf, which is not there. Put a.pdf beside it, or remove this.",
            "Den beskriver a.pdf, som ikke findes. Læg a.pdf ved siden af, eller fjern denne.",
            id="one value twice",
        ),
    ],
)
def test_what_the_index_says_is_told_in_danish(sentence: str, danish: str) -> None:
    assert (told(sentence, WORDS["da"]).text, told(sentence, WORDS["en"]).text) == (danish, sentence)


def test_a_sentence_that_nobody_knows_stays_english() -> None:
    said = told("Something else happened to it.", WORDS["pl"])
    assert (said.text, said.language) == ("Something else happened to it.", "en")

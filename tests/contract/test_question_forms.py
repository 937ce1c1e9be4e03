"""However a person types a word, its document is among the first three, and as written it comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.build import build
from indexer.settings import Settings
from tests.conftest import Asked

DOCUMENTS = {
    "da-netværk": "Kommunen har et internationalt netværk af medarbejdere. Netværket mødes hver måned.",
    "da-værktøj": "Et værktøj til erfaringsudveksling. Værktøjet er gratis, og kassen rummer mange øvelser.",
    "da-byråd": "Byrådet vedtog en ny handlingsplan. Grænsen mellem landene er åben for unge.",
    "da-ældre": "Ældrepleje i eget hjem: plejehjem og hjemmepleje. Støtte til pårørende.",
    "da-konsulent": "En udviklingskonsulent skriver ansøgninger. Tilskuddet var på 403.770 kr.",
    "da-udvikling": "Vi søger en konsulent med ansvar for udvikling af landsbyer ved havet.",
    "da-regnvand": "Regnvandsprojektet i Sorø begyndte den 6. maj 2014. Skolebygningerne får grønne tage.",
    "pl-gmina": "Gmina rozwija współpracę międzynarodową. Wójt odwiedził partnerów. Mieszkańcy radzi.",
    "pl-samorząd": "Samorządy składają wnioski o dofinansowanie. Urząd w Malborku: nabór do 30 maja 2014.",
    "pl-ścieżka": "Ścieżki rowerowe łączą Kwidzyn z Tczewem. Budżet wynosi 85 200 zł. Jakość życia rośnie.",
    "pl-jst": "Uprawnienia JST-ów określa ustawa. Województwo Kujawsko-Pomorskie wspiera źródła energii.",
    "pl-żłobek": "Żłobek i świetlica dla dzieci. Osoby starsze uczą się języka duńskiego.",
    "en-visit": "A study visit lets departments learn. The study visits were planned by volunteers.",
    "en-swot": "The SWOT-analysis found weaknesses. Know-how is shared by e-mail, written in c++.",
    "en-climate": "Climate adaptation costs 1,250,000 euro. Municipalities prepare for flooding.",
    "en-report": "See annual_report_2013.pdf for the programme 2007-13. The EU's grant ended on 2014-05-06.",
    "sv-äldre": "Äldreomsorgen i kommunen byggs ut. Hemtjänsten får nya bilar.",
    "sv-kust": "Vänorter längs kusten samarbetar om avfallshantering. Skärgården är känslig.",
    "de-stadt": "Die Städtepartnerschaft fördert den Jugendaustausch. Größere Gemeinden zahlen Gebühren.",
    "lt-savivaldybė": "Savivaldybė rengia projektą su užsienio partneriais. Klaipėdos uostas auga.",
}

QUESTIONS = {
    "typed without its letters": """
        netvaerk da-netværk; vaerktoj da-værktøj; vaerktoej da-værktøj; byrad da-byråd; byraad da-byråd
        graense da-byråd; aeldrepleje da-ældre; stotte da-ældre; stoette da-ældre; parorende da-ældre
        paaroerende da-ældre; soroe da-regnvand; soro da-regnvand; wspolprace pl-gmina; wojt pl-gmina
        miedzynarodowa pl-gmina; samorzady pl-samorząd; urzad pl-samorząd; nabor pl-samorząd
        sciezki pl-ścieżka; lacza pl-ścieżka; jakosc pl-ścieżka; zlobek pl-żłobek; swietlica pl-żłobek
        zrodla pl-jst; aldreomsorgen sv-äldre; aeldreomsorgen sv-äldre; skargarden sv-kust
        hemtjansten sv-äldre; vanorter sv-kust; staedtepartnerschaft de-stadt; gebuehren de-stadt
        gebuhren de-stadt; grossere de-stadt; savivaldybe lt-savivaldybė; klaipedos lt-savivaldybė
        uzsienio lt-savivaldybė; vaerktojet da-værktøj; ovelser da-værktøj; oevelser da-værktøj""",
    "with one typing error": """
        netværrk da-netværk; internatonalt da-netværk; værktøjt da-værktøj; handlingsplam da-byråd
        udviklingskonsluent da-konsulent; regnvandsprojekttet da-regnvand; plejehjm da-ældre
        ansøgninegr da-konsulent; mieszkancyy pl-gmina; dofinansowanei pl-samorząd; samorządyy pl-samorząd
        ścieżkki pl-ścieżka; rowrowe pl-ścieżka; województo pl-jst; świetlcia pl-żłobek
        departmens en-visit; volunters en-visit; climat en-climate; adaptaton en-climate
        municipalites en-climate; floodign en-climate; weaknesess en-swot; avfallshanterring sv-kust
        hemtjänstenn sv-äldre; jugendaustauch de-stadt; partneriaiss lt-savivaldybė
        erfaringsudvekling da-værktøj; skolebygninegrne da-regnvand; vlounteers en-visit""",
    "in another inflection": """
        netværkene da-netværk; kommunerne da-netværk; værktøjerne da-værktøj; handlingsplaner da-byråd
        grænserne da-byråd; udviklingskonsulenterne da-konsulent; tilskud da-konsulent; ansøgning da-konsulent
        landsby da-udvikling; gminom pl-gmina; współpraca pl-gmina; partnerami pl-gmina; wójtem pl-gmina
        samorządowi pl-samorząd; wniosek pl-samorząd; malborka pl-samorząd; malbork pl-samorząd
        kwidzynie pl-ścieżka; tczew pl-ścieżka; tczewie pl-ścieżka; ścieżkami pl-ścieżka
        żłobkach pl-żłobek; dziecko pl-żłobek; źródło pl-jst; departments en-visit; visiting en-visit
        volunteer en-visit; weakness en-swot; municipality en-climate; adaptations en-climate
        vänort sv-kust; skärgård sv-kust; kommunernas sv-äldre; gemeinde de-stadt; gebühr de-stadt
        savivaldybių lt-savivaldybė; klaipėda lt-savivaldybė; partneris lt-savivaldybė""",
    "as a part of a compound": """
        konsulent da-konsulent; erfaring da-værktøj; pleje da-ældre; regnvand da-regnvand
        skole da-regnvand; bygning da-regnvand; udveksling da-værktøj; plan da-byråd; hjem da-ældre
        omsorg sv-äldre; avfall sv-kust; hantering sv-kust; stadt de-stadt; jugend de-stadt
        austausch de-stadt; partnerschaft de-stadt; udviklingskonsulent da-udvikling""",
    "as a number, a day or a sign": """
        403770 da-konsulent; 403 770,40 da-konsulent; 403.770 da-konsulent; 403,770.40 da-konsulent
        85200 pl-ścieżka; 85.200 pl-ścieżka; 1250000 en-climate; 1.250.000 en-climate
        6.05.2014 da-regnvand; 2014-05-06 da-regnvand; 6 maja 2014 da-regnvand; 6. maj 2014 en-report
        May 6, 2014 en-report; 30.05.2014 pl-samorząd; annual_report_2013.pdf en-report
        2007-13 en-report; c++ en-swot; JST pl-jst; jst-ów pl-jst; know-how en-swot; e-mail en-swot
        SWOT en-swot; SWOT-analyses en-swot; kujawsko-pomorskiego pl-jst; EU en-report""",
}


def rows() -> Iterator[object]:
    """Yield every question with its document."""
    for kind, text in QUESTIONS.items():
        for entry in text.replace("\n", ";").split(";"):
            if entry.strip():
                question, document = entry.strip().rsplit(" ", 1)
                yield pytest.param(question, document, id=f"{kind}: {question}")


def library_of(texts: dict[str, str], folder: Path) -> Asked:
    """Return a library of these texts; the files' names say nothing."""
    (folder / "documents").mkdir()
    for number, text in enumerate(texts.values()):
        (folder / f"documents/{number}.txt").write_text(text, encoding="utf-8")
    settings = Settings(corpus=folder / "documents", index=folder / "index")
    build(settings)
    return Asked(settings)


def found(library: Asked, texts: dict[str, str], question: str) -> list[str]:
    """Return the names of the documents found, in order."""
    names = list(texts)
    return [names[int(path.removesuffix(".txt"))] for path in library.paths(question)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    made = library_of(DOCUMENTS, tmp_path_factory.mktemp("forms"))
    yield made
    made.library.close()


def test_the_table_is_long() -> None:
    assert len(list(rows())) >= 120


@pytest.mark.parametrize(("question", "document"), tuple(rows()))
def test_a_question_in_any_form_finds_its_document(library: Asked, question: str, document: str) -> None:
    assert document in found(library, DOCUMENTS, question)[:3]


SPELLINGS = """
    værktøj vaerktoj vaerktoej; byråd byrad byraad; grænse graense; støtte stoette stotte
    ældre aeldre; børn boern born; møde moede mode; små smaa sma; øvelse oevelse ovelse
    älska alska aelska; förening forening foerening; skärgård skargard skaergaard
    größe grosse groesse; gebühr gebuhr gebuehr; städte stadte staedte
    współpraca wspolpraca; ścieżka sciezka; żłobek zlobek; urząd urzad; źródło zrodlo; łódź lodz
    savivaldybė savivaldybe; klaipėda klaipeda; žemė zeme; ąžuolas azuolas
    netværk netværket netværkene; gmina gminy gminie; visit visits visiting
    erfaring erfaringsudveksling; konsulent udviklingskonsulent; omsorg äldreomsorg"""


def groups() -> list[list[str]]:
    """Return words with other spellings, forms and compounds of theirs."""
    return [entry.split() for entry in SPELLINGS.replace("\n", ";").split(";") if entry.strip()]


@pytest.fixture(scope="module")
def spelled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    made = library_of(SPELLED, tmp_path_factory.mktemp("spelled"))
    yield made
    made.library.close()


SPELLED = {word: f"Kwidzyn {word} Malbork." for group in groups() for word in group}


@pytest.mark.parametrize("word", SPELLED)
def test_the_exact_spelling_comes_first(spelled: Asked, word: str) -> None:
    assert found(spelled, SPELLED, word)[0] == word


@pytest.mark.parametrize(
    ("rich", "plain"), [pytest.param(one, other, id=other) for one, *rest in groups()[:25] for other in rest]
)
def test_other_letters_are_found_either_way(spelled: Asked, rich: str, plain: str) -> None:
    assert plain in found(spelled, SPELLED, rich)
    assert rich in found(spelled, SPELLED, plain)


def test_a_correction_is_said_and_undone_by_its_link(library: Asked) -> None:
    answer = library.ask("netværrk kommune")
    assert [(one.word, one.suggestion, one.applied) for one in answer.corrections] == [
        ("netværrk", "netværk", True)
    ]
    assert {reason.how for hit in answer.hits for reason in hit.why} >= {"correction"}
    assert answer.as_typed == '"netværrk" kommune'
    undone = library.ask(answer.as_typed)
    assert undone.corrections == ()
    assert not any(reason.how == "correction" for hit in undone.hits for reason in hit.why)


def test_a_word_of_the_library_is_never_replaced(library: Asked) -> None:
    for text in DOCUMENTS.values():
        assert [one for one in library.ask(text).corrections if one.applied] == []


def test_a_word_that_a_language_knows_is_no_error_though_a_letter_from_a_word_of_the_library(
    library: Asked,
) -> None:
    answer = library.ask("skriger")
    assert (answer.total, answer.corrections, answer.as_typed) == (0, (), None)


def test_a_quoted_word_is_found_as_it_is_typed_alone(library: Asked) -> None:
    assert found(library, DOCUMENTS, '"gminy"') == []
    assert found(library, DOCUMENTS, '"gmina"') == ["pl-gmina"]
    assert "da-netværk" not in found(library, DOCUMENTS, '-"netværk" kommune OR netværk')


def test_the_pieces_of_a_parted_compound_are_told(library: Asked) -> None:
    hits = library.ask("udviklingskonsulent").hits
    (reason,) = hits[1].why
    assert (reason.how, set(reason.found)) == ("apart", {"konsulent", "udvikling"})

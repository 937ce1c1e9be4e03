"""Languages are told at the scale of a library: passages as written, and documents put together from stocks.

Norwegian is no language of the library: it may be taken for Danish, but nothing else for Norwegian's sake.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.languages.detect import detect

OPENINGS = {
    "en": "In the spring|Last year|According to the report|During the visit|After the meeting",
    "da": "I foråret|Sidste år|Ifølge rapporten|Under besøget|Efter mødet",
    "pl": "Wiosną|W ubiegłym roku|Według raportu|Podczas wizyty|Po spotkaniu",
    "sv": "Under våren|Förra året|Enligt rapporten|Under besöket|Efter mötet",
    "de": "Im Frühjahr|Im vergangenen Jahr|Laut dem Bericht|Während des Besuchs|Nach dem Treffen",
    "lt": "Pavasarį|Praėjusiais metais|Pasak ataskaitos|Vizito metu|Po susitikimo",
    "nb": "I vår|I fjor|Ifølge rapporten|Under besøket|Etter møtet",
}
ENDINGS = {
    "en": """the town council decided to build a new path along the river
        two schools exchanged their teachers for a week
        the partners shared what they had learnt about home care
        nobody knew how much the new heating would cost
        the mayor thanked all the guests who had come so far
        young people wrote down what they want to change
        the costs were higher than the departments had expected
        farmers and engineers looked for ways to keep the water clean
        a small group translated the questions into three languages
        the library opened its doors to everyone who lives here
        the bus now stops closer to the hospital
        each office received a list of things that must be done""",
    "da": """besluttede byrådet at bygge en ny sti langs åen
        udvekslede to skoler deres lærere i en uge
        fortalte parterne, hvad de havde lært om hjemmepleje
        vidste ingen, hvor meget den nye varme ville koste
        takkede borgmesteren alle gæsterne, som var kommet så langt
        skrev de unge ned, hvad de gerne vil ændre
        var udgifterne højere, end afdelingerne havde ventet
        ledte landmænd og ingeniører efter måder at holde vandet rent på
        oversatte en lille gruppe spørgsmålene til tre sprog
        åbnede biblioteket dørene for alle, der bor her
        holder bussen nu tættere på sygehuset
        fik hvert kontor en liste over det, der skal gøres""",
    "pl": """rada miasta postanowiła zbudować nową ścieżkę wzdłuż rzeki
        dwie szkoły wymieniły się nauczycielami na tydzień
        partnerzy opowiedzieli, czego nauczyli się o opiece domowej
        nikt nie wiedział, ile będzie kosztować nowe ogrzewanie
        burmistrz podziękował gościom, którzy przyjechali z tak daleka
        młodzi zapisali, co chcieliby zmienić
        koszty okazały się wyższe, niż oczekiwały wydziały
        rolnicy i inżynierowie szukali sposobów na czystą wodę
        mała grupa przetłumaczyła pytania na trzy języki
        biblioteka otworzyła drzwi dla wszystkich, którzy tu mieszkają
        autobus zatrzymuje się teraz bliżej szpitala
        każdy urząd otrzymał listę rzeczy do zrobienia""",
    "sv": """beslutade kommunfullmäktige att bygga en ny stig längs ån
        bytte två skolor lärare med varandra under en vecka
        berättade parterna vad de hade lärt sig om hemtjänst
        visste ingen hur mycket den nya värmen skulle kosta
        tackade borgmästaren alla gäster som hade kommit så långt
        skrev de unga ner vad de vill förändra
        var kostnaderna högre än avdelningarna hade väntat sig
        sökte lantbrukare och ingenjörer efter sätt att hålla vattnet rent
        översatte en liten grupp frågorna till tre språk
        öppnade biblioteket sina dörrar för alla som bor här
        stannar bussen nu närmare sjukhuset
        fick varje kontor en lista över det som måste göras""",
    "de": """beschloss der Stadtrat, einen neuen Weg am Fluss zu bauen
        tauschten zwei Schulen für eine Woche ihre Lehrer
        erzählten die Partner, was sie über die häusliche Pflege gelernt hatten
        wusste niemand, wie viel die neue Heizung kosten würde
        dankte die Bürgermeisterin allen Gästen, die so weit gereist waren
        schrieben die jungen Leute auf, was sie ändern wollen
        waren die Kosten höher, als die Abteilungen erwartet hatten
        suchten Bauern und Ingenieure nach Wegen, das Wasser sauber zu halten
        übersetzte eine kleine Gruppe die Fragen in drei Sprachen
        öffnete die Bibliothek ihre Türen für alle, die hier wohnen
        hält der Bus jetzt näher am Krankenhaus
        erhielt jedes Amt eine Liste der Dinge, die zu tun sind""",
    "lt": """miesto taryba nusprendė nutiesti naują taką palei upę
        dvi mokyklos savaitei apsikeitė mokytojais
        partneriai papasakojo, ko išmoko apie slaugą namuose
        niekas nežinojo, kiek kainuos naujas šildymas
        meras padėkojo visiems svečiams, kurie atvyko iš taip toli
        jaunimas užsirašė, ką norėtų pakeisti
        išlaidos buvo didesnės, nei tikėjosi skyriai
        ūkininkai ir inžinieriai ieškojo būdų, kaip išsaugoti švarų vandenį
        nedidelė grupė išvertė klausimus į tris kalbas
        biblioteka atvėrė duris visiems, kurie čia gyvena
        autobusas dabar sustoja arčiau ligoninės
        kiekviena įstaiga gavo sąrašą darbų, kuriuos reikia atlikti""",
    "nb": """bestemte kommunestyret seg for å bygge en ny sti langs elva
        byttet to skoler lærere i en uke
        fortalte partnerne hva de hadde lært om hjemmesykepleie
        visste ingen hvor mye den nye varmen ville koste
        takket ordføreren alle gjestene som hadde kommet så langt
        skrev ungdommene ned hva de gjerne vil endre
        var kostnadene høyere enn avdelingene hadde ventet
        lette bønder og ingeniører etter måter å holde vannet rent på
        oversatte en liten gruppe spørsmålene til tre språk
        åpnet biblioteket dørene for alle som bor her
        stopper bussen nå nærmere sykehuset
        fikk hvert kontor en liste over det som må gjøres""",
}
CODES = ("en", "da", "pl", "sv", "de", "lt")
SPOKEN = Path(__file__).parent.parent / "golden" / "languages" / "spoken"


def written(code: str) -> tuple[list[str], list[str]]:
    """Return the sentences of a language, and its headings of four words."""
    lines = (SPOKEN / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    headings = [line.removeprefix("= ") for line in lines if line.startswith("= ")]
    return [line for line in lines if not line.startswith("= ")], headings


def sentences(code: str) -> list[str]:
    """Return every opening with every ending: sixty sentences."""
    endings = [ending.strip() for ending in ENDINGS[code].splitlines()]
    comma = "," if code == "en" else ""
    return [f"{start}{comma} {end}." for start in OPENINGS[code].split("|") for end in endings]


def documents_put_together() -> Iterator[tuple[list[str], list[str]]]:
    """Yield documents with a host and a guest language: the texts and the true language of each."""
    for turn, (host, guest) in enumerate(itertools.permutations(CODES, 2)):
        of_host, of_guest = (sentences(code)[turn : turn + 14] for code in (host, guest))
        texts = [*of_host[:4], written(host)[1][turn % 20], *of_guest[:3], *of_host[4:8]]
        yield texts, [*[host] * 5, *[guest] * 3, *[host] * 4]


def documents_as_written() -> Iterator[tuple[list[str], list[str]]]:
    """Yield the same of sentences that share no pattern, where the guest has a heading too."""
    for turn, (host, guest) in enumerate(itertools.permutations(CODES, 2)):
        (own, headings), (foreign, foreign_headings) = written(host), written(guest)
        stretch = own[turn : turn + 8]
        texts = [headings[turn % 20], *stretch[:4], foreign_headings[turn % 20], *foreign[turn : turn + 3]]
        texts += [headings[(turn + 7) % 20], *stretch[4:]]
        yield texts, [*[host] * 5, *[guest] * 4, *[host] * 5]


def mixed_documents() -> list[tuple[list[str], list[str]]]:
    """Return both, sixty documents."""
    return [*documents_put_together(), *documents_as_written()]


def said(right: int, asked: int, what: str) -> float:
    print(f"{what}: {right} of {asked}, {right / asked:.4f}")
    return right / asked


def test_more_than_four_hundred_passages_were_written_in_seven_languages() -> None:
    stocks = [written(code) for code in (*CODES, "nb")]
    assert {(len(own), len(headings)) for own, headings in stocks} == {(40, 20)}
    assert {len(heading.split()) for _, headings in stocks for heading in headings} == {4}
    assert len({line for stock in stocks for lines in stock for line in lines}) >= 400


@pytest.mark.parametrize(
    "of",
    [
        pytest.param(lambda code: written(code)[0], id="as written"),
        pytest.param(sentences, id="put together"),
    ],
)
def test_a_sentence_on_its_own_is_told(of: Callable[[str], list[str]]) -> None:
    told = [(code, detect([one]).main) for code in CODES for one in of(code)]
    assert said(sum(true == found for true, found in told), len(told), "sentences") >= 0.99


def test_a_passage_of_a_mixed_document_is_told() -> None:
    told = [
        pair
        for texts, truth in mixed_documents()
        for pair in zip(truth, detect(texts).languages, strict=True)
    ]
    assert len(told) == 780
    assert said(sum(true == found for true, found in told), len(told), "passages of mixed documents") >= 0.995


def test_a_heading_of_four_words_is_told_with_its_document() -> None:
    stocks = [(code, *written(code)) for code in CODES]
    told = [
        (code, detect([heading, *own[place : place + 3]]).languages[0])
        for code, own, headings in stocks
        for place, heading in enumerate(headings)
    ]
    assert said(sum(true == found for true, found in told), len(told), "headings") >= 0.99


def test_norwegian_counts_as_its_nearest_language() -> None:
    passages = [*sentences("nb"), *itertools.chain(*written("nb"))]
    told = [detect([one]).main for one in passages]
    assert said(told.count("da"), len(told), "Norwegian taken for Danish") >= 0.95
    assert set(told) <= {"da", "sv"}


def test_danish_beside_norwegian_stays_danish() -> None:
    texts = [*sentences("da")[:6], *sentences("nb")[6:9], *written("nb")[0][:3], *sentences("da")[9:12]]
    assert set(detect(texts).languages) == {"da"}


@pytest.mark.parametrize("host", CODES)
def test_norwegian_in_a_document_makes_none_of_its_other_passages_scandinavian(host: str) -> None:
    own = written(host)[0][:8]
    told = detect([*own[:4], *written("nb")[0][:3], *own[4:]]).languages
    assert (told[:4], told[-4:]) == ((host,) * 4, (host,) * 4)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_answer_does_not_depend_on_the_hash_seed(seed: str) -> None:
    program = (
        "from tests.contract.test_detection import mixed_documents\n"
        "from indexer.languages.detect import detect\n"
        "print([detect(texts) for texts, _ in mixed_documents()[::5]])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str([detect(texts) for texts, _ in mixed_documents()[::5]])

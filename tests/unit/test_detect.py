"""Which language passages are written in. The texts are this test's own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from indexer.languages import LANGUAGES
from indexer.languages.detect import Detected, detect

SENTENCES = {
    "en": (
        "The town wants to learn how its neighbours look after old people at home.",
        "Three schools have written to each other since the spring and will meet in June.",
        "Nobody had asked the drivers, although they knew the roads better than anyone.",
    ),
    "da": (
        "Byen vil gerne lære, hvordan naboerne passer de ældre i deres eget hjem.",
        "Tre skoler har skrevet til hinanden siden foråret og skal mødes i juni.",
        "Ingen havde spurgt chaufførerne, selv om de kendte vejene bedre end nogen anden.",
    ),
    "pl": (
        "Miasto chce się dowiedzieć, jak sąsiedzi opiekują się osobami starszymi w domu.",
        "Trzy szkoły piszą do siebie od wiosny i mają się spotkać w czerwcu.",
        "Nikt nie zapytał kierowców, chociaż to oni najlepiej znali drogi.",
    ),
    "sv": (
        "Staden vill lära sig hur grannarna tar hand om de äldre i deras egna hem.",
        "Tre skolor har skrivit till varandra sedan i våras och ska träffas i juni.",
        "Ingen hade frågat förarna, trots att de kände vägarna bättre än någon annan.",
    ),
    "de": (
        "Die Stadt möchte lernen, wie ihre Nachbarn alte Menschen zu Hause betreuen.",
        "Drei Schulen schreiben einander seit dem Frühjahr und wollen sich im Juni treffen.",
        "Niemand hatte die Fahrer gefragt, obwohl sie die Straßen am besten kannten.",
    ),
    "lt": (
        "Miestas nori sužinoti, kaip kaimynai prižiūri senus žmones jų namuose.",
        "Trys mokyklos susirašinėja nuo pavasario ir ketina susitikti birželį.",
        "Niekas nepaklausė vairuotojų, nors jie kelius pažinojo geriausiai.",
    ),
}

PAIRS = [pytest.param(one, two, id=f"{one} in {two}") for one in SENTENCES for two in SENTENCES if one != two]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_speaks_for_itself(code: str) -> None:
    assert [detect([sentence]).main for sentence in SENTENCES[code]] == [code] * 3


@pytest.mark.parametrize(("guest", "host"), PAIRS)
def test_a_guest_sentence_keeps_its_language_and_the_document_its_own(guest: str, host: str) -> None:
    one, two, three = SENTENCES[host]
    found = detect([one, two, SENTENCES[guest][0], three])
    assert found == Detected((host, host, guest, host), host, (host, guest))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("stated", LANGUAGES)
def test_what_a_document_states_is_not_the_truth(code: str, stated: str) -> None:
    assert detect(SENTENCES[code], stated=stated).main == code


@pytest.mark.parametrize("stated", ["da", "DA", "da-DK", "da_DK", " da "])
def test_what_a_document_states_decides_where_the_text_says_nothing(stated: str) -> None:
    assert detect(["403 770,40", "EU"], stated=stated) == Detected(("da", "da"), "da", ("da",))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_short_passage_speaks_as_its_document(code: str) -> None:
    one, two, three = SENTENCES[code]
    assert set(detect(["InterLoc", one, "2014", two, "Kwidzyn", "", three]).languages) == {code}


def test_a_short_passage_between_guests_speaks_as_they_do() -> None:
    texts = [*SENTENCES["da"] * 2, SENTENCES["pl"][0], "samorząd", SENTENCES["pl"][1]]
    assert detect(texts).languages[-2] == "pl"


def test_a_name_in_another_language_is_not_a_language_of_the_document() -> None:
    assert detect([*SENTENCES["da"], "Samorządowe Stowarzyszenie Europa"]).present == ("da",)


def test_languages_come_by_their_share() -> None:
    assert detect([*SENTENCES["da"], *SENTENCES["sv"][:1], *SENTENCES["pl"][:2]]).present == (
        "da",
        "pl",
        "sv",
    )


def test_only_candidates_are_named() -> None:
    assert set(detect(SENTENCES["sv"], candidates=("da", "pl")).languages) == {"da"}


@pytest.mark.parametrize(
    ("texts", "candidates", "main"),
    [
        pytest.param([], ("da", "en"), "da", id="no passage"),
        pytest.param(["", " ", "\ud800", "1 2 3"], ("da", "en"), "da", id="no letters"),
        pytest.param(["hej med dig"], ("da",), "da", id="one candidate"),
        pytest.param(["det er jo en by"], ("xx", "da", "en"), "da", id="a candidate that nobody knows"),
        pytest.param(["это русский текст о городе"], ("da", "en"), "da", id="another alphabet"),
    ],
)
def test_every_document_has_a_language(texts: list[str], candidates: tuple[str, ...], main: str) -> None:
    found = detect(texts, candidates=candidates)
    assert (found.main, len(found.languages)) == (main, len(texts))


def test_the_answer_is_always_the_same_in_any_thread() -> None:
    texts = [
        sentence[:length] for sentences in SENTENCES.values() for sentence in sentences for length in (15, 40)
    ]
    alone = detect(texts)
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(lambda _: detect(texts), range(16))) == {alone}

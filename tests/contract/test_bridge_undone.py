"""Whatever else is searched for can be taken off by its link, one by one, for a hundred questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from web_visitor import Browser, browser

from tests.conftest import Asked

QUESTIONS = {
    "en": """action plan; final meeting; home care; study visit; climate adaptation; rainwater; volunteers
        town twinning; cross-border cooperation; application for a grant; own contribution; eligible costs
        youth exchange; exchange of experience; lead partner; partner search; municipal council; mayor
        waste; energy renovation of schools; cycling; tourism and culture; evaluation of projects; audit
        newsletter; interpreter; citizens; elderly people; training for employees; networks
        international strategy; lessons learnt; budget and deadline; school pupils""",
    "da": """handlingsplan; afsluttende møde; hjemmepleje; studiebesøg; klimatilpasning; regnvand; frivillige
        venskabsby; samarbejde over grænsen; ansøgning om tilskud; egenfinansiering
        støtteberettigede udgifter; ungdomsudveksling; erfaringsudveksling; ledende partner; partnersøgning
        byråd; borgmester; affald; energirenovering af skoler; cykelstier; turisme og kultur; evaluering
        revision; nyhedsbrev; tolk; borgere; ældre; uddannelse af medarbejdere; netværk
        international strategi; erfaringer; budget og frist; skolens elever""",
    "pl": """plan działania; spotkanie końcowe; opieka domowa; wizyty studyjne; adaptacja do zmian klimatu
        woda deszczowa; wolontariusze; miasta partnerskie; współpraca transgraniczna; wniosek o dofinansowanie
        wkład własny; koszty kwalifikowalne; wymiana młodzieży; wymiana doświadczeń; partner wiodący
        poszukiwanie partnerów; rada gminy; burmistrz; odpady; termomodernizacja szkół; ścieżki rowerowe
        turystyka i kultura; ewaluacja projektów; kontrola; biuletyn; tłumacz; mieszkańcy; osoby starsze
        szkolenia pracowników; sieć; strategia międzynarodowa; doświadczenia gminy
        budżet i termin; uczniowie""",
}
PER_PAGE = 20
"""Hits that are looked at, twice as many as a page shows."""


def asked() -> list[str]:
    """Return the questions of all languages."""
    entries = "; ".join(QUESTIONS.values()).replace("\n", ";").split(";")
    return [entry.strip() for entry in entries if entry.strip()]


@pytest.fixture(scope="module")
def visitor(shipped: Asked) -> Iterator[Browser]:
    yield browser(shipped.settings, shipped.library)


def told(visitor: Browser, address: str) -> dict[str, object]:
    """Return what a program is told at the address."""
    found = json.loads(visitor.get(address).data)
    assert isinstance(found, dict)
    return found


def expansions(answer: dict[str, object]) -> dict[str, set[str]]:
    """Return the links that take each expansion off, by what was searched for."""
    links: dict[str, set[str]] = {}
    for one in answer["query"]["expansions"]:  # type: ignore[index]  # JSON
        links.setdefault(one["text"].casefold(), set()).add(one["q"])
    return links


def owed(answer: dict[str, object]) -> set[str]:
    """Return the expansions that any hit owes its place to."""
    reasons = [reason for hit in answer["hits"] for reason in hit["why"]]  # type: ignore[attr-defined]  # JSON
    return {reason["through"].casefold() for reason in reasons if reason["how"] == "translation"}


def test_every_expansion_of_a_hundred_questions_is_taken_off_by_its_link(visitor: Browser) -> None:
    taken_off = seen = 0
    for question in asked():
        address = f"/api/v1/search?per_page={PER_PAGE}&q={question}"
        answer = told(visitor, address)
        links, before = expansions(answer), owed(answer)
        assert before <= set(links)
        for text, addresses in links.items():
            (link,) = addresses
            left = told(visitor, link)
            assert text not in owed(left), (question, text)
            assert set(expansions(left)) == set(links) - {text}, (question, text)
            taken_off, seen = taken_off + 1, seen + (text in before)
    print(f"{taken_off} expansions of {len(asked())} questions taken off; {seen} were under hits before")
    assert len(asked()) >= 100 and seen >= 150


def test_a_page_has_a_link_for_every_expansion(visitor: Browser) -> None:
    for question in asked()[::4]:
        links = expansions(told(visitor, f"/api/v1/search?q={question}"))
        page = unescape(visitor.get(f"/search?q={question}").text)
        offered = {
            text
            for piece in page.split('href="')
            for text in parse_qs(urlsplit(piece.partition('"')[0]).query).get("without", ())
        }
        assert set(links) <= offered, question

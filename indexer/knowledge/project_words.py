"""What projects and their figures are called in six languages: tables only."""

from __future__ import annotations

import re
from collections.abc import Mapping

from indexer.languages.base import fold

ACRONYM, TITLE = "acronym", "title"

STRONG = {
    ACRONYM: """acronym | project acronym | short name | akronym | projektakronym | kortnavn | kortnamn
        | skrót
        | skrót projektu | akronim | akronim projektu | kurzname | kurztitel | akronimas | trumpinys""",
    TITLE: """project title | project name | full name | title of the project | name of the project
        | projekttitel | projektets titel | projektnavn | projektets navn | projektnamn | projektets namn
        | tytuł projektu | nazwa projektu | pełna nazwa | pełny tytuł | projektname
        | projekto pavadinimas""",
    "programme": """programme | program | funding programme | eu programme | støtteprogram | tilskudsprogram
        | program finansujący | nazwa programu | stödprogram | förderprogramm | programm | programa""",
    "start": """start date | project start | startdato | projektstart | data rozpoczęcia
        | data rozpoczęcia projektu | rozpoczęcie projektu | startdatum | projektbeginn | pradžios data""",
    "end": """end date | project end | slutdato | projektslut | projektafslutning | data zakończenia
        | data zakończenia projektu | termin zakończenia | zakończenie projektu | slutdatum | enddatum
        | projektende | pabaigos data""",
    "total-budget": """total budget | total project budget | project budget | overall budget
        | samlet budget | samlet projektbudget | projektbudget | projektets budget
        | total budget for projektet
        | całkowity budżet | budżet całkowity | budżet projektu | wartość projektu
        | całkowita wartość projektu
        | wartość całkowita | koszt całkowity | całkowity koszt | całkowity koszt projektu | koszt projektu
        | wartość ogółem | budżet ogółem | łączny budżet | total cost | total costs | total project cost
        | project costs | budget i alt | samlede udgifter | samlede omkostninger | projektomkostninger
        | totala kostnader | gesamtvolumen | bendra vertė | projekto vertė
        | total projektbudget | totalbudget | total kostnad | gesamtbudget | projektbudget | gesamtkosten
        | bendras biudžetas | projekto biudžetas | total eligible cost""",
    "eu-funding": """eu funding | eu contribution | eu co-financing | eu grant | eu support | erdf
        | erdf funding | erdf contribution | eu-tilskud | eu-støtte | eu-medfinansiering | støtte fra eu
        | dofinansowanie ue | dofinansowanie z ue | dofinansowanie unijne | dofinansowanie z efrr | wkład ue
        | dofinansowanie z funduszy europejskich | wkład z efrr | kwota dofinansowania ue | środki ue
        | środki efrr
        | erdf grant | erdf support | eu funds | eu funding (erdf) | eu-midler | eu-bevilling | regionalfond
        | efre | efre-mittel | eruf | efrr | eu-stöd | eu-bidrag | eu-finansiering | eu-förderung
        | eu-mittel | es parama | es lėšos""",
    "grant": """grant | grant awarded | kwota dotacji | dotacja | bevilling | bevilget tilskud
        | bevilgat bidrag
        | zuschuss | dotacija""",
    "co-financing-rate": """eu share | eu's share | eu-andel | eu's andel | udział ue | udział unii
        | eu rate
        | co-financing rate | cofinancing rate | funding rate | grant rate
        | medfinansieringsgrad | tilskudsprocent | støtteprocent | poziom dofinansowania
        | stopa dofinansowania | stopa współfinansowania | stödnivå | förderquote | finansavimo dalis""",
    "lead-partner": """lead partner | lead beneficiary | leadpartner | lead-partner | lider | lider projektu
        | partner wiodący | leadpart | ledande partner | projektägare | federführender partner
        | pagrindinis partneris | wnioskodawca wiodący | coordinator | koordinator | koordynator |
        koordinatorius
        | lead applicant | hovedansøger | huvudsökande | hauptantragsteller | wnioskodawca
        | ansøger og koordinator | applicant and coordinator | projektejer | projektejer og leadpartner""",
    "partner": """partners | project partners | partner municipalities | partnere | projektpartnere
        | partnerzy | partnerzy projektu | pozostali partnerzy | projektpartners | samarbetspartner
        | projektpartner | partneriai | associated partner | associated partners | associeret partner
        | associerede partnere | associerad partner | associerade partner | assoziierte partner
        | partner stowarzyszony | partnerzy stowarzyszeni | other partners | øvrige partnere
        | övriga partner | asocijuoti partneriai""",
    "website": """website | web site | homepage | project website | hjemmeside | projektets hjemmeside
        | websted
        | strona internetowa | strona projektu | strona www | webbplats | hemsida | webseite | internetseite
        | interneto svetainė | svetainė""",
}
"""Labels that only a description of a project has, by what stands beside them."""

WEAK = {
    TITLE: """title | name | project | titel | navn | projekt | projektet | namn | tytuł | nazwa
        | pavadinimas
        | projektas""",
    "programme": "source | źródło | kilde | fund | fond | fundusz",
    "lead-partner": "ansøger | applicant | sökande | antragsteller | lead",
    "period": """period | period of implementation | implementation period | gennemførelsesperiode
        | project period | project duration | duration | dates | running time
        | lifetime | projektets varighed | løbetid
        | lata realizacji | realizacja | okres realizacji projektu | czas realizacji | termin realizacji
        | czas trwania projektu | projektets periode | projektets løbetid | projekttid | projektets längd
        | programming period | programme period | periode
        | projektperiode | varighed | programperiode | okres | okres realizacji | czas trwania
        | okres programowania | projektperiod | laufzeit | projektlaufzeit | förderperiode | laikotarpis
        | trukmė""",
    "start": "start | started | begin | from | begyndelse | rozpoczęcie | początek | beginn | pradžia",
    "end": "end | ended | closed | until | slut | afslutning | afsluttet | zakończenie | koniec | ende "
    "| pabaiga",
    "status": "status | state | project status | projektstatus | stan | status projektu | būsena",
    "total-budget": "budget | budżet | koszt | wartość | eligible costs | wydatki kwalifikowalne "
    "| koszty kwalifikowalne | støtteberettigede udgifter | stödberättigande kostnader | costs "
    "| omkostninger | kostnader | kosten | biudžetas",
    "eu-funding": "dofinansowanie | medfinansiering | medfinansiering fra eu | co-financing",
    "co-financing-rate": "støttesats | dofinansowanie w % | rate | stopa | sats | tilskudssats | satz",
    "partner": "partner | partneris | participating partners | deltagende partnere | współpracownicy",
    "participants": """participants | number of participants | deltagere | antal deltagere
        | liczba uczestników | planowana liczba uczestników | uczestnicy | deltagare | antal deltagare
        | teilnehmer | teilnehmerzahl | dalyviai | dalyvių skaičius""",
}
"""Labels that others have too: they count beside a strong one."""

STATUS: Mapping[str, str] = {
    " ".join(fold(phrase).split()): status
    for status, phrases in {
        "closed": """closed | finished | completed | ended | afsluttet | slut | zakończony | zakończone
            | zakończono | avslutat | avslutad | abgeschlossen | beendet | baigtas | projekt zakończony""",
        "ongoing": """ongoing | running | active | in progress | under way | igangværende | i gang | pågående
            | pågår | w trakcie | w trakcie realizacji | w toku | realizowany | trwa | laufend | läuft |
            vykdomas
            | projekt w toku | projekt w trakcie realizacji""",
        "planned": """planned | planlagt | planowany | planowane | planerat | planerad | geplant
            | planuojamas""",
    }.items()
    for phrase in phrases.split("|")
}
"""What the state of a project is called."""

PROGRAMMES: Mapping[str, str] = {
    "South Baltic": r"south baltic|poludniow\w+ baltyk\w*|sydlige ostersø|sydlige ostersoe?|sodra ostersjon"
    r"|sudliche ostsee|pietu baltij\w+",
    "Baltic Sea Region": r"baltic sea region|region\w* morza baltyckiego|ostersoregion\w*"
    r"|ostersjoregion\w*",
    "Öresund-Kattegat-Skagerrak": r"oresund-kattegat-skagerrak",
    "Central Europe": r"central europe (?=programm)|europa srodkowa",
    "Europe for Citizens": r"europe for citizens|europa dla obywateli|europa for borgerne"
    "|europa for medborgarna",
    "Erasmus+": r"erasmus ?\+|erasmus plus",
    "Grundtvig": r"\bgrundtvig\b",
    "Comenius": r"\bcomenius\b",
    "Leonardo da Vinci": r"leonardo da vinci",
    "URBACT": r"\burbact\b",
}
"""Programmes by their name, each with a pattern for folded text."""

PERIODS = ("1994-1999", "2000-2006", "2007-2013", "2014-2020", "2021-2027")
"""The programming periods of the European Union."""

NO_PROJECTS = frozenset(
    fold(word)
    for word in """INTERREG SWOT EFRR ERDF EUROPE EUROPA LEADER URBACT ERASMUS TEMPUS UNESCO UNICEF
    NATO NGOs NGO
    PARTNER PROJECT PROJEKT PROJEKTET PROGRAMME KEEP COVID CEMR ECTS LGBT VERDI PDCA SMART RACI PESTEL
    FACEBOOK YouTube LinkedIn PowerPoint WhatsApp EUR-Lex DKK EURO THEME TEMA""".split()
)
"""Words in capitals that no project is called by."""

PROJECT = r"[Pp]ro[jy]e[kc](?:t(?!or)|cie)\w*"
"""What begins so is a project, in any form and in six languages."""


def _listed(table: str) -> list[str]:
    return [" ".join(name.split()) for name in table.split("|")]


_NUMBERED = re.compile(r"^\W*(?:\d{1,2}[.)]\s+)?")
_PLANNED = re.compile(
    r"^(?:planned|expected|planlagt\w*|forventet|planowan\w+|przewidywan\w+|planerad\w*|geplant\w*"
    r"|projektets"
    r"|the project's)\s+"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)|\s+(?:for|til|i) (?:the )?projekt?\w*$")
_TAKING_PART = re.compile(
    r"\b(?:persons?|people|pupils?|teachers?|participants|deltagere|uczestni\w+|osob\w*|deltagare"
    r"|teilnehm\w*)\b"
    r".{0,30}\b(?:taking part|participating|reached|who take part|involved|i alt|in all)\b"
)


def label_of(text: str) -> tuple[str, bool] | None:
    """Return what a label labels, and whether it is a strong one: *3. Planned start*, *Wnioskodawca
    (lider)*."""
    if len(text) > LONGEST_LABEL:
        return None
    folded = fold(_NUMBERED.sub("", text)).strip(" :.")
    bare = _BRACKETS.sub("", folded)
    for one in (folded, bare, _PLANNED.sub("", bare)):
        if known := LABELS.get(one):
            return known
    return ("participants", False) if _TAKING_PART.search(folded) else None


LONGEST_LABEL = 60
"""Characters of a label; what is longer is a sentence."""

LABELS: Mapping[str, tuple[str, bool]] = {
    fold(label): (name, strong)
    for strong, tables in ((False, WEAK), (True, STRONG))
    for name, table in tables.items()
    for label in _listed(table)
}
"""Every label, folded, with what it labels and whether it is a strong one."""

BEFORE_COLON = re.compile(
    r"(?:^|(?<=[,;.|•–-]\s)|(?<=\s)(?-i:(?=[A-ZŁŚŻÆØÅÄÖ])))(?P<label>"
    + "|".join(
        re.escape(label)
        for label in sorted(
            {label for table in (*STRONG.values(), *WEAK.values()) for label in _listed(table)},
            key=len,
            reverse=True,
        )
    )
    + r")\s*:\s*",
    re.IGNORECASE,
)
"""A label where it stands before a colon in a line of text."""

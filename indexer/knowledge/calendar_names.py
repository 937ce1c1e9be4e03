"""Months, weekdays and seasons as six languages write them, and the words around dates.

Tables only, in folded letters where they are looked up; ``dates.py`` reads with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from indexer.languages.base import fold

_MONTHS_BY_LANGUAGE = {
    "en": """january jan | february feb | march mar | april apr | may | june jun | july jul | august aug
        | september sept sep | october oct | november nov | december dec""",
    "da": """januar jan | februar feb febr | marts mar | april apr | maj | juni jun | juli jul | august aug
        | september sept sep | oktober okt | november nov | december dec""",
    "sv": """januari jan | februari feb febr | mars mar | april apr | maj | juni jun | juli jul
        | augusti aug | september sept sep | oktober okt | november nov | december dec""",
    "de": """januar jänner jan | februar feb | märz maerz mär mrz | april apr | mai | juni jun | juli jul
        | august aug | september sept sep | oktober okt | november nov | dezember dez""",
    "pl": """styczeń stycznia styczniu styczniem sty | luty lutego lutym lut | marzec marca marcu marcem mar
        | kwiecień kwietnia kwietniu kwietniem kwi | maj maja maju majem
        | czerwiec czerwca czerwcu czerwcem cze | lipiec lipca lipcu lipcem lip
        | sierpień sierpnia sierpniu sierpniem sie | wrzesień września wrześniu wrześniem wrz
        | październik października październiku październikiem paź
        | listopad listopada listopadzie listopadem lis | grudzień grudnia grudniu grudniem gru""",
    "lt": """sausis sausio sausį | vasaris vasario vasarį | kovas kovo kovą | balandis balandžio balandį
        | gegužė gegužės gegužę | birželis birželio birželį | liepa liepos liepą
        | rugpjūtis rugpjūčio rugpjūtį | rugsėjis rugsėjo rugsėjį | spalis spalio spalį
        | lapkritis lapkričio lapkritį | gruodis gruodžio gruodį""",
}

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        fold(name): month
        for table in _MONTHS_BY_LANGUAGE.values()
        for month, names in enumerate(table.split("|"), start=1)
        for name in names.split()
    }
)
"""Every month by its folded name. Documents mix languages, and no name means two months."""

NEEDING_A_DAY: Mapping[str, frozenset[str]] = MappingProxyType(
    {"da": frozenset({"jul"}), "sv": frozenset({"jul"}), "pl": frozenset({"lis"})}
)
"""Short names that are other words beside a bare year: *jul* is Christmas, *lis* a fox."""

_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii"
ROMAN: Mapping[str, int] = MappingProxyType(
    {numeral: n for n, numeral in enumerate(_NUMERALS.split(), start=1)}
)
"""Months as Polish letters number them: 6 VI 2014."""

_WEEKDAYS_BY_LANGUAGE = (
    "monday tuesday wednesday thursday friday saturday sunday",
    "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "måndag tisdag onsdag torsdag fredag lördag söndag",
    "måndagen tisdagen onsdagen torsdagen fredagen lördagen söndagen",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis",
    "pirmadienį antradienį trečiadienį ketvirtadienį penktadienį šeštadienį sekmadienį",
)
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {fold(name): day for table in _WEEKDAYS_BY_LANGUAGE for day, name in enumerate(table.split())}
)
"""Every weekday by its folded name; Monday is 0."""

SEASONS = """spring summer autumn winter | forår forår sommer efterår vinter | vår sommar höst
    | frühjahr frühling herbst | wiosna lato jesień zima | pavasaris vasara ruduo žiema"""
"""Parts of a year by which newsletters are named."""

UNTIL = """until | till | til | by | before | no later than | not later than | do | przed | najpóźniej do
    | inden | senest | frem til | bis | vor | bis zum | iki | före | senast | fram till | innan"""
"""What stands before a date that a document looks forward to: *do końca listopada 2014*."""

END_OF = """the end of | end of | udgangen af | slutningen af | slutet av | slutet på | utgången av | ende
    | końca | końcem | pabaigos"""

LIMITS = """deadline | closing date | expires | frist | ansøgningsfrist | tilmeldingsfrist | svarfrist
    | sista ansökningsdag | sista anmälningsdag | anmeldeschluss | einsendeschluss | bewerbungsschluss
    | termin składania | termin zgłoszeń | termin nadsyłania | termin naboru | terminas"""
"""Names of time limits, which stand before the date, often with a colon."""

OTHERS = """start date | end date | start | end | starts | ends | started | ended | starting | ending
    | beginning | began | closed | closing | closure | duration | period | project period | since | born
    | founded | established | valid from
    | startdato | slutdato | slut | startede | sluttede | begyndte | projektperiode | periode | varighed
    | siden | stiftet | født | gælder fra
    | startdatum | slutdatum | startade | slutade | projektperiod | sedan | född | grundad | gäller från
    | enddatum | beginn | laufzeit | zeitraum | projektzeitraum | seit | geboren | gegründet | gültig ab
    | data rozpoczęcia | data zakończenia | rozpoczęcie | zakończenie | rozpoczął | rozpoczęła
    | rozpoczęto | zakończył | zakończyła | zakończono | okres realizacji | czas trwania | od | urodzony
    | urodzona | założona | założony
    | pradžia | pabaiga | pradžios data | pabaigos data | laikotarpis | trukmė | nuo | gimė | įkurta"""
"""What stands before a date at which something else begins or ends: a project, a law, a life."""

OWN = """published | published on | posted | posted on | last updated | updated | updated on | date | dated
    | issued | dato | publiceret | udgivet | offentliggjort | opdateret | oprettet | datum | publicerad
    | publicerat | uppdaterad | veröffentlicht | erstellt | stand | data | data publikacji
    | data utworzenia | data aktualizacji | opublikowano | dodano | utworzono | z dnia | paskelbta
    | atnaujinta | publikuota"""
"""What stands before the date of the document itself."""


def any_of(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, the longest first."""
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\b"


def phrases(table: str) -> str:
    """Return a pattern for any of the phrases of a table, folded, with ``|`` between them."""
    return any_of({r"\s+".join(fold(phrase).split()) for phrase in table.split("|")})


def listed(table: str) -> str:
    """Return a pattern for any of the words of a table."""
    return any_of({fold(word) for word in table.replace("|", " ").split()})


def spellings(date: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a day, ``2014-05-06``, in every order and language that documents use."""
    year, month, day = date.split("-")
    for numbers in ((day, month), (day.lstrip("0"), month), (day.lstrip("0"), month.lstrip("0"))):
        yield (*numbers, year)
    yield year, month, day
    names = {name for table in _MONTHS_BY_LANGUAGE.values() for name in _month_names(table, int(month))}
    for name in sorted(names):
        for number in dict.fromkeys((day.lstrip("0"), day, f"{int(day)}{_ordinal(int(day))}")):
            yield number, name, year
            yield name, number, year
            yield year, name, number


def _month_names(table: str, month: int) -> list[str]:
    return table.split("|")[month - 1].split()


def _ordinal(day: int) -> str:
    """Return what English puts behind the number of a day."""
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")

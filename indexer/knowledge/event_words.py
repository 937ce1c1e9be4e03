"""What events, their columns and their guests are called in six languages. Tables only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from indexer.languages.base import fold


def _one_line(pattern: str) -> str:
    """Return a pattern without its line ends and what indents them."""
    return re.sub(r"\s*\n\s*", "", pattern)


_KINDS = {
    "study-visit": r"""study (?:visits?|tours?|trips?)|studiebesøg\w*|studietur(?:e|en|ene|erne)?|
        studierejse\w*|
        studiebesök\w*|studieres(?:a|an|or|orna)|studienreisen?|studienbesuche?s?|wizyt\w{0,3} studyjn\w+|
        pažintin\w+ vizit\w+""",
    "workshop": r"""\w*workshop(?:s|pen|per|perne|pens|ar|arna|en)?|warszta\w{1,5}|verkstad(?:en|er)?|
        (?:kūrybin\w+ )?dirbtuv\w+""",
    "seminar": r"""[\w-]*seminar(?:s|et|er|erne|ets|e|en|iet|ier|ium|ia|iów|iach|iami|as|o|e|ą|ai|ų)?|
        webinar(?:s|et|er|ium|ia|iów|em|u|y)?""",
    "conference": r"""[\w-]*konferenc(?:e|en|er|erne|ens|ja|ji|ję|ją|je|jach)|conferences?|
        [\w-]*konferens(?:en|er|erna)?|
        [\w-]*konferenz(?:en)?|konferencij\w+""",
    "exchange": r"""(?:youth|staff|pupil|student|school|job) exchanges?|
        exchanges? of (?:pupils|apprentices|students|staff|teachers|trainees|young|youth|volunteers|officers)|
        (?:ungdoms|elev|medarbejder|lærlinge|lærer|skole)udveksling\w*|
        udveksling\w* af (?:unge|elever|lærlinge|lærere|medarbejdere|praktikanter)|
        (?:ungdoms|elev|lärar|personal)utbyte\w*|(?:jugend|schüler)austausch\w*|
        wymian(?:a|y|ie|ę) (?:młod\w+|uczni\w+|pracownik\w+|nauczyciel\w*|stażyst\w+|praktykant\w+|
        urzędnik\w+|
        wolontariusz\w+|student\w+|harcerzy|strażaków)|
        wymiana(?= odb)""",
    "festival": r"""[\w-]*festival(?:s|en|er|et)?|festiwal(?:u|em|owi|e)?""",
    "open-day": r"""open days?|åbent hus|öppet hus|tag der offenen tür|dzień otwarty|dni(?:a|u) otwart\w+""",
    "meeting": r"""[\w-]*meetings?|[\w-]*møde(?:t|r|rne|ts)?|[\w-]*möten?(?:t|a)?|[\w-]*möte(?:t|n|na)?|
        [\w-]*treffens?|[\w-]*sitzung(?:en)?|spotkani(?:e|a|u|em|ach|ami)|spotkań|posiedzeni(?:e|a|u|em|ach)|
        susitikim\w+|posėd\w+|minutes of(?= (?:the )?\d)|
        met(?= (?:again|for|in|on|at)\b)|will meet|mødtes|träffades|spotkali się""",
}

KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {kind: re.compile(rf"\b(?:{_one_line(table)})\b", re.I) for kind, table in _KINDS.items()}
)
"""What each kind of event is called, the most telling kind first."""

KIND_STEMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "study-visit": ("study ", "studie", "studyjn", "vizit"),
        "workshop": ("worksh", "warszta", "verkst", "dirbt"),
        "seminar": ("semin", "webin"),
        "conference": ("confer", "konfer"),
        "exchange": ("exchang", "udveksl", "utbyt", "austausch", "wymian"),
        "festival": ("festival", "festiwal"),
        "open-day": ("open day", "åbent hus", "öppet hus", "offenen tür", " otwart"),
        "meeting": (
            "met ",
            "minutes of ",
            *"meet møde mødt möte träff treffen sitzung spotka posied susit posėd".split(),
        ),
    }
)
"""A test that costs little: without any of these letters a text does not name the kind."""

ONLINE = re.compile(r"online|internet|webinar|virtu|on the web|sieciow|\bnet(?:tet)?\b", re.I)

SEVERAL = re.compile(
    r"(?:\b(?:all|both|two|three|four|five|six|seven|eight|nine|ten|twelve|alle|begge|to|tre|fire|fem"
    r"|seks|syv|otte|ni|"
    r"ti|två|fyra|sex|sju|åtta|nio|tio|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dwa|dwóch|trzy"
    r"|trzech|"
    r"cztery|czterech|pięć|pięciu|sześć|sześciu|siedem|siedmiu|osiem|ośmiu|dziewięć|dziesięć|"
    r"[2-9]|[1-9][0-9])\s+(?:de\s)?(?:[^\W\d]+\s){0,2})$",
    re.I,
)
"""A number of events before their name: what is stated of all of them is not stated of one."""

_NUMBER = r"(?P<number>\d{1,3}[ .]\d{3}|\d{1,5}|(?:[^\W\d_]{3,12}[- ])?[^\W\d_]{2,20})"
_GUESTS = r"""(?:participants|pupils|students|teachers|elever|lærere|lärare|borgere|tilmeldte|anmälda|
    uczniów|uczennic|nauczycieli|gości|mieszkańców|Schüler\w*|people|persons|guests|attendees|deltagere|personer|deltagare|gæster|
    teilnehme\w+|personen|
    uczestnik\w+|osób|osoby|dalyvi\w+|asmen\w+|žmon\w+)"""
PARTICIPANTS = re.compile(rf"\b{_NUMBER}\s(?:[^\W\d]+\s)?{_one_line(_GUESTS)}\b", re.I)
"""How many came."""

COUNTED = re.compile(
    r"\b(?:number of participants|attendance|antallet af deltagere|antal deltagere|antalet deltagare|"
    r"teilnehmerzahl|liczb\w+ (?:uczestników|osób)|dalyvių skaičius)\s(?:as|was|is|at|var|er|på|är|war|"
    r"betrug|wynosi\w*|to|buvo|yra)\s(?P<number>\d{1,5})\b",
    re.I,
)
"""How many came, told as a number: *the number of participants as 274*."""

IN_ALL = re.compile(
    r"(?:in total|in all|altogether|i alt|sammenlagt|totalt|insgesamt|łącznie|razem|ogółem|"
    r"iš viso)\b",
    re.I,
)
"""What begins the line below a list of events that adds up their guests."""

EVERYBODY = re.compile(
    r"\b(?:together with (?:the|their) hosts|hosts included|sammen med værterne|i alt|in all|altogether"
    r"|razem z gospodarzami"
    r"|łącznie|sammanlagt|insgesamt|tillsammans med värdarna)\b[^.;\d]{0,50}$",
    re.I,
)
"""What stands before the number that counts everybody, where another one counts only some."""

HEADED = re.compile(
    r"\b(?:workshops?|seminar\w*|meetings?|conference|konference\w*|møder|warsztat\w*|spotka\w+), $", re.I
)
"""*Eight workshops, 274 people*: what stands before the guests in a title."""

NOT_ALL = re.compile(r"(?:\d\s(?:and|og|och|und|i|do|til|till|bis|to|iki)\s|[\d.,–-]\s?)$")
"""What stands before the second of two numbers: *between 15 and 72 people*."""

MORE = re.compile(
    r"(?:more than|over|mere end|flere end|mer än|fler än|mehr als|über|ponad|powyżej|daugiau nei)\s$", re.I
)
"""What stands before the number of those who were more than that."""

GUEST_STEMS = tuple(
    """participant people person guest attendee deltager deltagar gæst teilnehm uczestni osób osoby dalyv
    asmen žmon""".split()
)
_ABOUT = (
    r"(?:(?:about|some|around|roughly|nearly|almost|ca\.?|omkring|cirka|godt|næsten|około|ok\."
    r"|blisko|rund|etwa|more than|over|mere end|ponad) )?"
)
CAME = re.compile(
    r"\b(?:attended by|brought together|gathered|expect(?:s|ing)?|welcomed?|deltog|samlede|samlade"
    r"|forventer|regner med|räknar med|"
    r"väntar|erwarten|wzięł\w+(?: w \w+)? udział|udział(?: w \w+)? wzięł\w+|weźmie(?: w \w+)? udział"
    r"|udział(?: w \w+)? weźmie|"
    r"uczestniczył\w+|zgromadził\w+|spodziewamy się|przyjechał\w+|przyszł\w+|dotarł\w+|dalyvavo)\s"
    rf"{_ABOUT}{_NUMBER}\s(?!(?:%|pct|percent|per cent|procent|prozent|euro|kr|zł|km|met\w+|hours?"
    rf"|timer|godzin\w*)\b)(?=[^\W\d_])",
    re.I,
)
"""What says that people came, and how many, whatever they are: *deltog 38 havnefolk*."""

CAME_STEMS = tuple(
    """attended brought gathered expect welcom deltog samlede samlade forvent regner räkn vänt erwart
    udział uczestn
    zgromad dotar spodziew przyj przysz dalyv""".split()
)
IN_A_CALENDAR = re.compile(
    rf"[,(]\s*{_ABOUT}(?P<number>\d{{1,5}})\s(?!(?:%|pct|percent|procent|euro|kr|zł|km|met|hour|time"
    rf"|godzin|min|da[ygn]|dni|uge|week|"
    r"tyg|tur|rejs|sid|str)\w*)[^\W\d_]{4,}\s*[.)]?$"
)
"""Who comes, at the end of an item of a calendar: *study visit to the mill, 12 bakers*."""

TOOK_PART = re.compile(
    r"\b(?:łącznie|razem) było\b|\bi alt var\b|\bin all there were\b|\btotalt var\b|\bcame\b"
    r"|\bvar \d+ \w+ med\b|\bfilled\b|\bcomes?\b|expect|forvent|regner med|spodziew|weźmie"
    r"|zapisan|register|tilmeldt|anmäl|erwart|zarejestr|particip|took part|take part|attend"
    r"|brought together|gathered|present|deltog|deltager|samle|mødte|"
    r"deltagare|"
    r"\b(?:with|med|mit) (?:over |more than )?\d+ |deltagit|teilnehm|teilgenommen|uczestni|udział|"
    r"zgromadz|przysz|dalyv",
    re.I,
)
"""What says that people were there; *16 people work in the department* does not."""

HOST_STEMS = ("vært", "värd", "host", "gospodar", "gościł", "gastgeber")
HOSTED = re.compile(r"\bvært\b|\bvärd\b|\bhost(?:ed)?\b|gospodar[zk]\w*|gościł\w*|gastgeber", re.I)
"""What tells of an event before the next sentence names it."""

_COLUMNS = {
    "date": """date dates dato datoer datum data daty termin when hvornår när wann kiedy dzień day dag tag
        kada diena""",
    "place": """place venue location where town city sted mødested by plats ort stad miejsce miasto vieta
        miestas hvor gdzie veranstaltungsort lokalizacja""",
    "participants": """participants people persons attendance attendees deltagere antal_deltagere
        deltagerantal deltagare antal_deltagare teilnehmer teilnehmerzahl uczestnicy uczestników
        liczba_uczestników liczba_osób osoby osób dalyviai dalyvių_skaičius number_of_participants
        no._of_participants participants_(number) personer antal""",
    "audience": """types_of_participants type_of_participants who_came target_group audience målgruppe
        deltagertyper målgrupp zielgruppe grupa_docelowa rodzaj_uczestników odbiorcy tikslinė_grupė
        dalyvių_tipas who""",
    "what": """event title activity meeting workshop seminar arrangement aktivitet møde begivenhed
        evenemang möte veranstaltung wydarzenie spotkanie działanie renginys veikla""",
}
COLUMNS: Mapping[str, str] = MappingProxyType(
    {fold(name.replace("_", " ")): role for role, names in _COLUMNS.items() for name in names.split()}
)
"""What each column of a table of events is called, folded, and what stands in it."""

DATES = re.compile(
    r"\W*(?:dates?|when|datoe?r?|hvornår|daty|data|terminy?|kiedy|datum|när|wann|kada)\s?:\s*"
    r"(?:[^\W\d_]{3,12},?\s)?(?:den |the |d\. )?",
    re.I,
)
"""What says that the day is that of what the heading names: *Dates: 17–19 September*."""

PLACE_LABEL = re.compile(
    r"(?:place|venue|location|where|sted|mødested|plats|ort|veranstaltungsort|miejsce(?: spotkania)?|"
    r"vieta)\s?:\s+"
    r"(?P<place>[^,;.(\n]{2,60})",
    re.I,
)
"""*Miejsce: Mewice*: a line that names the place of what the lines around it tell of."""

DATE_LABEL = re.compile(
    r"(?:\W*(?:date|time|when|dato|tid|tidspunkt|hvornår|datum|när|wann|zeit|data|termin|kiedy|czas"
    r"|data i miejsce|kada)"
    r"(?: and (?:time|place)| og (?:tid|sted)| och (?:tid|plats))?\s?:?\s*(?:[^\W\d_]{3,12}(?:,"
    r"|day)?\s)?(?:den |the |d\. )?)|"
    r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_a-z][^\W\d_]+)?,\s(?:den |dnia )?",
    re.I,
)
"""What stands before the day of a meeting in its minutes: *Date: *, *Sztum, dnia *."""

YEAR_OF_SEVERAL = re.compile(r"\b(?:in|i|im|of|w|år|roku)\s(?P<year>20\d\d)\b(?![–/-])")
"""The year of several events that are told of together."""

VISIT = re.compile(
    r"study (?:visit|tour|trip)|studie(?:besøg|tur|rejse|besök|resa|reise)|wizyt\w{0,3} studyjn"
    r"|exchange|udveksling|wymian",
    re.I,
)
"""What goes somewhere; other events are there already."""

OWNED = re.compile(
    r"(?:responsible|owner|action|task|deadline|due|budget|cost|price|ansvarlig|ejer|opgave|handling"
    r"|frist|pris|ansvarig|uppgift"
    r"|atgard|odpowiedzialn\w*|odpowiada|zadanie|koszt|verantwortlich|aufgabe|atsakingas)\b"
)
"""Folded names of columns that plans of action have, and no list of events."""

ANOTHER = re.compile(
    r"\b(?:a second one|another one|the second one|the second|en anden|endnu en|en til|den anden"
    r"|ett andra|en andra|drugie|druga"
    r"|drugi|kolejn[eay]|das zweite|ein zweit\w+|antrasis)\b",
    re.I,
)
"""What stands for another event of the kind that a sentence named before."""

MINUTES = re.compile(
    r"(?:minutes of|(?:møde)?referat (?:af|fra)|protokół (?:z |nr )|(?:mötes|sammanträdes)protokoll|"
    r"(?:sitzungs)?protokoll (?:der|des|vom|från)|protokolas)\b",
    re.I,
)
"""Titles of the minutes of a meeting that they do not call one."""

RECORD = re.compile(
    r"invit|inbjud|einlad|zaprosz|kvietim|program|minutes|referat|protok|relacj|redegørelse|report from|"
    r"formidling",
    re.I,
)
"""Titles of documents about one event, whose day stands alone on the next line."""

MUNICIPALITY = re.compile(
    r"(?P<place>[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?)s? (?:Kommune|kommun|Municipality)\b"
)
"""*Strandmølle Kommune, Kulturhuset*: a line that begins with the municipality where an event is held."""

NO_PLACE = frozenset(
    """English Danish Polish Swedish German Lithuanian Europe European Europa Newsletter Nyhedsbrev
        Biuletyn EU Brussels Day Part Chapter Appendix Table Tabel Tabela""".split()
)
"""Words with a capital letter that stand behind *in* and are no place."""

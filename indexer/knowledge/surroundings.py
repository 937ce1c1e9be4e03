"""What stands beside a name and tells whether a place is meant: *w Helu*, *Lund kommun*; *Malbork Street*."""

from __future__ import annotations

import re

REACH = 40
"""Characters before and behind a name that are looked at."""

_HERE_BEFORE = re.compile(
    r"(?:^|[\s(„\"»])(?:in|from|near|at|visit|between|til|fra|ved|nær|mellem|besøg|till|från|vid|mellan"
    r"|nära|"
    r"bei|nach|aus|von|im|w|we|z|ze|do|koło|pod|na|między|iš|į|prie|"
    r"[Kk]ommun(?:e|es|en|ens)?|[Mm]unicipality(?:\sof)?|(?:town|city|port|island)\sof|[Bb]yen|[Bb]y"
    r"|[Øø]en|"
    r"[Ss]taden|[Ss]tadt|[Gg]emeinde|[Hh]ansestadt|[Gg]min(?:a|y|ie|ę|ą|ach)|[Mm]iast(?:o|a|u|em)"
    r"|[Mm]ieście|"
    r"[Mm]iasteczk\w+|miejscowoś\w+|[Pp]owia\w+|[Mm]iest\w+|savivaldyb\w+)\s+[„\"»]?$"
)
_I_BEFORE = re.compile(r"(?:^|[\s(])[Ii]\s+$")
"""In Danish and Swedish *in*; in Polish *and*."""

_HERE_BEHIND = re.compile(
    r"(?:['’]?s)?\s+(?:[Kk]ommun(?:e|es|en|ens|er)?|[Mm]unicipality|[Tt]own\b|[Cc]ity|by\b|havn\b|hamn\b"
    r"|stad\b|"
    r"[Gg]min(?:a|y)|[Ss]avivaldyb\w+|[Rr]ajon\w*|\((?:DK|SE|PL|DE|LT|Dan\w+|Den\w+|Swe\w+|Sverige"
    r"|Szwecj\w|"
    r"Pol\w+|Germany|Deutschland|Lit\w+|Niemcy)\))|,\s(?:Denmark|Danmark|Dania|Sweden|Sverige|Szwecja|"
    r"Poland|Polen|Polska|Germany|Tyskland|Deutschland|Niemcy|Lithuania|Litauen|Litwa)\b"
)

_GOES_ON = re.compile(r"[ \u00a0][A-ZÆØÅÄÖŁŚŻČŠŽ]")
"""*Miasto Nowa Przystań*: another name that only begins so."""

_STREET_BEHIND = re.compile(
    r"(?:['’]?s)?[\s-]+(?:Street|St\.|Road|Rd\b|Avenue|Lane|Boulevard|Stra(?:ß|ss)e|Str\.|Allee|Platz"
    r"|Weg\b|"
    r"Chaussee|Damm\b|Ring\b|[Gg]ade\b|[Gg]atan?\b|[Vv]ej(?:en)?\b|Land(?:e)?vej\w*|All[eé]\b|[Pp]lads\b|"
    r"[Tt]orv\b|[Vv]äg(?:en)?\b|[Tt]org\b|gatvė\w*|alėja|aikštė|prospektas|"
    r"FC\b|FF\b|IF\b|IK\b|BK\b|HK\b|AIK\b|Boldklub|Bank\b|Sparekasse|Bryggeri|Brewery|Tidende|Avis\b)"
)
"""Streets, clubs, banks and newspapers that are called after a place."""

_STREET_BEFORE = re.compile(
    r"(?:\b(?:[Uu]lic(?:a|y|ę|ą)|[Uu]l\.|[Aa]lej(?:a|i|ę|ą)|[Aa]l\.|[Pp]lac(?:u|em)?|[Pp]l\.|[Rr]ond(?:o"
    r"|a|zie|em)|"
    r"[Oo]siedl(?:e|a|u)|[Oo]s\.|[Ss]kwer\w*|[Hh]otel\w*|[Rr]estaura[nc]\w+|[Pp]ociąg\w*|[Ss]tat(?:ek|ku"
    r"|kiem)|"
    r"[Ff]ærgen|[Ff]ärjan|[Ff]erry|[Ss]hip|[Vv]essel|[Ff]ähre|[Ss]kibet|[Ff]artyget|[Ss]treet|Stra(?:ß"
    r"|ss)e|"
    r"FC|FK|SK|KS|MKS|IFK|FF|BK|kryptoni\w+|pseudoni\w+|"
    r"[Mm]r|[Mm]rs|[Mm]s|[Dd]r|[Pp]rof|[Hh]r|[Ff]ru|[Hh]err|[Ff]rau|[Ff]röken|[Pp]an(?:a|u|em|i|ią|ie"
    r"|owie)?|"
    r"[Ss]ir|[Pp]onas|[Pp]onia|[Pp]onios|[Ff]amilien|[Ff]amiljen|[Ff]amilie|[Rr]odzin(?:a|y|ie|ę|ą)"
    r")\.?|\b[A-ZÆØÅÄÖŁŚŻČŠŽ]\.)[ \u00a0]*[„\"»]?\Z"
)
"""Streets, ships, hotels, clubs and people that bear the name."""

_GIVEN_NAMES = """
    Adam Agnieszka Aleksander Aleksandra Alfred Alicja Allan Anders Andreas Andrius Andrzej Ane Anette Anja
    Ann Anna Anne Annika Antoni Arne Arvid Asger Astrid Axel Barbara Beata Bengt Bent Berit Bernd Birgit
    Birgitta Birgitte Birthe Bjarne Bjørn Björn Bo Bodil Bogdan Britta Bruno Camilla Carina Carl Carsten
    Cecilia Cecilie Charlotte Christian Christina Christine Claes Claus Clara Dainius Dariusz Dennis Ditte
    Dorota Dorte Dorthe Ebba Edward Elin Elisabeth Elżbieta Ella Ellen Elsa Else Emil Emilia Emma Erik Erika
    Eskil Esben Eva Ewa Finn Flemming Franciszek Frank Fredrik Frederik Freja Frida Gabriela Gerda Gert
    Gitte Grażyna Grete Grethe Grzegorz Gunilla Gunnar Gustav Halina Hanna Hanne Hans Harald Hedvig Heidi
    Heinz Helen Helena Helene Helga Helle Henning Henrik Henryk Holger Håkan Ib Ida Ingrid Inga Inge Inger
    Irena Irene Iwona Jacek Jadwiga Jakob Jakub James Jan Jane Janina Janusz Jane Jens Jeppe Jerzy Jesper
    Jette Joakim Joanna Johan Johanna Johannes John Jolanta Jonas Jonna Józef Judith Julia Julie Jürgen
    Jurgita Justyna Jytte Jörgen Jørgen Karen Karin Karl Karol Karolina Kasper Katarina Katarzyna Kate
    Kazimierz Kim Kirsten Kjeld Klaus Knud Krister Kristian Kristina Kristine Krystyna Krzysztof Kurt Lars
    Laura Lea Leif Lena Lene Lennart Leszek Line Lis Lisa Lisbeth Lise Lone Lotta Lotte Louise Lucyna Ludwik
    Maciej Magda Magdalena Magnus Maja Malene Małgorzata Manfred Marcin Marek Maren Margrethe Maria Marian
    Marianne Marie Mariusz Mark Marta Martin Martyna Mary Mats Mateusz Matthias Max Merete Mette Michael
    Michał Mikael Mikkel Mindaugas Mirosław Mogens Monika Morten Nadia Nanna Natalia Niels Nils Nina Ola
    Olaf Ole Oliver Olga Oskar Otto Ove Palle Patrycja Paul Paula Paulina Paweł Peder Pelle Per Pernille
    Peter Petra Philip Pia Piotr Poul Preben Rafał Ramūnas Rasa Rasmus Renata Rie Rikke Rita Robert Roman
    Rolf Ruth Ryszard Sandra Sara Sebastian Sigrid Simon Sławomir Sofia Sofie Solveig Staffan Stanisław
    Stefan Sten Stig Stina Sune Susan Susanne Sven Svend Sylwia Søren Tadeusz Teresa Therese Thomas Thorkild
    Tina Tom Tomas Tomasz Tommy Tone Torben Tove Troels Trine Ulf Ulla Ulrich Ulrik Ursula Uwe Valdemar Vera
    Vibeke Viggo Viktor Vita Waldemar Wanda Weronika Wiesław William Wilhelm Wiktor Witold Władysław
    Wojciech Yvonne Zbigniew Zdzisław Zofia Zygmunt
    """
_GIVEN_BEFORE = re.compile(rf"\b(?:{'|'.join(_GIVEN_NAMES.split())})(?:a|owi|em|y|ie|ą|ę|iem)?[ \u00a0]+\Z")
"""A given name before it makes it a surname: *Peter Lund*, *Annie Malbork*."""

_ADDRESS_BEFORE = re.compile(r"(?:[@_]|\w\.|[.:]\S{0,30}/)\Z")
_ADDRESS_BEHIND = re.compile(r"[@_]|\.[a-zA-Z]|\d")
_JOINED_BEFORE = re.compile(r"\b[A-ZÆØÅÄÖŁŚŻČŠŽ][a-zæøåäöłśżćńóęąčšžėų]+-\Z")
_JOINED_BEHIND = re.compile(r"-([A-ZÆØÅÄÖŁŚŻČŠŽ][^\W\d_]+)")

_PROGRAMME = re.compile(
    r"program|interreg|hører under|sekretariat|secretariat|may cover|finansuje|\b\d{4}\s?[–-]\s?\d{4}"
    r"|\bfund|fond|tilskud|støtte|grant|bidrag|stöd",
    re.I,
)
_NO_PROGRAMME = re.compile(r"\s+(?:area|region|coast|sea|states|område|obszar|kyst|kust|countries)", re.I)


def is_address(text: str, start: int, end: int) -> bool:
    """Say whether the name is part of a mail or web address or of the name of a file."""
    return bool(
        _ADDRESS_BEFORE.search(text, max(0, start - REACH), start)
        or _ADDRESS_BEHIND.match(text, end, end + 2)
    )


def is_of_another_thing(text: str, start: int, end: int) -> bool:
    """Say whether a street, a ship, a club or a person bears the name."""
    before = text[max(0, start - REACH) : start]
    return bool(
        _STREET_BEHIND.match(text, end, end + REACH)
        or _STREET_BEFORE.search(before)
        or _GIVEN_BEFORE.search(before)
    )


def joined_to(text: str, start: int, end: int) -> tuple[bool, str]:
    """Return whether a capitalised word is joined to the name by a hyphen before, and the one behind."""
    behind = _JOINED_BEHIND.match(text, end, end + REACH)
    joined = bool(_JOINED_BEFORE.search(text, max(0, start - REACH), start))
    return joined, behind[1] if behind else ""


def is_told_as_place(text: str, start: int, end: int, language: str) -> bool:
    """Say whether the words beside a name that is another word too tell that a place is meant."""
    if _HERE_BEHIND.match(text, end, end + REACH):
        return True
    before = text[max(0, start - REACH) : start]
    here = _HERE_BEFORE.search(before) or (language in ("da", "sv") and _I_BEFORE.search(before))
    return bool(here) and not _GOES_ON.match(text, end)


def is_told_as_programme(text: str, start: int, end: int) -> bool:
    """Say whether the words beside a name that is that of a region too tell that a programme is meant."""
    beside = text[max(0, start - 2 * REACH) : start] + " " + text[end : end + REACH]
    return bool(_PROGRAMME.search(beside)) and not _NO_PROGRAMME.match(text, end, end + REACH)

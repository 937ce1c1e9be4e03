"""What lessons are called in six languages: success factors, obstacles, advice … Tables only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from indexer.languages.base import fold

_CALLED = {
    "success-factor": """success factors? | (?:key )?factors? (?:for|of|in) success | keys? to success |
        what makes it (?:succeed|work) | succesfaktor\\w* | det,? der skal til for at lykkes |
        framgångsfaktor\\w* | erfolgsfaktor\\w* | czynnik\\w* sukcesu | klucz\\w* do sukcesu | sėkmės
        veiksni\\w* | what saved us | what helped(?: us)? | what (?:worked|went) well | what worked | why it
        (?:worked|succeeded) | (?:derfor|hvorfor) lykkedes det(?: alligevel)? | det hjalp(?: os(?: på
        vej)?)? | hvad der hjalp | hvad gik godt
        | her gik det godt | det gik godt | det virkede | co (?:nam )?pomogło | dlaczego się
        (?:udało|przyjęły|sprawdziło) |
        dlaczego nam się udało | co się udało | co zadziałało | co poszło dobrze | därför lyckades det |
        det som
        hjälpte | vad gick bra | was (?:uns )?geholfen hat | was gut lief""",
    "obstacle": """obstacles? | barriers? | difficult(?:y|ies) | pitfalls? | problems | what gets in the
        way | barriere\\w* | forhindring\\w* | hindring\\w* | vanskelighed\\w* | faldgrube\\w* | problemer
        | det,? der gør det svært | hinder(?:n|en)? | svårighet\\w* | fallgrop\\w* | hindernis\\w* |
        schwierigkeit\\w* | stolperstein\\w* | przeszkod\\w* | przeszkód | barier\\w* | trudnoś\\w* |
        kłopot\\w* | problemy | pułapk\\w* | kliūt\\w* | sunkum\\w* | what went wrong | stumbling blocks?
        | what (?:was|proved)
        (?:hard|difficult) | what did(?: not|n't) work | her gik det galt | hvad gik galt | det gik galt |
        det gik skævt | hvad var svært | det var svært | co poszło nie tak | co się nie udało | co nie
        wyszło |
        co było trudne | co nam przeszkadzało | vad gick fel | det gick fel | vad var svårt
        | was schiefging |
        was schief(?: ging| lief)""",
    "advice": """remed(?:y|ies) | modtræk | środki? zaradcz\\w+ | motmedel | abhilfe
        | what (?:others|you|other municipalities|a [a-z]+ municipality) can (?:learn|take|use)
        | hvad (?:kan )?(?:andre|en anden kommune)(?: kommuner)?(?: kan)? (?:lære|bruge|tage)
        | co (?:może|mogą) z tego wziąć(?: .*)? | czego może się nauczyć
        | if you (?:plan|organise|organize|arrange) .* | hvis i selv (?:vil|planlægger) .*
        | jeśli (?:planujecie|organizujecie) .*
        | vad andra kommuner kan lära | was andere lernen können | (?:good |some )?advice
        | recommendations? | tips | (?:gode |goda )?råd | anbefaling\\w* |
        rekommendation\\w* | empfehlung\\w* | ratschläge | rady | porady | wskazówk\\w* | zaleceni\\w* |
        rekomendac\\w* | patarim\\w* | what others can learn | hvad andre kan lære | czego mogą się
        nauczyć inni | vad andra kan lära | if we (?:did|do|had to do) it again | what we would do
        differently | (?:det|hvad) ville vi gøre anderledes | vi ville gøre anderledes | hvis vi skulle
        gøre det igen |
        następnym razem | co zrobilibyśmy inaczej | gdybyśmy zaczynali od nowa | det skulle vi göra
        annorlunda |
        vad vi skulle göra annorlunda | was wir anders machen würden""",
    "tool": """tools? | redskab\\w* | værktøj(?:er|erne|et)? | verktyg(?:en|et)? | werkzeuge? |
        narzędzi(?:e|a|ach) | įranki\\w*""",
    "strength": """strengths? | styrke(?:r|rne)? | stærke sider | starka sidor | styrkor(?:na)?
        | stärken? | mocne strony | mocna strona
        | stiprybės | stipriosios pusės""",
    "weakness": """weaknesse?s? | svaghed(?:er|erne)? | svage sider | svaga sidor | svagheter(?:na)?
        | schwächen? |
        słabe strony | słaba strona | silpnybės | silpnosios pusės""",
    "opportunity": """opportunit(?:y|ies) | mulighed(?:er|erne)? | möjlighet(?:er|erna)? | chancen? |
        szans(?:e|a) | galimybės""",
    "threat": """threats? | trussel | trusler(?:ne)? | hot(?:en)? | bedrohung(?:en)? | risiken |
        zagrożeni(?:a|e) | grėsmės""",
    "action-step": """(?:your own |our |the )?next steps | action steps | (?:de )?næste skridt | nästa
        steg | nächste schritte | (?:kolejne|następne|dalsze) kroki | tolesni žingsniai | what was agreed
        | agreements? | agreed actions |
        what happens next | beslutninger | aftaler | det (?:blev|er) aftalt | det aftalte vi | hvad sker
        der nu |
        ustalenia(?!.) | (?:wykaz|lista) (?:ustaleń|decyzji|zadań) | (?:list of )?(?:actions|decisions)(?!.)
        | (?:list of )?action (?:list|points|items)(?!.) | aftaleliste\\w* | opgaveliste\\w*
        | opfølgningsliste\\w*
        | åtgärdslista\\w* | beslutslista\\w* | aufgabenliste\\w* | uzgodnienia | postanowienia
        | co dalej | beslut | överenskommelser | vad händer nu |
        vereinbarungen | beschlüsse""",
}

KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        kind: re.compile(rf"\b(?:{'|'.join(fold(name.strip()) for name in table.split(' | '))})(?![\w-])")
        for kind, table in ((kind, re.sub(r"\s*\n\s*", " ", called)) for kind, called in _CALLED.items())
    }
)
"""What each kind is called, as a pattern for folded text."""

BEGINNINGS = frozenset(
    word[:3] for table in _CALLED.values() for word in re.findall("[a-z]{3,}", fold(table))
)
"""A test that costs little: a heading without a word that begins so names no kind."""

MOST_STEMS = tuple(
    """biggest greatest main vital useful valuable important largest hardest størst vigtigst væsentligst
    nyttig vigtig störst viktig größt wichtig nützlich największ najważniejsz główn ważn przydatn didžiausi
    svarbi""".split()
)
"""The same for the sentences that say *the biggest obstacle was*."""

_LEADING = """on about the a an pieces words of main her his their my hans hendes deres moje key most
important biggest our some common two three four six seven
    five other what which om de den det en et vores vigtigste største nogle typiske andre fælles to
    tre fire seks syv två fyra sex zwei drei vier fünf dwie trzy cztery pięć
    fem viktigaste största våra några die der das wichtigste unsere einige o najważniejsze główne nasze
    kilka pagrindinės apie"""
_LEAD = rf"(?:[\divx]+(?:\.\d+)*[.)]?\s+)?(?:(?:{'|'.join(fold(_LEADING).split())})\s+){{0,3}}"
LEAD = re.compile(_LEAD)
"""What may stand before the name of a kind at the start of a heading: its number, *the three main*."""

_TAIL = (
    r"(?:[,:(–-].*|\s+(?:for|to|of|in|from|before|seen|according|til|for|ved|i|set|bag|w|we|wedlug|dla|na"
    r"|im|bei|fur)\b"
    r".*)?$"
)
TAIL = re.compile(_TAIL)
"""What may stand behind it."""

LABEL_HEADING = re.compile(
    r"(?:obstacle|barrier(?:e)?|success factor|tool(?: of the issue)?|advice|succesfaktor|vaerktoj|"
    r"redskab|rad|"
    r"hinder|verktyg|framgangsfaktor|przeszkoda|bariera|narzedzie|rada|czynnik sukcesu|hindernis|werkzeug|"
    r"erfolgsfaktor)(?:\s+(?:nr\.?\s*)?\d{1,2})?\s?[:.–—-]\s"
)
"""*Obstacle 1: Time*: a heading that is itself the lesson."""


PRESENTED = re.compile(r"heading|overskrift|rubrik|naglow|punkt|chapters|ueberschrift|uberschrift")
"""What calls the items of a list headings, which are lessons by their names alone."""

_MOST = (
    r"(?:biggest|greatest|main|most important|largest|hardest|største|vigtigste|væsentligste|största|"
    r"viktigaste|"
    r"größte[rsn]?|wichtigste[rsn]?|największ\w+|najważniejsz\w+|główn\w+|didžiausi\w+|svarbiausi\w+)"
)
_BE = (
    r"(?:was|were|is|are|has been|var|er|har været|är|har varit|war|ist|waren|sind|był\w*|jest|są|"
    r"okazał\w* się|"
    r"buvo|yra)"
)
TOOL = re.compile(
    r"\b(?:important|useful|valuable|vigtig\w*|nyttig\w*|viktig\w*|wichtig\w*|nutzlich\w*|wazn\w+"
    r"|przydatn\w+|"
    r"svarbi\w+)\s(?:\w+\s)?(?:tools?|redskab\w*|vaerktoj\w*|verktyg\w*|werkzeug\w*|narzedz\w+|irank\w+)\b"
)
"""*One of the important tools is the online seminar*, for folded text."""

SENTENCES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "tool": TOOL,
    }
    | {
        kind: re.compile(
            rf"\b{fold(_MOST)}\s+(?:\w+\s+){{0,1}}(?:{noun})(?:\s+(?:\w+\s+){{1,4}}?|\s+){fold(_BE)}\b"
        )
        for kind, noun in (
            (
                "obstacle",
                "obstacles?|barriers?|difficulty|barrierer?|forhindring\\w*|hindring\\w*|vanskelighed\\w*|"
                "hindret?|hinder|svarighet\\w*|hindernis\\w*|schwierigkeit\\w*|przeszkod\\w*|bariera|trudnosc\\w*|kliut\\w*",
            ),
            (
                "success-factor",
                "success factors?|keys? to success|succesfaktor\\w*|framgangsfaktor\\w*|erfolgsfaktor\\w*|"
                "czynnik\\w* sukcesu|sekmes veiksn\\w*",
            ),
            ("strength", "strengths?|styrker?|styrka|starke|mocn\\w+ stron\\w+|stiprybe"),
            ("weakness", "weakness(?:es)?|svaghed|svaghet|schwache|slab\\w+ stron\\w+|slaboscia|silpnybe"),
            ("advice", "advice|piece of advice|rad|wskazowka|ratschlag|patarimas"),
        )
    }
)
"""*The biggest obstacle was …*, for folded text."""

_SAID = {
    "success-factor": r"\b(?:what made (?:it|this) (?:work|succeed)|the secret (?:of|behind) [^.]{0,30}"
    r"|det afgorende|det avgorande"
    r"|hemmeligheden bag [^.]{0,20}|tajemnic\w sukcesu|kluczem do sukcesu) (?:was|is|var|er|ar|bylo"
    r"|jest)\b",
    "obstacle": r"^(?:svaerest|vaerst|hardest|worst|svarast|najtrudniejsz\w+"
    r"|najtrudniej)(?: of all)? (?:was|var|bylo?|byla|ar)\b",
    "advice": r"\b(?:our|vores|nasza|my|vart) (?:advice|rad|rada)(?: (?:to|til|dla"
    r"|till) [^.:]{3,40})? (?:is|er|jest|ar|brzmi)\b"
    r"|\b(?:radzimy|we advise|vi anbefaler|we recommend|vi rekommenderar|zalecamy|wir empfehlen)\b",
}
"""*What made it work was …*, *vores råd er …*, for folded sentences."""

_IS_THAT = (
    r"\s(?:is|was|are|er|var|ar|jest|byl\w*|ist|war)\s?(?:that|(?:det|to),?\s(?:at|ze)|,?\s?at\b|att|dass"
    r"|,)"
)
THAT_STEMS = (
    *(
        "made it work",
        "made this work",
        "vores råd",
        "our advice",
        "nasza rada",
        "vårt råd",
        "det afgørende",
        "det avgörande",
    ),
    *(
        "the secret",
        "hemmelighed",
        "tajemnic",
        "kluczem do",
        "sværest",
        "værst",
        "hardest",
        "worst",
        "svårast",
        "najtrudniej",
    ),
    *(
        "radzimy",
        "we advise",
        "anbefaler",
        "recommend",
        "rekommend",
        "zalecamy",
        "empfehlen",
        "strength ",
        "styrke ",
        "styrka ",
    ),
    *(
        "stärke ",
        "mocna strona",
        "atutem",
        "weakness ",
        "svaghed ",
        "svaghet ",
        "schwäche ",
        "słaba strona",
        "słabością",
    ),
    *(
        "opportunity ",
        "mulighed ",
        "möjlighet ",
        "chance ",
        "szansą",
        "szansa",
        "threat ",
        "trussel ",
        "hot ",
        "zagrożeni",
    ),
)
"""What stands in every such sentence."""

THAT: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {kind: re.compile(pattern) for kind, pattern in _SAID.items()}
    | {
        kind: re.compile(
            rf"^(?:(?:our|vores|nasz\w*|var|vara|unsere|the|en|a)\s(?:\w+\s)?)?(?:{noun}){_IS_THAT}"
        )
        for kind, noun in (
            ("strength", r"strength|styrke|styrka|starke|mocna strona|atutem"),
            ("weakness", r"weakness|svaghed|svaghet|schwache|slaba strona|slaboscia"),
            ("opportunity", r"opportunity|mulighed|mojlighet|chance|szansa|szansa"),
            ("threat", r"threat|trussel|hot|bedrohung|zagrozenie|zagrozeniem"),
        )
    }
)
"""*Our strength is that …*, for folded sentences."""

"""The words around amounts and shares that say what they are to a project: patterns for folded text."""

from __future__ import annotations

import re

from . import project_cues as cues

UNION = (
    r"(?:\beu(?:'?s)?\b(?![ -]?(?:proj|program))|\beu-(?!proj|program)\w+|\bue\b|\bes (?:param|les|finans"
    r"|skir)\w*"
    r"|\bis es\b|\bunijn\w+|\bunii\b|\bunia europ\w+"
    r"|\b(?:european|europeiska|europaeisk\w+|europaisch\w+|europos)\s+(?:union\w*|sajung\w+)"
    r"|\b(?:european|europeiska|europaeisk\w+|europejsk\w+|europaisch\w+"
    r"|europos)\s+(?:\w+ ){0,3}?\w*(?:fund|fond)\w*"
    r"|\bfundusz\w* (?:europ\w+|spojnosci)|\beuropejsk\w+ fundusz\w*|\b(?:erdf|efrr|efre|eruf|esf|efs)\b"
    r"|\beu's \w*fond\w*|\b(?:regional|social|regionaludviklings)fond\w*"
    r"|\bprogram\w* (?:funds?|grants?|funding|money|paid|pays|cover\w*|tilskud|midler|betal\w+))"
)
"""The European Union and its funds as givers of money."""

PREPOSITION = r"(?:from|by|fra|af|fran|av|z|ze|od|przez|von|vom|aus|is|ur)"
ARTICLES = r"(?:(?:the|den|det|der|dem|das|de|pochodzi|pochodza|comes?|kommer|stammer|coming) )*"
BEHIND_UNION = re.compile(
    rf"^\W*(?:(?:is|was|are|of this|of it|er|var|to|stanowi|in|i(?!\W+unijn))\W+)?(?:(?:euros?|tilskud"
    rf"|stotte|support"
    rf"|funding|wsparcia|"
    rf"stod|bidrag)\b\W*)?(?:i stotte |in grants? |i tilskud |i bidrag "
    rf"|dotacji )?{ARTICLES}(?:{PREPOSITION} )?{ARTICLES}"
    rf"(?:(?!i unijn)[\w-]+ )?{UNION}"
    rf"|^[^,;.\d]{{0,30}}?\b{PREPOSITION} {ARTICLES}(?:[\w-]+\s){{0,4}}?[\w-]*program\w*"
)
BEFORE_UNION = re.compile(rf"{UNION}|{cues.EU.pattern}")
FUNDED = re.compile(
    r"fund|financ|finans|grant|\bbar\b|\bbore\b|contribut|support|stott|\bstod|bidr|tilskud|betal"
    r"|\bpa(?:ys?|id)\b|cover"
    r"|daekk|tackt?"
    r"|pokry|dofin|przezna|przyzna|otrzym|pozysk|wkl[ae]d|udzial|share|andel|receiv|award|\bgot\b|\bga[vi]"
    r"|gives|\bfik\b"
    r"|\bfa(?:et|r|tt)\b|bevil|forder|zuschuss|mittel|davon|heraf|hvoraf|varav|of which|z czego|z tego"
    r"|is j|comes?\b"
    r"|komm|pochodz|stamm|param|skir|plac|zahl|erdf|efrr|efre|fond|dotacj|gavo|contributes|dolozy"
    r"|\bdal\w?\b|\bpart of\b"
)
"""Words for giving money; without any, a sentence that speaks of the Union does not say what it pays."""

TOTAL = re.compile(
    rf"{cues.TOTAL.pattern}"
    r"|\b(?:koszt(?!owa)\w*|budzet\w*|wartosc\w*|kwot\w*|sum\w*)\s+(?:calkowit\w+|ogol\w+|laczn\w+)"
    r"|\b(?:total|overall|samle[dt]e?|calkowit\w+|laczn\w+|totala?|bendr\w+|gesamt\w*)\s+(?:\w+ )?"
    r"(?:costs?|udgift\w*|omkostning\w*|ramme\w*|okonomi|budzet\w*|koszt\w*|wartosc\w*|kwot\w*|kostnad\w*"
    r"|summ?a|biudzet\w*"
    r"|vert\w+|amount|value|sum)|\bgesamt(?:kosten|summe|volumen|budget)\w*"
)
BUDGET = re.compile(
    r"(?<!travel )(?<!staff )(?<!annual )(?<!communication )(?<!marketing )(?<!training )(?<!meeting )"
    r"(?<!equipment )"
    r"(?<!part of the )(?<!del af )\b(?:budget(?:tet|en|s)?|budzet(?:u|em)?|biudzet\w*)\b"
    r"(?! (?:line|for (?!the project|project|projekt)|na (?!projekt)|til (?!projekt)))"
    r"|\bo wartosci\b|\bworth\b|\btil en vaerdi af\b"
    r"|\bproj\w*\W+(?:\S+\s+){0,4}?(?:costs?|kost(?:er|ede|ade|ar|et|ete)|kosztuje|kosztowal\w*"
    r"|kainuoj\w+)\b"
    r"|\b(?:koszt\w*|wartosc\w*|costs?|value) (?:of the )?(?:proj|realizacji|przedsiewz)\w*"
    r"|\bvert\w+ (?:yra|siek)\w*|\b(?:wartosc|koszt|koszty)\s*$"
)
"""A budget or the costs of a sentence that is about a project itself."""

HAS_TOTAL = re.compile(
    r"\b(?:has|had|have|har|havde|hade|ma|mial\w*|maja|hat|hatte|turi)\s(?:an? |et |en |ett "
    r"|einen? )?(?:total|samle|calkow|overall|laczn|gesamt)"
)
"""Somebody else's total, where the sentence does not call the project by its name."""

TOTAL_BESIDE = re.compile(
    r"\b(?:i alt|in all|in total|total(?:t|s|ed|ing)?|a total|lacznie|razem|lacznej kwoty|ogolem"
    r"|sammanlagt|totalt"
    r"|insgesamt|is viso)(?: of| pa| von| om| na| to)?\s*$"
)
ALL_BEHIND = re.compile(
    r"^,?\s*(?:in all|in total|altogether|i alt|totalt|lacznie|ogolem|insgesamt|in budget|at (?:its"
    r"|their) disposal|til radighed|do dyspozycji|till forfogande)\b"
)
LIMIT = re.compile(
    r"\b(?:up to|at most|max\w*|maks\w*|no more than|op til|hojst|hoch?stens|upp till|hogst|najwyzej"
    r"|nie wiecej niz|bis zu"
    r"|iki|do|not exceed\w*)(?: \w+){0,2}\s*$|\b(?:maximum|maksymaln\w*|maksimal\w*|maximal\w*|ceiling"
    r"|loft)\b[^.;]{0,60}$"
)
"""What makes a figure an upper limit, as calls and programmes set them."""

SET_ASIDE = re.compile(
    r"\b(?:set aside|earmarked|reserved|spent|afsat|afsaettes|reserveret|brugt|przeznaczono|przeznaczyl\w*"
    r"|zarezerw\w+"
    r"|wydano|avsatts?|avsatta|reserverat|vorgesehen|skirta|skiriama|panaudota|allocated)\b"
)
"""A part of a budget, unless it is the Union that sets it aside for the project."""

OWN = re.compile(
    r"\b(?:own (?:contribution|funds|money|resources)|itself|egen(?:finansiering|betaling|bidrag)\w*"
    r"|egne midler"
    r"|bidrager selv|selv|wklad\w* wlasn\w*|srodk\w+ wlasn\w*|egeninsats|egenfinans\w+|eigen(?:mittel"
    r"|anteil)\w*"
    r"|nuosav\w+|the rest|rest(?:en|erende)?|remaining|pozosta\w+|reszt\w+|partners (?:paid|pay))\b"
)
LEFT = re.compile(
    r"\W*(?:(?:was|is|were|er|var) )?(?:left\b|remain\w*|tilbage\b|kvar\b|ubrig\b|pozosta\w*|zostal\w*"
    r"|liko\b)"
)
"""What stands behind the rest of an amount, which nobody says who pays: *there were 123,274 euro left*."""

DIVIDED = re.compile(
    r"\b(?:divided|split|shared) (?:evenly|equally|between|among)|\bdelt (?:ligeligt|mellem)|\bfordelt pa\b"
    r"|\bpodziel\w+ (?:po )?(?:rowno|miedzy|na)|\bdelat (?:lika|pa)|\bgleichmassig (?:ge|ver)teilt"
)
"""A share of the money that somebody has calculated."""

OUT_OF = re.compile(
    r"\W*(?:out of|ud af|ut av|of|af|av|von|z|is)\s(?:(?:a|an|the|its|et|det|en|den|einem?)\s)?"
    r"(?:(?:total|samle\w+|calkowit\w+|laczn\w+|totala?)\s)?"
    r"(?:(?:budget\w*|budzet\w*|costs?|udgifter|kwoty|sumy)\s)?(?:(?:of|pa|pa i alt|in all|von"
    r"|w wysokosci)\s)?"
)
"""What stands between the Union's part and the whole: *403.770 euro ud af 527.044 euro*."""

OWN_BEHIND = re.compile(rf"\W*(?:is |er |to |as |som |jako )?{OWN.pattern}")
APPLIED = re.compile(
    r"\b(?:soge[rs]? om|ansoge[rs]? om|wnioskujemy o|wnioskowan\w+ (?:kwota|o)|ubiega\w* sie o|appl(?:y"
    r"|ies|ied|ying) for"
    r"|requested|request(?:s|ing)? for|soker|ansoker om|beantrag\w+)\b"
)
"""What is applied for is what the Union is to pay, where no other giver is named."""

OTHER_GIVER = re.compile(
    r"\b(?:minist\w+|(?:savings )?bank(?:en)?|sparekasse\w*|sparbank\w*|government|regering\w*|rzad\w*"
    r"|(?:local|lokale|private|prywatn\w+|lokaln\w+|lokal|privat) (?:fund|fond|stiftelse|fundusz\w*)"
    r"|foundation|fundacj\w+|fonden|stiftelsen|the state"
    r"|staten|panstw\w*"
    r"|wojewodztw\w*|marszal\w+)\b"
)
PARTS = re.compile(
    r"\b(?:instal?lments?|advance(?:s| payment)?|pre-?payment|payment claim\w*|claimed|forskud\w*"
    r"|rate[nr]?|udbetaling\w*|anmod\w*"
    r"|zaliczk\w*|transz\w*|wnios\w+ o platnosc|refundacj\w*|forskott\w*|utbetalning\w*|vorschuss\w*"
    r"|(?:per|each|hver|every|pr\.|kazdy|kazda|varje|jeder?) (?:partner\w*|municipality|kommune?n?"
    r"|gmin\w*))\b"
    r"|\b(?:kommune|kommun|gmina|municipality|miasto)\s(?:\w+\s){0,2}?(?:far|fik|receives?|received|gets?"
    r"|got|otrzym\w+|dosta\w+"
    r"|erhalt\w*|bekommt|bekam)\b"
)
"""What is paid in parts, or to one of the partners, is not what the project gets."""

SAME_IN_BRACKETS = re.compile(r"\s*\((?:\w+\.? )?$")
"""What stands between an amount and the same in another currency."""

GIVES = re.compile(
    r"\b(?:gave|gives|donat\w+|granted|awarded|contributed|provid\w+|supported|przyzna\w+|przekaza\w+"
    r"|da[jl]\w*|udziel\w+"
    r"|wsp(?:ar|ier)\w+|gav|giver|doner\w+|bevilg\w+|yde[rd]\w*|stotte\w*|skank\w+|bevilj\w+|gewahr\w+"
    r"|skyre)\b"
)
REJECTED = re.compile(
    r"\b(?:rejected|turned down|afvist|fik afslag|odrzucon\w+|avslag|avslogs|abgelehnt|atmest\w+)\b"
)
"""What became of an application: its amounts are nobody's."""

OF_A_PART = re.compile(
    r"\s*(?:of (?:staff|travel|direct|the staff|salar)|af (?:lon|personale|rejse)|kosztow (?:person"
    r"|posred|bezposred|podroz)"
    r"|wynagrodz|av (?:lon|personal)|der personal)"
)
"""A share of one kind of costs."""

PER = re.compile(
    r"\W{0,2}(?:om (?:dagen|aaret|aret|maneden|ugen)|(?:a|per|each|every) (?:day|night|year|month|week"
    r"|hour|head|person|pupil)|pr\. |per |i timen"
    r"|dziennie|miesiecznie|rocznie|za (?:dobe|osobe|godzine)|na osobe|od osoby|om (?:aret|dagen)"
    r"|i manaden|pro |apiece|each\b"
    r"|stykket|hver\b)"
)
"""What stands behind prices, wages and fees."""

SMALLEST = 500
"""Source: chosen by hand; no project of the corpus costs less in any currency."""

PEOPLE = re.compile(
    r"^\s*(?:of|af|av|der|die)?\s*(?:the|de|alle|all)?\s*(?:\w+ )?(?:people|pupils|participants"
    r"|respondents|unge|elever\w*"
    r"|deltager\w*|borger\w*|uczestnik\w*|uczni\w*|osob|mieszkanc\w*|deltagar\w*|teilnehmer\w*|dalyvi\w*"
    r"|citizens|schools)"
)
PAID = re.compile(
    r"financ|finans|fund|paid|pays?\b|cover|pokry|dofin|daekk|betal|dackt|bar|tackt|udgor|stanowi|share"
    r"|andel|udzial|wklad|contribution"
)
PAID_BY_UNION = re.compile(
    rf"\W*(?:(?:is|was|are|er|var|blev|bliver|zostal\w*)\s)?(?:met|paid|covered|financed|borne|funded"
    rf"|betalt|daekket|finansieret"
    r"|wylozyl\w*|pokry\w*|zaplaci\w*|sfinansowa\w*|dal\w?|dolozyl\w*|betalat|finansierat)\s(?:(?:by|af"
    r"|av|przez)\s)?"
    rf"(?:(?:the|den)\s)?{UNION}"
)
"""*75 per cent is met by the EU.*"""

UNION_PAYS = re.compile(
    rf"{UNION}\W+(?:\w+\s){{0,2}}?(?:refund\w*|pa(?:id|ys)|cover\w*|fund(?:s|ed)|betal\w+|daekke\w*"
    rf"|refunder\w+"
    r"|finansier\w+|pokry\w+|finansuje|sfinans\w+|zwr[ao]c\w+|tackte?r?|zahlt\w*"
    r"|finanziert\w*)\W+(?:\w+\s){0,2}$"
)
"""*The EU pays 75 per cent*: whose share it is needs no more words."""

PAUSE = re.compile(r"[,;]\s|\((?=[^)]*$)")
CLAUSE = re.compile(r"[;:(]|,\s|(?<=\w)\s(?=(?:and|og|och|und|oraz|ir)\s)")
"""Where the words of another figure may begin."""

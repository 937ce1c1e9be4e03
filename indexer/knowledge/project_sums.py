"""What the amounts and shares of a sentence are to its project: its budget, the Union's part, a grant.

An amount is what the words around it call it: the words behind it first (*from the ERDF*), then the nearest
before it. Upper limits, parts of a budget and the money of others are no figures of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.languages.base import fold

from . import project_cues as cues
from .money import Figure, amounts, bare_numbers, money, shares
from .project_rows import Stated

_UNION = (
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

_PREPOSITION = r"(?:from|by|fra|af|fran|av|z|ze|od|przez|von|vom|aus|is|ur)"
_ARTICLES = r"(?:(?:the|den|det|der|dem|das|de|pochodzi|pochodza|comes?|kommer|stammer|coming) )*"
_BEHIND_UNION = re.compile(
    rf"^\W*(?:(?:is|was|are|of this|of it|er|var|to|stanowi|in|i)\W+)?(?:(?:euros?|tilskud|stotte|support"
    rf"|funding|wsparcia|"
    rf"stod|bidrag)\b\W*)?(?:i stotte |in grants? |i tilskud |i bidrag "
    rf"|dotacji )?{_ARTICLES}(?:{_PREPOSITION} )?{_ARTICLES}"
    rf"(?:[\w-]+ )?{_UNION}"
    rf"|^[^,;.\d]{{0,30}}?\b{_PREPOSITION} {_ARTICLES}(?:[\w-]+\s){{0,4}}?[\w-]*program\w*"
)
_BEFORE_UNION = re.compile(rf"{_UNION}|{cues.EU.pattern}")
_FUNDED = re.compile(
    r"fund|financ|finans|grant|contribut|support|stott|\bstod|bidr|tilskud|betal|\bpa(?:ys?|id)\b|cover"
    r"|daekk|tackt?"
    r"|pokry|dofin|przezna|przyzna|otrzym|pozysk|wkl[ae]d|udzial|share|andel|receiv|award|\bgot\b|\bga[vi]"
    r"|gives|\bfik\b"
    r"|\bfa(?:et|r|tt)\b|bevil|forder|zuschuss|mittel|davon|heraf|hvoraf|varav|of which|z czego|z tego"
    r"|is j|comes?\b"
    r"|komm|pochodz|stamm|param|skir|plac|zahl|erdf|efrr|efre|fond|dotacj|gavo|contributes|dolozy"
    r"|\bdal\w?\b|\bpart of\b"
)
"""Words for giving money; without any, a sentence that speaks of the Union does not say what it pays."""

_TOTAL = re.compile(
    rf"{cues.TOTAL.pattern}"
    r"|\b(?:koszt\w*|budzet\w*|wartosc\w*|kwot\w*|sum\w*)\s+(?:calkowit\w+|ogol\w+|laczn\w+)"
    r"|\b(?:total|overall|samle[dt]e?|calkowit\w+|laczn\w+|totala?|bendr\w+|gesamt\w*)\s+(?:\w+ )?"
    r"(?:costs?|udgift\w*|omkostning\w*|ramme\w*|okonomi|budzet\w*|koszt\w*|wartosc\w*|kwot\w*|kostnad\w*"
    r"|summ?a|biudzet\w*"
    r"|vert\w+|amount|value|sum)|\bgesamt(?:kosten|summe|volumen|budget)\w*"
)
_BUDGET = re.compile(
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

_HAS_TOTAL = re.compile(
    r"\b(?:has|had|have|har|havde|hade|ma|mial\w*|maja|hat|hatte|turi)\s(?:an? |et |en |ett |einen? )?(?:total|samle|calkow|overall|laczn|gesamt)"
)
"""Somebody else's total, where the sentence does not call the project by its name."""

_TOTAL_BESIDE = re.compile(
    r"\b(?:i alt|in all|in total|total(?:t|s|ed|ing)?|a total|lacznie|razem|lacznej kwoty|ogolem"
    r"|sammanlagt|totalt"
    r"|insgesamt|is viso)(?: of| pa| von| om| na| to)?\s*$"
)
_ALL_BEHIND = re.compile(
    r"^,?\s*(?:in all|in total|altogether|i alt|totalt|lacznie|ogolem|insgesamt|in budget|at (?:its"
    r"|their) disposal|til radighed|do dyspozycji|till forfogande)\b"
)
_LIMIT = re.compile(
    r"\b(?:up to|at most|max\w*|maks\w*|no more than|op til|hojst|hoch?stens|upp till|hogst|najwyzej"
    r"|nie wiecej niz|bis zu"
    r"|iki|do|not exceed\w*)(?: \w+){0,2}\s*$|\b(?:maximum|maksymaln\w*|maksimal\w*|maximal\w*|ceiling"
    r"|loft)\b[^.;]{0,60}$"
)
"""What makes a figure an upper limit, as calls and programmes set them."""

_SET_ASIDE = re.compile(
    r"\b(?:set aside|earmarked|reserved|spent|afsat|afsaettes|reserveret|brugt|przeznaczono|przeznaczyl\w*"
    r"|zarezerw\w+"
    r"|wydano|avsatts?|avsatta|reserverat|vorgesehen|skirta|skiriama|panaudota|allocated)\b"
)
"""A part of a budget, unless it is the Union that sets it aside for the project."""

_OWN = re.compile(
    r"\b(?:own (?:contribution|funds|money|resources)|itself|egen(?:finansiering|betaling|bidrag)\w*"
    r"|egne midler"
    r"|bidrager selv|selv|wklad\w* wlasn\w*|srodk\w+ wlasn\w*|egeninsats|egenfinans\w+|eigen(?:mittel"
    r"|anteil)\w*"
    r"|nuosav\w+|the rest|rest(?:en|erende)?|remaining|pozosta\w+|reszt\w+|partners (?:paid|pay))\b"
)
_OWN_BEHIND = re.compile(rf"\W*(?:is |er |to |as |som |jako )?{_OWN.pattern}")
_APPLIED = re.compile(
    r"\b(?:soge[rs]? om|ansoge[rs]? om|wnioskujemy o|wnioskowan\w+ (?:kwota|o)|ubiega\w* sie o|appl(?:y|ies|ied|ying) for"
    r"|requested|request(?:s|ing)? for|soker|ansoker om|beantrag\w+)\b"
)
"""What is applied for is what the Union is to pay, where no other giver is named."""

_OTHER_GIVER = re.compile(
    r"\b(?:minist\w+|(?:savings )?bank(?:en)?|sparekasse\w*|sparbank\w*|government|regering\w*|rzad\w*|foundation|fundacj\w+|fonden|stiftelsen|the state"
    r"|staten|panstw\w*"
    r"|wojewodztw\w*|marszal\w+)\b"
)
_GIVES = re.compile(
    r"\b(?:gave|gives|donat\w+|granted|awarded|contributed|provid\w+|supported|przyzna\w+|przekaza\w+|da[jl]\w*|udziel\w+"
    r"|wsp(?:ar|ier)\w+|gav|giver|doner\w+|bevilg\w+|yde[rd]\w*|stotte\w*|skank\w+|bevilj\w+|gewahr\w+|skyre)\b"
)
_REJECTED = re.compile(
    r"\b(?:rejected|turned down|afvist|fik afslag|odrzucon\w+|avslag|avslogs|abgelehnt|atmest\w+)\b"
)
"""What became of an application: its amounts are nobody's."""

_OF_A_PART = re.compile(
    r"\s*(?:of (?:staff|travel|direct|the staff|salar)|af (?:lon|personale|rejse)|kosztow (?:person|posred|bezposred|podroz)"
    r"|wynagrodz|av (?:lon|personal)|der personal)"
)
"""A share of one kind of costs."""

_PER = re.compile(
    r"\W{0,2}(?:om (?:dagen|aaret|aret|maneden|ugen)|(?:a|per|each|every) (?:day|night|year|month|week|hour|head|person|pupil)|pr\. |per |i timen"
    r"|dziennie|miesiecznie|rocznie|za (?:dobe|osobe|godzine)|na osobe|od osoby|om (?:aret|dagen)|i manaden|pro |apiece|each\b"
    r"|stykket|hver\b)"
)
"""What stands behind prices, wages and fees."""

_SMALLEST = 500
"""Source: chosen by hand; no project of the corpus costs less in any currency."""

_PEOPLE = re.compile(
    r"^\s*(?:of|af|av|der|die)?\s*(?:the|de|alle|all)?\s*(?:\w+ )?(?:people|pupils|participants"
    r"|respondents|unge|elever\w*"
    r"|deltager\w*|borger\w*|uczestnik\w*|uczni\w*|osob|mieszkanc\w*|deltagar\w*|teilnehmer\w*|dalyvi\w*"
    r"|citizens|schools)"
)
_PAID = re.compile(
    r"financ|finans|fund|paid|pays?\b|cover|pokry|dofin|daekk|betal|dackt|bar|tackt|udgor|stanowi|share"
    r"|andel|udzial|wklad|contribution"
)
_UNION_PAYS = re.compile(
    rf"{_UNION}\W+(?:\w+\s){{0,2}}?(?:refund\w*|pa(?:id|ys)|cover\w*|fund(?:s|ed)|betal\w+|daekke\w*|refunder\w+"
    r"|finansier\w+|pokry\w+|finansuje|sfinans\w+|zwr[ao]c\w+|tackte?r?|zahlt\w*|finanziert\w*)\W+(?:\w+\s){0,2}$"
)
"""*The EU pays 75 per cent*: whose share it is needs no more words."""

_PAUSE = re.compile(r"[,;]\s|\((?=[^)]*$)")
_CLAUSE = re.compile(r"[;:(]|,\s|(?<=\w)\s(?=(?:and|og|och|und|oraz|ir)\s)")
"""Where the words of another figure may begin."""


def figures(folded: str, block: str, language: str, project: str, *, named: bool) -> Iterator[Stated]:
    """Yield amounts and shares; all of a paragraph that is about the share of the funding are that.

    ``named`` where the sentence names its project or calls it one; a plain budget is then its own.
    """
    rates, sums = shares(folded), _sums(folded, language)
    if (not rates and not sums) or _REJECTED.search(fold(block)):
        return
    topic = bool(cues.TOPIC.search(fold(block)))
    told = list(_told(folded, sums, "eu-funding" if topic else "", project, named=named))
    yield from ((name, figure.value, figure.doubt) for name, figure in told)
    granted = [figure for name, figure in told if name != "total-budget"]
    for rate in rates:
        if (
            not _LIMIT.search(folded[: rate.start])
            and not _OF_A_PART.match(folded, rate.end)
            and (topic or _is_rate(folded, rate, granted, named=named))
        ):
            yield "co-financing-rate", rate.value, ""


def _sums(folded: str, language: str) -> list[Figure]:
    """Return the amounts; beside one that has a currency, also large numbers that leave it out."""
    found = [figure for figure in amounts(folded, language) if figure.value]
    currencies = {figure.value.rpartition(" ")[2] for figure in found}
    if len(currencies) == 1:
        taken = [(figure.start, figure.end) for figure in found]
        bare = [one for one in bare_numbers(folded) if not any(a <= one.start() < b for a, b in taken)]
        (currency,) = currencies
        read = [(one, money(one[0], language, currency)) for one in bare if cues.LARGE.fullmatch(one[0])]
        found += [Figure(*one.span(), figure.value) for one, figure in read if figure]
    return sorted(found, key=lambda figure: figure.start)


def _told(
    folded: str, sums: Sequence[Figure], otherwise: str, project: str, *, named: bool
) -> Iterator[tuple[str, Figure]]:
    """Yield each amount that has a name, with the words between it and its neighbours looked at."""
    behind = 0
    for place, figure in enumerate(sums, start=1):
        following = sums[place].start if place < len(sums) else len(folded)
        after = _PAUSE.split(folded[figure.end : min(following, figure.end + cues.NEAR)])[0]
        before = folded[behind : figure.start]
        name = _name(before, after, folded, named=named)
        if named and name is None and re.sub(r"[\W]+$", "", before).endswith(project) and before.endswith("(") and after.startswith(")"):
            name = "total-budget"
        behind = figure.end
        if (
            figure.value
            and _is_large(figure)
            and not _PER.match(folded, figure.end)
            and (name or (name is None and otherwise))
        ):
            yield name or otherwise, figure


def is_given(folded: str) -> bool:
    """Say whether a sentence names a giver that is not the Union."""
    return bool(_OTHER_GIVER.search(folded))


def _is_large(figure: Figure) -> bool:
    """Say whether an amount may be a project's: rates of exchange, fees and daily allowances are less."""
    return float(figure.value.split()[0].split("-")[-1]) >= _SMALLEST


def _name(before: str, after: str, folded: str, *, named: bool) -> str | None:
    """Return what an amount is; empty for what is not the project's, None where nothing is said of it."""
    if _LIMIT.search(before):
        return ""
    if cues.FROM_MINISTRY.search(after):
        return "grant"
    if cues.FROM_EU.search(after) or (_BEHIND_UNION.search(after) and _FUNDED.search(folded)):
        return "eu-funding"
    if _OWN_BEHIND.match(after):
        return ""
    name = _nearest(before, folded, named=named)
    if name == "total-budget" and not named and _HAS_TOTAL.search(before):
        return ""
    if name != "eu-funding" and (_SET_ASIDE.search(before + after) or _OWN.search(before)):
        return ""
    if named and name is None and (_ALL_BEHIND.match(after) or _TOTAL_BESIDE.search(before)):
        return "total-budget"
    return name


def _nearest(before: str, folded: str, *, named: bool) -> str | None:
    """Return what the nearest cue before an amount calls it."""
    table = [
        ("total-budget", _TOTAL),
        ("grant", cues.GRANT),
        ("giver", _OTHER_GIVER),
        ("eu-funding", _APPLIED),
        *([("eu-funding", _BEFORE_UNION)] if _FUNDED.search(folded) else []),
        *([("total-budget", _BUDGET), ("total-budget", _TOTAL_BESIDE)] if named else []),
    ]
    near = {
        name: found.end()
        for name, pattern in table
        for found in pattern.finditer(before)
        if len(before) - found.end() <= cues.NEAR
    }
    if not near:
        return None
    best = max(near, key=lambda name: (near[name], name != "grant"))
    if best == "grant":
        return "eu-funding" if near.get("eu-funding", -1) > near.get("total-budget", -1) else "grant"
    if best == "giver":
        return "grant" if named and _GIVES.search(before[near[best] - 3 :]) else ""
    return best


def _is_rate(folded: str, share: Figure, sums: Iterable[Figure], *, named: bool) -> bool:
    """Say whether a share is said to be that of the funding: behind its amount, or beside who pays."""
    before = folded[max(0, share.start - cues.NEAR) : share.start]
    after = folded[share.end : share.end + cues.NEAR]
    if _PEOPLE.search(after):
        return False
    if any(cues.OR.match(folded[one.end : share.start]) for one in sums if one.end < share.start):
        return True
    if _BEHIND_UNION.match(after) and named:
        return True
    if _UNION_PAYS.search(before):
        return True
    if cues.RATE_BEHIND.search(before) or cues.RATE_BEFORE.match(after):
        return True
    own = _CLAUSE.split(before)[-1]
    if _OWN.search(own) and not _BEFORE_UNION.search(own):
        return False
    said = before + after
    union = _BEFORE_UNION.search(re.sub(r"^.*\d", "", before)) or _BEFORE_UNION.search(
        re.sub(r"\d.*$", "", after)
    )
    return bool(union and _PAID.search(said) and (named or cues.OF_THE_BUDGET.match(after)))

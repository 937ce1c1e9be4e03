"""The cues by which sentences state the figures and dates of a project: patterns for folded text."""

from __future__ import annotations

import re

from .calendar_names import MONTHS, any_of

TOTAL = re.compile(
    r"\b(?:total|overall|samle[dt]e?|calkowit\w+|laczn\w+|hela|bendr\w+)\s+(?:projekt\w*\s+|project\s+)?"
    r"(?:budget|budzet|biudzet|kost|cost)\w*|\bgesamt(?:budget|kosten)\w*|\bproject budget"
    r"|\bprojekt\w*\s?budget\w*"
    r"|\bbudzet\w*\s+(?:projektu|zatwierdzon\w+)|\bprojekt\w*\s+budzet\w*"
    r"|\bproject'?s? (?:total )?budget|\bthe total comes to"
    r"|\bprojekt\w* [^.;]{0,40}\b(?:kosztowal|kostede|kostade|cost)\b|\btotal cost"
    r"|\bproject [^.;]{0,40}\bcost\b"
)
EU = re.compile(
    r"\b(?:medfinansier|wspolfinans|co-?financ|cofinanc|kofinanzier|samfinansier)\w*"
    r"|\b(?:eu|eu's|union\w*|unii|unia europejska|ue|unijn\w+|erdf|efrr|programme|programmet|programmets"
    r"|program\w{0,2})\b[^.;:]{0,40}?\b"
    r"(?:paid|pays|pay|funding|grant|contribution|contributed|support|financ\w+|fund\w*|cover\w+"
    r"|refund\w*|zwroc\w*"
    r"|betal\w+|sfinans\w+"
    r"|dofinans\w+|wyniosl\w*|pokry\w*|daekk\w*|bar|wylozyl\w*|wyplac\w*|tackt\w*|dal\w*|dolozy\w*"
    r"|tilskud\w*|stotte\w*|gav"
    r"|bidrag\w*)"
    r"|\beu-?(?:funding|grant|contribution|support|tilskud|stotte|stod|midler|bidrag|mittel)\w*"
    r"|\bdofinansowani\w+ (?:unijn|ue|z ue|z unii|efrr|z efrr)\w*|\berdf\b|\befrr\b"
)
FROM_EU = re.compile(
    r"^[^;]{0,28}?\b(?:fra (?:eu|den europaeiske)|from the (?:eu\b|european)|z (?:ue|unii|efrr)\b"
    r"|fran eu\b|von der (?:eu\b|europ)|is es\b|var tilskud|was the (?:eu|programme) grant)"
)
GRANT = re.compile(
    r"\b(?:dotacj\w+|grants?|tilskud\w*|bevilling\w*|bidrag\w*|zuschuss\w*|dotacij\w+|dofinansowani\w+)\b"
)
OR = re.compile(
    r"^[^\d]{0,40}?(?:\(|,\s*|\b(?:eller|or|czyli|i\.e\.|which is|which makes|hvilket er|co stanowi"
    r"|svarende til|tj\.|that is|equal to"
    r"|corresponding to"
    r"|motsvarande"
    r"|das sind|dvs\.|to jest|angav som|angivet som|given as)\s+(?:godt |about |around |omkring |ca\.? )?)$"
)
"""What joins an amount and the share that it is."""

RATE_BEHIND = re.compile(
    r"\b(?:co-?financing rate|medfinansiering\w*|dofinansowani\w+|wspolfinansowani\w+|samfinansiering\w*"
    r"|kofinanzierung\w*"
    r"|funding rate|tilskudsprocent\w*|stotteprocent\w*|eu's share|udzial unii)\b[^.;]{0,25}$"
)
TOPIC = re.compile(
    r"\beu(?:'?s)?[ -](?:share|andel)|\budzial\w* (?:unii|ue)|co-?financing rate|medfinansieringsgrad"
    r"|poziom\w* dofinansowania"
)
"""What a paragraph is about all of whose shares are the rate of the funding."""

FROM_MINISTRY = re.compile(r"^[^.;]{0,20}?\b(?:fra|from|z|od|fran|von|przez|af|by|av) [^.;,]{0,30}?minist")
OF_THE_BUDGET = re.compile(
    r"^[ ,.]{0,2}(?:of (?:the|its) (?:total |whole )?(?:budget|costs?)"
    r"|af (?:budgettet|det samlede budget|udgifterne)"
    r"|(?:calkowitego |calego )?(?:budzetu|kosztow)|av (?:budgeten|kostnaderna)|des budgets|der kosten)"
)
"""What makes a share that of the funding where the sentence tells who pays it."""

RATE_BEFORE = re.compile(r"^[ ,.]{0,2}(?:co-?financ|medfinansier|dofinansowani|wspolfinansowani)")
LARGE = re.compile(r"\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?")
NEAR = 60
"""Characters between a cue and the amount that it names."""

TO_DATE = (
    r"(?:\s+(?:on|at|in|by|the|of|end|den|d\.|med|til|og|i|af|for|slut\w*|udgangen|slutningen"
    r"|dnia|w|we|z|dniu|do|konca|koniec|koncu|roku|am|im|ende|zum|nu|a|until|som|planmaessigt|sie"
    r"|bis|till|och|iki|its|as|planned|per|is|was|er|var|to|byl\w*|jest|przypad\w*"
    r"|przewidzian\w*|zaplanowan\w*|planowan\w*|ustalon\w*|project|projekt\w*|sat|fastsat|set"
    r"|officielt|przewidziano|zaplanowano|na|das|den)(?!\w))*\s*:?\s*"
)
MONTH = r"(?:(?:mon|tues|wednes|thurs|fri)day\s+)?(?=[0-9]|[a-z]{3,})"
END = re.compile(
    rf"\b(?:closure|closed|closes|close|closing date|ended|ends|finished|finishes|concluded|concludes"
    rf"|afslutte\w*|afslutning\w*|sluttede|slutter|slutte|ophor\w*|slutdato\w*|ophorte|end date"
    rf"|(?:came|comes) to an end|due to end|zakonczy\w*|zakonczen\w*|zakonczon\w*|dobieg\w* konca|konczy\w*"
    rf"|konczyl\w*|zamkniec\w*|zamyka\w*|zamkniet\w*|lukkede|lukkes|lukker|(?:skulle|skal|vil) lukke"
    rf"|avsluta\w*|completed|finali[sz]ed|wrapped up|baigt\w*|skonczy\w*|endete|beendet"
    rf"|extended|prolonged"
    rf"|forlaenge[ts]\w*|przedluz\w*|forlang\w*|verlangert\w*|pratest\w*|afrundet|(?:to|will|shall|would"
    rf"|skal|vil|ska) (?:end|finish|close|slutte|ophore|sluta)"
    rf"|slutade|avslutning\w*|endet\w*|abgeschlossen|baige\w*|baigesi){TO_DATE}(?=[0-9]|{MONTH})"
    rf"|\b(?:ran|run|runs|last|lasts|lasted|continue|continued|vare|varede|varer|lober|lob|pagik|korer"
    rf"|kors|forloeb"
    rf"|gennemfores"
    rf"|carried out|implemented|gennemfor\w*|genomfor\w*|fortsaetter|straekker sig|wdrazan\w*"
    rf"|realizowan\w*|trwa\w*|potrwa\w*|pagar|pagick|lief|lauft|vykdom\w*)\b[^.;]{{0,60}}?\b"
    rf"(?:until|to|til|til og med|frem til|do|till|till och med|bis|iki){TO_DATE}(?=[0-9]|{MONTH})"
)
BY_END = re.compile(
    rf"\b(?:inden|before|by|do|przed)\s+(?:udgangen|the end|konca|koncem)\s+(?:af|of)?{TO_DATE}(?=[0-9]"
    rf"|{MONTH})"
)
"""Until when a project is to have reached its people."""

ENDED_EARLY = re.compile(
    rf"\b(?:ended|closed|finished|concluded|sluttede|afsluttedes|zakonczyl\w*|zakonczono"
    rf"|dobiegl\w* konca|avslutades"
    rf"|slutade|endete|baigesi)\b[^.;\d]{{0,60}}?,\s(?:(?:on|den|d\.|dnia|am|in|i|w)\s)?(?=[0-9]"
    rf"|{any_of(MONTHS)})"
)
"""*Ended two months early, on 31 December 2012.*"""

_ENDS = (
    r"(?:(?:the |our )?project (?:ends|closes|finishes)|end of (?:the )?project"
    r"|projekt(?:et)?s? (?:slutter|afsluttes|slut\w*)"
    r"|projekt dobiega konca|projekt konczy sie|koniec projektu|projektet (?:avslutas|slutar)"
    r"|projekt endet|projektende)"
)
_STARTS = (
    r"(?:(?:the |our )?project (?:starts|begins)|start of (?:the )?project|projektet (?:starter"
    r"|begynder|startar|borjar)"
    r"|projekt (?:rusza|rozpoczyna sie|startuje)|poczatek projektu|projektstart)"
)
ON_A_DAY = re.compile(
    rf"^\W*(?P<date>\d[^:–—]{{2,25}}?)\s*[:–—-]\s*(?:(?P<end>{_ENDS})|(?P<start>{_STARTS}))\b"
)
"""An item of a calendar: *30 September – the project ends*."""

BEGAN_BEHIND = re.compile(
    r"(?P<date>\b\d[^.,;]{0,6}\.? [a-z]{3,12}(?: \d{4})?) (?:begyndte|startede|began|started"
    r"|rozpoczal sie|ruszyl|startade"
    r"|borjade|begann)\s(?:\w+\s){0,3}?proje"
)
"""*On 1 August our joint project began*, as Danish orders it."""

AS_END = re.compile(
    r"(?<=\d) as (?:the|its) (?:end|closing)(?: date)?\b|(?<=\d) som (?:slutdato|afslutning)\w*"
)
CLOSED = re.compile(
    r"\b(?:closed|ended|finished|concluded|afsluttede|sluttede|zakonczyl\w*|zakonczon\w*|avslutades"
    r"|completed"
    r"|afsluttet|avslutad|slutade|abgeschlossen|beendet|endete|baigesi|ophorte|(?:came|comes) to an end"
    r"|dobieg\w* konca)\b"
)
START = re.compile(
    rf"\b(?:started|starts|began|begins|launched|begyndte|begynder|startede|starter|rozpocz\w+|ruszyl\w*"
    rf"|zaczynal\w*|zaczel\w*|zaczyna\w*|startade|borjade|kicked off|set off|(?:sat|saettes|skudt"
    rf"|skod\w*) i gang|poczatek|igangsat"
    rf"|satt\w* igang|uruchomi\w+"
    rf"|zainaugurowa\w+"
    rf"|has run since|has been running since|(?:lobet|varet) siden|trwa od|gestartet|begonnen|begannen"
    rf"|pradet\w*"
    rf"|begann|startete|prasidejo){TO_DATE}(?=[0-9]|{MONTH})"
)
MONEY_FROM = re.compile(
    r"\b(?:money|funding|pieniadze|srodki|dofinansowanie|wsparcie|pengene|midlerne|stotten|pengarna"
    r"|stodet|das geld)\b[^.;]{0,30}?"
    r"\b(?:from|z|ze|fra|fran|von|aus)\b"
)
"""*Pieniądze pochodziły z programu …*: who pays for the project that the document is about."""

SPAN = re.compile(
    r"\b(?:from|fra|od|fran|von|vom|nuo|between|mellem|miedzy|na lata|lata|w latach|i arene|arene"
    r"|i perioden?|perioden?|during|im zeitraum"
    r"|(?:pagick|pagar|varade|varede|lief|trwal\w*|ran)(?=\s+(?:19|20)\d\d\s*[-–—/])|(?:in"
    r"|i)(?=\s+(?:19|20)\d\d\s*[-–—/])|(?:project |projekt)?period\w*[^.;:\d]{0,40}?(?: is| was| er"
    r"| var| ar|:)?|okres\w*[^.;:\d]{0,40}?(?: to| jest|:)?"
    r"|duration[^.;:\d]{0,30}?(?: is|:)?|laufzeit\w*[^.;:\d]{0,30}?:?|trukme[^.;:\d]{0,30}?:?)\s+"
    r"(?P<span>(?:(?:den|the|d\.|fra|from|aar)\s+)*[^.;]{0,20}?[0-9][^;]{0,60})"
)
RUNNING = re.compile(
    r"\b(?:ran|run|runs|lasted|period|perioden?|projektperiode\w*|lob|lober|varede|varer|samarbejdede"
    r"|trwa\w*|realizowan\w*"
    r"|na lata|lata|w latach|project|projekt\w*|pagick|lief|worked together|cooperated|wspolpracowal\w*"
    r"|gennemfort)\b"
)
TOGETHER = re.compile(
    r"\d[^\d]{0,30}?(?:\bto\b|\btil\b|\bdo\b|\btill\b|\bbis\b|\biki\b|\band\b|\bog\b|\ba\b"
    r"|[-–—])[^\d]{0,25}?\d"
)
YEARS = re.compile(
    r"^\W*(?:(?:19|20)\d\d)\s*(?:[-–—/]|\b(?:to|til|do|till|bis|iki|and|og|a|och)\b)\s*(?:19|20)\d\d"
)
BRACKETED_YEARS = re.compile(r"\(\s*((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)\s*\)")
YEAR = re.compile(r"^\W*((?:19|20)\d\d)\b(?!\s*[-–—/]\s*\d)")
REACHED = re.compile(
    r"\b(?:reach\w*|for|nae?\w*|na|objac|objelo|obejmie|udzial wez\w+|wzie\w+ udzial|przewidziano udzial"
    r"|omfatte\w*)\s+"
    r"(?P<number>\d{1,3}(?:[ .]\d{3})+|\d+)\s+(?:people|persons|participants|deltagere|personer|osob"
    r"|uczestnik\w+|deltagare)"
    r"|\b(?P<came>\d{1,3}(?:[ .]\d{3})+|\d+)\s\w+\s(?:deltog|took part|participated|uczestniczy\w+"
    r"|wzie\w+ udzial|deltagit)"
    r"\s(?:i|in|w)\s(?:the\s)?proje"
)

BARE_PROGRAMME = re.compile(r"^\W*(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d\s+.{5,60}$")
WEBSITE = re.compile(r"(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w./#?=&%-]*[\w/])?")
SITE = re.compile(
    r"website|web site|homepage|home page|hjemmeside|websted|stron\w+|webbplats|hemsida|webseite"
    r"|internetseite|svetain"
    r"|\b(?:more|further|find\w*|znajd\w+|hittar|read|laes|mere|wiecej|informac\w+|las|mer|mehr|infos?"
    r"|information\w*|daugiau)\b"
)

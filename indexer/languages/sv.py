"""Swedish."""

from __future__ import annotations

from indexer.languages.base import Language, listed
from indexer.languages.compounds import Compounds, Glue
from indexer.languages.dictionaries import Dictionary, forms_of
from indexer.languages.stems import snowball

_STOPWORDS = listed(
    """
    alla allt alltid alltså andra annan annat att av bara blev bli blir blivit bland både de dem den
    denna deras dess dessa det detta dig din dina ditt du där därför då efter eftersom ej eller en
    ens er era ert ett fick fler flera från för före få får genom ha hade han hans har hela hellre
    hennes henne hit hon honom hos hur här i icke igen in inför ingen inget inga innan inom inte ja
    jag ju kan kanske knappt kunde kunna lika liksom man med medan mellan men mer mera mest mig min
    mina mindre mitt mot mycket måste ned nej ner nog nu nya någon något några när nära också och om
    omkring oss på redan samma samt sedan sig sin sina sitt själv ska skall skulle som så sådan
    sådana sådant till trots under upp ur ut utan utanför vad var vara varför varit varje vars vart
    vem vems vi via vid vilka vilken vilket vill ville våra vår vårt än ännu är åt även över
    """
)

_ALSO = forms_of(
    """
    beslut beslutet beslutets; väg vägarna vägarnas; fisk fiskarna fiskarnas; träd träden trädens;
    centrum centret centrets; bror bröder bröderna; sälja sålde sålt
    """
)

_DICTIONARY = Dictionary("sv", nouns=("en", "et", "n", "t"), plurals=("na",), also=_ALSO)


_ONE_WORD = {"ansökning": "ansökan", "anmälning": "anmälan"}
"""Nouns whose plural is made from another word of the same meaning: *ansökan*, *ansökningar*."""


def _lemmas(word: str) -> tuple[str, ...]:
    lemmas = _DICTIONARY.lemmas_and_genitive(word)
    return (*lemmas, *(_ONE_WORD[lemma] for lemma in lemmas if lemma in _ONE_WORD))


_GLUE = Glue(
    links=("s",),
    short=listed(
        """
        arv avtal bad bil buss by dag hav hem hus jul kol köp lag liv län mat mål ort råd sol
        tid tåg val väg vän vår år
        """
    ),
    never=listed(
        """
        ation barhet dom else ende enhet enheter förut heten heter håll inter ling läggande ning
        ningar ring ringar sam samman skap skapet sättning sättningar tens tion tioner tran
        trana trans
        """
    ),
    places=listed(
        """
        berg borg bro fors hamn holm inge köping land lund näs sand stad sund svall torp vall
        vik
        """
    ),
)

_COMPOUNDS = Compounds(_DICTIONARY, _lemmas, _STOPWORDS, _GLUE)

LANGUAGE = Language(
    code="sv",
    name="svenska",
    stopwords=_STOPWORDS,
    lemmas=_lemmas,
    stem=snowball("swedish"),
    parts=_COMPOUNDS.parts,
    pieces=_COMPOUNDS.pieces,
    knows=_DICTIONARY.knows,
)

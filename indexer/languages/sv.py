"""Swedish."""

from __future__ import annotations

from indexer.languages.base import Language, listed
from indexer.languages.dictionaries import Dictionary
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

_DICTIONARY = Dictionary("sv")


def _lemmas(word: str) -> tuple[str, ...]:
    """Return dictionary forms; an unknown word may be a name in the genitive: *Kwidzyns*."""
    if known := _DICTIONARY.known(word):
        return known
    if len(word) > 3 and word.endswith("s"):
        return tuple(dict.fromkeys((word, *(_DICTIONARY.known(word[:-1]) or (word[:-1],)))))
    return _DICTIONARY.guessed(word) or (word,)


LANGUAGE = Language(
    code="sv",
    name="svenska",
    stopwords=_STOPWORDS,
    lemmas=_lemmas,
    stem=snowball("swedish"),
)

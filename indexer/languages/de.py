"""German."""

from __future__ import annotations

from indexer.languages.base import Language, listed
from indexer.languages.compounds import Compounds, Glue
from indexer.languages.dictionaries import Dictionary
from indexer.languages.stems import snowball

_STOPWORDS = listed(
    """
    ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus
    außer bei beim bereits bin bis bist bzw da dabei dadurch dafür daher damit dann daran darauf daraus
    darin darüber das dass daß davon dazu dein deine dem den denen denn dennoch der deren des deshalb
    dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer
    eines er es etwa etwas euch euer für gegen hat hatte hatten haben habe hier hin hinter ich ihm ihn
    ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jedoch jene
    kann kein keine keinen können könnte man manche mehr mein meine mich mir mit muss müssen nach neben
    nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so
    sogar solche soll sollen sollte sondern sowie wann warum wem wen weshalb wessen wieso wofür woher
    wohin womit worüber wozu über um und uns unser unsere unter viel viele vom von vor war waren was
    weil welche welcher wenn wer werden wie wieder will wir wird wo worden wurde wurden während zu zum
    zur zwar zwischen
    """
)


_DICTIONARY = Dictionary("de", capitals=True)

_GLUE = Glue(
    links=("s", "es", "n", "en", "er"),
    short=listed(
        """
        amt bad bau bus hof jahr rad rat see tag tor weg zug
        """
    ),
    never=listed(
        """
        chen ergeb flens haft heit inter isch ismus keit ling nehmer nisse rung samt schaft
        setzung setzungen tran trans voraus zusammen
        """
    ),
    places=listed(
        """
        berg brück burg dorf furt hafen hausen heim münde stadt stein wald
        """
    ),
)

_COMPOUNDS = Compounds(_DICTIONARY, _DICTIONARY.lemmas_and_genitive, _STOPWORDS, _GLUE)

LANGUAGE = Language(
    code="de",
    name="Deutsch",
    stopwords=_STOPWORDS,
    lemmas=_DICTIONARY.lemmas_and_genitive,
    stem=snowball("german"),
    parts=_COMPOUNDS.parts,
    pieces=_COMPOUNDS.pieces,
    knows=_DICTIONARY.knows,
)

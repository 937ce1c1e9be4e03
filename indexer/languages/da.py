"""Danish."""

from __future__ import annotations

from indexer.languages.base import Language, listed
from indexer.languages.compounds import Compounds, Glue
from indexer.languages.dictionaries import Dictionary, forms_of
from indexer.languages.stems import snowball

_STOPWORDS = listed(
    """
    ad af alle allerede alligevel alt altid altså anden andet andre at bare begge blandt blev blive
    bliver både da de dem den denne der deraf derefter deres derfor derved det dette dig din dine disse
    dit dog du efter ej eller en end endda endnu ens er et fik flere for fordi fra før få får gennem
    gjorde gjort godt gør gøre ham han hans har havde have hele heller hen hende hendes her herunder hos
    hun hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvorledes hvornår i igen ikke
    ind inden indtil ingen intet ja jeg jer jeres jo kan kun kunne lige ligesom man mange med meget
    mellem men mens mere mest mig min mindre mine mit mod må måske måtte ned nej netop nogen noget nogle
    nok nu når nær og også om omkring op os over på samme samt selv selvom sig sin sine sit skal skulle
    som så sådan således til uden ud under var ved vi via vil ville vor vore vores være været
    """
)

_ALSO = forms_of(
    """
    cykel cykler cyklen cyklens cyklerne cyklernes; kursus kurser kurserne kursernes; bog bøgerne
    bøgernes; center centret centrets; eksempel eksemplet eksemplets; mønster mønstret; mølle møller
    møllerne; stang stænger stængerne; tand tænder tænderne; ko køer køerne; mor mødrene; bror
    broderen; finde fundet; afholde afholdt; grøn grønt; rød rødt; fri frit
    """
)

_DICTIONARY = Dictionary("da", nouns=("en", "et", "n", "t"), plurals=("ne",), also=_ALSO)
_stem = snowball("danish")


def _stem_of_name_and_noun(word: str) -> str:
    """Return the stem, but keep the ending of nouns on -else: *Slagelse* is not *slag*."""
    stem = _stem(word)
    return stem + "els" if word.startswith(stem + "els") else stem


_GLUE = Glue(
    links=("s", "e", "er"),
    short=listed(
        """
        arv bad bil by dag hav have hus jul køb liv lov luft mad mål råd sag sol sti sø tid tog
        uge valg vej vin år
        """
    ),
    never=listed(
        """
        ager agere ation bare barhed besk dags delt dom domme dømme else elser ende ering fors
        forske forud fuld gere gørelse hedens heder heds inter ioner isation isationen isationer
        kere kommis kridende lede lig lighed ligheder lighederne ligt ling lings læggende
        lægning løs løshed ment mulig ning ninger overs ring ringer rive river samme sammen skab
        skaber som sætning sætninger taler tion tran trans vanske virksom
        """
    ),
    places=listed(
        """
        berg borg bæk havn holm jylland køb land lev lund minde næs rup rød skov sted strup sund
        vig
        """
    ),
)

_COMPOUNDS = Compounds(_DICTIONARY, _DICTIONARY.lemmas_and_genitive, _STOPWORDS, _GLUE)

LANGUAGE = Language(
    code="da",
    name="dansk",
    stopwords=_STOPWORDS,
    lemmas=_DICTIONARY.lemmas_and_genitive,
    stem=_stem_of_name_and_noun,
    parts=_COMPOUNDS.parts,
    pieces=_COMPOUNDS.pieces,
    knows=_DICTIONARY.knows,
)

"""Lithuanian."""

from __future__ import annotations

from indexer.languages.base import Language, listed
from indexer.languages.dictionaries import Dictionary
from indexer.languages.stems import snowball

_STOPWORDS = listed(
    """
    abi abu anot ant apie ar arba aš be bei bent bet beveik buvo būti būtų būtent dar dabar daug
    dėl dėka dažnai gal gali galima iki ir iš it į įvairių jau jei jeigu ji jie jiems jis jo jog jos
    joje juo jų jums jūs jūsų juos kad kada kai kaip kartu kas kaskart kiek kiekvienas kiti kitas kita
    kitų kodėl koks kokia ką ko kol kur kuri kurie kuriame kurioje kurios kuris kuriuos kurių labai
    lyg man mano mes mūsų nebe negu nei nes nors nuo o pagal pas pat pats per po prie prieš pro
    save savo se su sau šalia šią šiame šie šio šioje šis šių ta tačiau tad tai taip taigi tam tame
    tap tarp tas tą te ten ties tie tiek tik tikrai to toks todėl toje tokia tokie tos tu tuo turi
    tų už užtat vien vis visa visi viso visų vos yra žemiau
    """
)


_DICTIONARY = Dictionary("lt")


LANGUAGE = Language(
    code="lt",
    name="lietuvių",
    stopwords=_STOPWORDS,
    lemmas=_DICTIONARY.lemmas,
    stem=snowball("lithuanian"),
    knows=_DICTIONARY.knows,
)

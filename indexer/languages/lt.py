"""Lithuanian."""

from __future__ import annotations

from collections.abc import Iterator

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

_ENDINGS = {
    "as": "o ui ą u e uje ai ų ams us ais uose",
    "is": "io iui į iu yje iai ių iams ius iais iuose ies imi ys ims imis yse",
    "ys": "io iui į iu yje iai ių iams ius iais iuose",
    "ias": "io iui ią iu yje iai ių iams ius iais iuose",
    "us": "aus ui ų umi uje ūs ums us umis uose",
    "a": "os ai ą oje ų oms as omis ose",
    "ė": "ės ei ę e ėje ių ėms es ėmis ėse",
}
"""What stands in the place of each ending of the nominative in the other cases, singular and plural."""

_SOFTENED = {"č": "t", "dž": "d"}
"""What *t* and *d* become before *i* and another vowel: *žodis*, *žodžio*."""


def _nouns(word: str) -> Iterator[str]:
    """Yield what the nominative would be if the word were a noun in another case."""
    for nominative, endings in _ENDINGS.items():
        for ending in endings.split():
            stem = word.removesuffix(ending)
            if stem != word and len(stem) > 2:
                yield stem + nominative
                yield from (
                    stem.removesuffix(soft) + hard + nominative
                    for soft, hard in _SOFTENED.items()
                    if ending.startswith("i") and stem.endswith(soft)
                )


_DICTIONARY = Dictionary("lt", cases=_nouns)

LANGUAGE = Language(
    code="lt",
    name="lietuvių",
    stopwords=_STOPWORDS,
    lemmas=_DICTIONARY.lemmas,
    stem=snowball("lithuanian"),
    knows=_DICTIONARY.knows,
)

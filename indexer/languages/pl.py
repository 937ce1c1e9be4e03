"""Polish."""

from __future__ import annotations

import functools
import threading

import morfeusz2  # type: ignore[import-untyped]  # generated, without type information

from indexer.languages.base import Language, listed
from indexer.languages.stems import snowball

_STOPWORDS = listed(
    """
    a aby ale albo ani aż bardzo bez bo bowiem być był była było były będzie będą by chociaż choć ci co
    coraz czego czemu czy czyj czyja czyje czyli czym dla dlaczego dlatego do dokąd gdy gdyby gdyż gdzie
    go i ich ile im inna inne inny innych iż ja jak jaka jaką jakich jakie jaki jakiego jakiej jakim
    jako je jeden jednak jednym jego jej jemu jest jestem jeszcze jeśli jeżeli już każda każde każdy
    kiedy kilka kim kogo komu kto którędy ku która które którego której który których którym którymi
    którzy lecz lub ma mają mi mieć mimo między mnie moja moje może można mu my na nad nam nami nas nasz
    nasza nasze naszego naszej natomiast nawet nic nich nie niej niego nim nimi niż no o obok od ona one
    oni ono on oraz po pod podczas ponad ponieważ poprzez potem poza przed przede przez przy raz również
    są się siebie skąd sobie sobą swoich swoje swój ta tak taka takie taki także tam te tego tej temu
    ten też to trzeba tu tutaj tych tylko tym tymi u w wam was wasz we wiele wielu więc wszystkich
    wszystkie wszystko wśród z za zaś zawsze ze zostać został została zostały że żeby
    """
)


@functools.cache
def _analyser() -> morfeusz2.Morfeusz:
    """Return the analyser: 33 MB and 0.1 CPU seconds, paid by the first Polish word."""
    return morfeusz2.Morfeusz(generate=False, case_handling=morfeusz2.IGNORE_CASE)


_ONE_AT_A_TIME = threading.Lock()


def _lemmas(word: str) -> tuple[str, ...]:
    """Return the dictionary forms of all readings: *gminie* is of *gmina* and of a rare *gmin*.

    A word on -o may be the first half of a double adjective: *kujawsko-pomorskie* is also *kujawski*.
    """
    halves = _readings(word + "-", "adja") if word.endswith("o") else []
    return tuple(dict.fromkeys((*_readings(word), *halves))) or (word, *_hardened(word))


def _hardened(word: str) -> tuple[str, ...]:
    """Return what an unknown name may be called that stands in the locative: *Guldborgsundzie*."""
    softened = word.endswith("dzie") and len(word) > 6
    return (word.removesuffix("zie"),) if softened else ()


def _readings(word: str, grammar: str = "") -> list[str]:
    """Return the lemmas of the word's known readings whose tag begins so."""
    with _ONE_AT_A_TIME:
        found = _analyser().analyse(word)
    known = [reading for start, _, reading in found if start == 0 and reading[2] != "ign"]
    return [lemma.partition(":")[0].lower() for _, lemma, tag, *_ in known if tag.startswith(grammar)]


LANGUAGE = Language(
    code="pl",
    name="polski",
    stopwords=_STOPWORDS,
    lemmas=_lemmas,
    stem=snowball("polish"),
    knows=lambda word: bool(_readings(word)),
)

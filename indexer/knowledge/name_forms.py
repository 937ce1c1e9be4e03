"""Names as sentences bend them: *w Kwidzynie*, *Slagelses*, *Klaipėdoje*. Rules for six languages.

The rules rather make a form too many than miss one: a name is told by its capital letter, and a form
that no language has is found in no text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from indexer.languages.base import fold

Forms = tuple[frozenset[str], ...]
"""Every form of each word of a name, in order."""

_LETTERS = re.compile(r"[^\W\d_]+|\d{4}")

_SHORTEST_PLAIN = 4
"""Letters of the shortest name that is also found without its accents: *Malmo*, but no *Mon* for *Møn*."""

_CONSONANT = "bcćdfghjklłmnńprsśtvwxzźż"

_ADJECTIVE = re.compile(
    r"(?P<stem>\w+(?:sk|ck|dzk)|(?:now|biał|zielon|dobr|wielk|czarn|star|stołeczn|południow|środkow|"
    r"zachodni|samorządow|wspóln|techniczn|gospodarcz|operacyjn|regionaln|ludzk|europejsk|bałtyck))"
    r"(?P<end>i|y|a|e|ie)",
    re.IGNORECASE,
)
_HARD_ENDINGS = "y a e ego emu ym ą ej ych ymi".split()
_VELAR_ENDINGS = "i a ie iego iemu im ą iej ich imi".split()

_SOFTENED = {"st": "ści", "zd": "ździ", "sł": "śl", "t": "ci", "d": "dzi", "r": "rz", "ł": "l"}
_SOFTENED_LONE = {letter: letter + "i" for letter in "pbmwvfnsz"}
_SOFTENED_FEMININE = {"ch": "sz", "k": "c", "g": "dz"}
"""What stands before the -e of the Polish locative for the last letters of a stem."""

_MOBILE = {"ń": "ni", "ć": "ci", "ś": "si", "ź": "zi"}
_SOFT = ("l", "j", "c", "cz", "sz", "rz", "ż", "dz")

_POLISH_IRREGULAR = {
    "Białystok": "Białegostoku Białemustokowi Białymstokiem Białymstoku",
    "Bydgoszcz": "Bydgoszczy Bydgoszczą",
    "Golub": "Golubia Golubiowi Golubiem Golubiu",
    "Gołdap": "Gołdapi Gołdapią",
    "Hel": "Helu Helowi Helem",
    "Miasto": "Miasta Miastu Miastem Mieście",
    "Miast": "",
    "Niemcy": "Niemiec Niemcom Niemcami Niemczech",
    "Reszel": "Reszla Reszlowi Reszlem Reszlu",
    "Solec": "Solca Solcowi Solcem Solcu",
    "Łobez": "Łobza Łobzowi Łobzem Łobzie",
    "Łódź": "Łodzi Łodzią",
    "Związek": "Związku Związkowi Związkiem",
}

_UNBENT = frozenset("nad dla w i RP się przez na".split())

_LITHUANIAN = {
    "apskritis": "apskritis apskrities apskričiai apskritį apskritimi apskrityje",
    "iai": "iai ių iams ius iais iuose",
    "ius": "ius iaus iui ių iumi iuje",
    "ai": "ai ų ams us ais uose",
    "as": "as o ui ą u e",
    "us": "us aus ui ų umi uje",
    "tis": "tis čio čiui tį čiu tyje",
    "dis": "dis džio džiui dį džiu dyje",
    "is": "is io iui į iu yje",
    "ys": "ys io iui į iu yje",
    "os": "os ų oms as omis ose",
    "a": "a os ai ą oje",
    "ė": "ė ės ei ę e ėje",
}
"""The cases of Lithuanian nouns by the end of the nominative, the longest end first."""


def forms(name: str, language: str, *, own: bool = True) -> Iterator[Forms]:
    """Yield the forms of a name's words in that language, once for each way to write it.

    ``own`` is false where the language has no name of its own for it and bends the foreign one.
    """
    words = _LETTERS.findall(name)
    *before, last = words
    match language:
        case "pl":
            yield tuple(frozenset(_polish(word) if own else _polish_foreign(word)) for word in words)
        case "lt":
            bent = _lithuanian(last) if own else _lithuanian_foreign(last)
            yield (*(frozenset({word}) for word in before), frozenset(bent))
        case "en":
            yield tuple(frozenset({word}) for word in words)
            yield tuple(frozenset({_plain(word)}) for word in words)
        case _:
            yield (*(frozenset({word}) for word in before), frozenset(_germanic(last)))


def _plain(word: str) -> str:
    """Return the word as a foreign keyboard writes it, its capitals kept."""
    if len(word) < _SHORTEST_PLAIN or word.isascii():
        return word
    return "".join(
        fold(letter).capitalize() if letter.isupper() and not word.isupper() else fold(letter)
        for letter in word
    )


def _germanic(word: str) -> Iterator[str]:
    """Yield a Danish, Swedish or German name and its genitive."""
    yield word
    if not word.endswith(("s", "x", "z", "ß")):
        yield word + "s"


def _polish(word: str) -> Iterator[str]:
    """Yield the cases of a word of a Polish name, be it adjective or noun."""
    yield word
    if word in _UNBENT or word.isupper():
        return
    if word in _POLISH_IRREGULAR:
        yield from _POLISH_IRREGULAR[word].split()
    elif found := _ADJECTIVE.fullmatch(word):
        endings = _VELAR_ENDINGS if found["stem"].endswith(("k", "g", "ni")) else _HARD_ENDINGS
        yield from (found["stem"] + ending for ending in endings)
    else:
        yield from _DECLENSIONS.get(word[-1], _masculine)(word)


def _polish_foreign(word: str) -> Iterator[str]:
    """Yield the cases that Polish gives a foreign name; one on a vowel other than -a stays as it is."""
    yield word
    if word[-1].lower() in _CONSONANT and not word.isupper():
        yield from _masculine(word)
    elif word.endswith("a"):
        yield from _feminine(word)


def _feminine(word: str) -> Iterator[str]:
    """Yield the cases of *Ostróda*, *Gdynia*, *Ustka*."""
    stem = word[:-1]
    yield from (stem + "ę", stem + "ą")
    if stem.endswith("i"):
        yield from (stem, stem + "i")
    elif stem.endswith(_SOFT):
        yield from (stem + "i", stem + "y")
    else:
        yield stem + ("i" if stem.endswith(("k", "g")) else "y")
        yield from _locative(stem, feminine=_SOFTENED_FEMININE)


def _neuter(word: str) -> Iterator[str]:
    """Yield the cases of *Wejherowo*, *Giżycko*."""
    stem = word[:-1]
    yield from _singular(stem)
    yield from _locative(stem)


def _on_e(word: str) -> Iterator[str]:
    """Yield the cases of *Chojnice* and *Świnoujście*: plural, or neuter."""
    stem = word[:-1]
    yield from _plural(word)
    if not stem.endswith("c"):
        yield from (stem + "ów", *_singular(stem))


def _plural(word: str) -> Iterator[str]:
    """Yield the cases of *Kartuzy*, *Suwałki*, *Mikołajki*."""
    stem = word[:-1]
    yield from (stem, stem + "om", stem + "ami", stem + "ach")
    if stem.endswith("k"):
        yield stem[:-1] + "ek"


def _masculine(word: str) -> Iterator[str]:
    """Yield the cases of *Kwidzyn*, *Elbląg*, *Toruń*, *Człuchów*, *Szczecinek*, *Biskupiec*."""
    stem = re.sub(r"ó(?=[^aeiouyąęó]+$)", "o", word)
    if stem.endswith("iec") and len(stem) > 5:
        stem = re.sub("n$", "ń", stem[:-3]) + "c"
    elif stem.endswith("ek") and len(stem) > 4:
        stem = stem[:-2] + "k"
    stem = stem[:-1] + _MOBILE.get(stem[-1], stem[-1])
    yield from _singular(stem)
    yield from _locative(stem)


def _singular(stem: str) -> Iterator[str]:
    """Yield the genitive, dative, instrumental and a locative of a masculine or neuter stem."""
    yield from (stem + "a", stem + "u", stem + "owi", stem + ("iem" if stem[-1] in "kg" else "em"))


def _locative(stem: str, feminine: dict[str, str] | None = None) -> Iterator[str]:
    for end, soft in (_SOFTENED | _SOFTENED_LONE | (feminine or {})).items():
        if stem.endswith(end) and not stem.endswith(_SOFT):
            yield stem[: -len(end)] + soft + "e"
            return


_DECLENSIONS: dict[str, Callable[[str], Iterator[str]]] = {
    "a": _feminine,
    "o": _neuter,
    "e": _on_e,
    "y": _plural,
    "i": _plural,
    "ø": lambda _: iter(()),
    "ö": lambda _: iter(()),
    "u": lambda _: iter(()),
}


def _lithuanian(word: str) -> Iterator[str]:
    yield word
    for end, cases in _LITHUANIAN.items():
        if word.endswith(end):
            yield from (word[: -len(end)] + case for case in cases.split())
            return


def _lithuanian_foreign(word: str) -> Iterator[str]:
    """Yield the cases that Lithuanian gives a foreign name: *Sorø* stays, *Tczew* is *Tczewas* too."""
    yield word
    if word.endswith("e"):
        yield from _lithuanian(word[:-1] + "ė")
    elif word.endswith("a"):
        yield from _lithuanian(word)
    elif word[-1] in _CONSONANT:
        yield from _lithuanian(word + "as")
        yield from _lithuanian(word + "is")

"""Amounts of money and shares as people write them in six languages, in one normal form.

``403 770,40``, ``527.044 Euro``, ``85.200 zł``, ``40 mio. DKK`` and ``EUR 1.2 million`` all name an exact
amount. What can be read in two ways is said to be unclear and has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from indexer.languages.base import fold

_CURRENCIES = {
    "EUR": r"€|eur(?:o|os|ow|ai|u|ų|us)?\b",
    "PLN": r"pln\b|z[łl]\b|z[łl]ot(?:y|e|ych|ego|ys)\b",
    "DKK": r"dkk\b|dan(?:ske|ish|ische|skich)\s+(?:kr(?:oner|owns?|onen)?\b\.?)|koron\s+du[nń]skich\b",
    "SEK": r"sek\b|kronor\b|sve?nska\s+kr(?:onor)?\b\.?|swedish\s+(?:kronor|crowns?)\b"
    r"|koron\s+szwedzkich\b",
    "LTL": r"ltl\b|lit(?:as|ai|u|ų|us|ow)\b",
    "GBP": r"gbp\b|£",
    "USD": r"usd\b|\$",
    "": r"kr(?:oner)?\b\.?",
}
"""Currencies by ISO 4217; the last one is that of the country whose language is spoken."""

_CROWNS = {"da": "DKK", "sv": "SEK"}
"""What *kr.* is worth in the language of each country that has crowns."""

_SCALES = {
    1_000: r"tusinde?\b|tusen\b|tys\b\.?|tysi[aą]c[ey]?\b|tysi[eę]cy\b|thousand\b|tausend\b|t[uū]kst\b\.?",
    1_000_000: r"mio\b\.?|mill?\b\.?|mln\b\.?|millions?\b|million(?:er|en)\b|miljon(?:er)?\b"
    r"|milion(?:y|[oó]w)?\b"
    r"|milijon(?:ai|[uų])\b|m(?=\b)",
    1_000_000_000: r"mia\b\.?|mrd\b\.?|mld\b\.?|billion\b|milliard(?:er|en)?\b|miliard(?:y|[oó]w)?\b",
}
"""What a word behind a number multiplies it by."""

_NUMBER = r"(?:\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?![\d]|[.,]\d)"


def _range(side: str) -> str:
    return rf"(?P<{side}first>{_NUMBER})(?:\s*[-–—]\s*(?P<{side}last>{_NUMBER}))?"


_SCALE = "|".join(_SCALES.values())
_CURRENCY = "|".join(_CURRENCIES.values())
_CURRENCY_ALONE = re.compile(rf"(?<!\w)(?:{_CURRENCY})(?!\w)", re.IGNORECASE)
_AMOUNT = re.compile(
    rf"(?<![\d.,\w]){_range('a')}\s*(?P<ascale>{_SCALE})?\s*(?P<acurrency>{_CURRENCY})"
    rf"|(?<!\w)(?P<bcurrency>{_CURRENCY})\s*{_range('b')}(?:\s*(?P<bscale>{_SCALE}))?",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?<![\d.,\w])(?P<share>\d{1,3}(?:[.,]\d{1,2})?)(?:\s*|-)(?:%|pct\b|percent\b|per cent\b"
    r"|procent\w*|prozent\b|proc\b)",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\d.,\w]){_NUMBER}")
_MAYBE = re.compile(
    r"\d[^\n]{0,25}?(?:€|eur|pln|z[łl]|dkk|sek|ko?r|li?t|gbp|£|usd|\$|dan|dun|szw|sv)|(?:€|£|\$"
    r"|[a-z]{3}) ?\d",
    re.IGNORECASE,
)
"""What every amount has; most passages have none and cost no more than this."""

_INEXACT = re.compile(
    r"\b(?:over|more than|about|approximately|approx\.?|ca\.?|circa|cirka|almost|nearly|around|up to"
    r"|at least"
    r"|mere end|omkring|godt|knap|naesten|op til|op mod|mindst|minimum|ponad|powyzej|okolo|ok\.|blisko"
    r"|prawie"
    r"|niemal|co najmniej|mer an|nastan|upp till|minst|drygt|uber|mehr als|etwa|rund|fast|bis zu|mindestens"
    r"|knapp|daugiau kaip|apie|beveik|per)\s*$"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount or a share in a text."""

    start: int
    end: int
    value: str
    """``403770.40 EUR``, ``500000-1000000 EUR``, ``76.7 %``; empty where it is unclear."""
    doubt: str = ""
    """Why it is not exact, in a sentence."""
    unclear: str = ""
    """What it may mean, as the end of a sentence, where that cannot be told."""


def amounts(text: str, language: str) -> list[Figure]:
    """Return every amount that has a currency, in reading order. The text may be folded."""
    if not _MAYBE.search(text):
        return []
    return [figure for found in _AMOUNT.finditer(text) if (figure := _figure(text, found, language))]


def shares(text: str) -> list[Figure]:
    """Return every share in a hundred, in reading order. The text may be folded."""
    return [
        Figure(*found.span(), f"{_plain(Decimal(found['share'].replace(',', '.')).normalize())} %")
        for found in _SHARE.finditer(text)
    ]


def number(text: str) -> Decimal | None:
    """Return the number that a text consists of, in groups and with decimals as people write them."""
    return _value(text.strip(), scaled=False) if _BARE.fullmatch(text.strip()) else None


def money(text: str, language: str, currency: str = "") -> Figure | None:
    """Return the one amount that a cell or field holds; without a currency of its own in ``currency``."""
    found = amounts(text, language)
    if found:
        return found[0] if len(found) == 1 else None
    value = number(text)
    return None if value is None else Figure(0, len(text), f"{_plain(value)} {currency}".strip())


def _figure(text: str, found: re.Match[str], language: str) -> Figure | None:
    side = "a" if found["acurrency"] else "b"
    currency, scale = _currency(found[f"{side}currency"], language), _scale(found[f"{side}scale"])
    if scale == 1_000_000 and (found[f"{side}scale"] or "").lower() == "m" and side == "a":
        return None  # metres, more often than millions
    values = [
        _value(raw, scaled=scale > 1)
        for raw in (found[f"{side}first"], found[f"{side}last"])
        if raw is not None
    ]
    if None in values:
        return Figure(*found.span(), "", unclear="is a number that can be read in two ways")
    if not currency:
        return Figure(*found.span(), "", unclear="is an amount in crowns of one country or another")
    told = "-".join(_plain(value * scale if scale > 1 else value) for value in values if value is not None)
    return Figure(*found.span(), f"{told} {currency}", doubt=_doubt(text, found.start()))


def _doubt(text: str, start: int) -> str:
    before = text[max(0, start - 30) : start]
    inexact = _INEXACT.search(fold(before))
    return f"It says “{inexact[0].strip()}”, so the amount may not be exact." if inexact else ""


def currency_said(text: str, language: str) -> str:
    """Return the one currency that a text names without an amount, by ISO 4217; empty for none or several."""
    found = {_currency(one[0], language) for one in _CURRENCY_ALONE.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def _currency(written: str, language: str) -> str:
    code = next(
        code for code, pattern in _CURRENCIES.items() if re.fullmatch(pattern, written, re.IGNORECASE)
    )
    return code or _CROWNS.get(language, "")


def _scale(written: str | None) -> int:
    if not written:
        return 1
    return next(
        scale for scale, names in _SCALES.items() if re.match(rf"(?:{names})$", written, re.IGNORECASE)
    )


def _value(written: str, *, scaled: bool) -> Decimal | None:
    """Return the number; nothing where its only sign may part thousands or decimals."""
    plain = re.sub(r"[ \u00a0\u202f]", "", written)
    signs = re.findall(r"[.,]", plain)
    if not signs:
        return Decimal(plain)
    whole, _, rest = plain.rpartition(signs[-1])
    grouped = len(rest) == 3 and (len(set(signs)) == 1)
    if len(signs) == 1 and grouped and scaled and whole != "0":
        return None
    if grouped and whole != "0" and plain == written:
        return Decimal(re.sub(r"[.,]", "", plain)) if _in_threes(plain) else None
    whole = re.sub(r"[.,]", "", whole)
    return Decimal(f"{whole}.{rest}")


def _in_threes(plain: str) -> bool:
    first, *rest = re.split(r"[.,]", plain)
    return len(first) <= 3 and all(len(group) == 3 for group in rest)


def _plain(value: Decimal) -> str:
    """Return the number without an exponent, whole ones without decimals."""
    return f"{value.to_integral_value():f}" if value == value.to_integral_value() else f"{value:f}"


def bare_numbers(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers of a text that may be amounts without a currency: in groups or with decimals."""
    return (found for found in _BARE.finditer(text) if re.search(r"[ .,\u00a0\u202f]", found[0]))

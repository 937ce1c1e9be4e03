"""Numbers in words, as five languages count people: from two to ninety-nine."""

from __future__ import annotations

_ONES = {
    "en": """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""",
    "da": """to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten
        nitten""",
    "sv": """två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton
        nitton""",
    "de": """zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
        siebzehn achtzehn neunzehn""",
    "pl": """dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście
        czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście""",
}
_TENS = {
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "da": "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems",
    "sv": "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
    "de": "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    "pl": """dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt
        dziewięćdziesiąt""",
}
_JOINED = {
    "en": "{ten}-{one}",
    "da": "{one}og{ten}",
    "sv": "{ten}{one}",
    "de": "{one}und{ten}",
    "pl": "{ten} {one}",
}
"""How tens and ones are put together."""


def _counted(language: str) -> dict[str, int]:
    ones = dict(enumerate(_ONES[language].split(), start=2))
    tens = {value * 10: word for value, word in enumerate(_TENS[language].split(), start=2)}
    both = {
        _JOINED[language].format(ten=ten, one=one): value + first
        for value, ten in tens.items()
        for first, one in ones.items()
        if first < 10
    }
    return both | {word: value for table in (tens, ones) for value, word in table.items()}


NUMBERS = {word: value for language in _ONES for word, value in _counted(language).items()}
"""The value of each number by its word."""


def counted(words: str) -> str:
    """Return the digits of a number in digits or words, of two words also of the last; empty for none."""
    plain = "".join(sign for sign in words if sign not in " .") if words[:1].isdecimal() else ""
    if plain:
        return plain
    low = words.lower()
    value = NUMBERS.get(low) or NUMBERS.get(low.replace("-", " ").split()[-1])
    return str(value) if value else ""

"""The same small story in three languages: what the makers of the examples fill their files with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """The parts of a story; every maker uses those that its format can hold."""

    title: str
    opening: str
    heading: str
    wishes: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    """The first row names the columns."""
    caption: str
    note: str
    box: str
    author: str


STORIES: Mapping[str, Story] = {
    "en": Story(
        title="Safe ways to school",
        opening="Four towns asked their pupils to draw the way to school. The drawings showed what no map"
        " shows: the dog behind the fence, and the shop that sells ice cream.",
        heading="What the pupils want",
        wishes=("A light at the crossing", "A street that is closed in the morning", "A bus of children"),
        table=(
            ("Town", "Pupils", "Begins"),
            ("Sorø", "70", "2014-05-06"),
            ("Kwidzyn", "24", "2014-09-01"),
        ),
        caption="The towns and their pupils",
        note="The drawings may be borrowed for three weeks.",
        box="Ask the town hall.",
        author="The Baltic towns",
    ),
    "da": Story(
        title="Sikre veje til skole",
        opening="Fire byer bad deres elever om at tegne vejen til skole. Tegningerne viste det, som intet"
        " kort viser: hunden bag hegnet, og butikken der sælger is på en varm dag i ågade.",
        heading="Hvad eleverne ønsker",
        wishes=("Et lys ved fodgængerfeltet", "En gade, der er lukket om morgenen", "En bus af gående børn"),
        table=(
            ("By", "Elever", "Begynder"),
            ("Sorø", "70", "2014-05-06"),
            ("Kwidzyn", "24", "2014-09-01"),
        ),
        caption="Byerne og deres elever",
        note="Tegningerne kan lånes i tre uger.",
        box="Spørg på rådhuset, før året går på hæld.",
        author="Byerne ved Østersøen",
    ),
    "pl": Story(
        title="Bezpieczna droga do szkoły",
        opening="Cztery miasta poprosiły uczniów, by narysowali swoją drogę do szkoły. Rysunki pokazały to,"
        " czego nie ma na żadnej mapie: psa za płotem i sklep, w którym można kupić lody.",
        heading="Czego chcą uczniowie",
        wishes=("Światła na przejściu", "Ulica zamknięta o świcie", "Pieszy autobus z dziećmi"),
        table=(
            ("Miasto", "Uczniowie", "Początek"),
            ("Malmö", "70", "2014-05-06"),
            ("Kwidzyn", "24", "2014-09-01"),
        ),
        caption="Miasta i ich uczniowie",
        note="Rysunki można wypożyczyć na trzy tygodnie.",
        box="Zadzwoń do ratusza w województwie kujawsko-pomorskim.",
        author="Miasta Bałtyku",
    ),
}

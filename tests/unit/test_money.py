"""Amounts and shares as people write them in six languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indexer.knowledge.money import amounts, money, number, shares
from indexer.languages.base import fold


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("pl", "dotację w wysokości 85.200 zł", "85200 PLN"),
        ("pl", "kwota 403 770,40 euro", "403770.40 EUR"),
        ("pl", "kwota 403\u00a0770,40 EUR", "403770.40 EUR"),
        ("pl", "całkowity budżet 527 044 euro", "527044 EUR"),
        ("pl", "koszt 2,5 mln zł", "2500000 PLN"),
        ("pl", "12 tys. złotych", "12000 PLN"),
        ("pl", "300 000 koron duńskich", "300000 DKK"),
        ("da", "et budget på 527.044 Euro", "527044 EUR"),
        ("da", "lån for 40 mio. DKK", "40000000 DKK"),
        ("da", "for 16 mio. kr. - til", "16000000 DKK"),
        ("da", "på 0,5 - 1 mio. Euro", "500000-1000000 EUR"),
        ("da", "1.234.567,89 kroner", "1234567.89 DKK"),
        ("da", "i 2013 150.000 kr.", "150000 DKK"),
        ("sv", "bidrag om 1 250 000 kronor", "1250000 SEK"),
        ("sv", "2,5 miljoner kr", "2500000 SEK"),
        ("de", "1,2 Millionen Euro", "1200000 EUR"),
        ("de", "ein Budget von 1.250.000 €", "1250000 EUR"),
        ("lt", "biudžetas 403 770,40 eurų", "403770.40 EUR"),
        ("lt", "50 tūkst. litų", "50000 LTL"),
        ("en", "EUR 1.2 million", "1200000 EUR"),
        ("en", "€1.2m in all", "1200000 EUR"),
        ("en", "paid EUR 403,770.40 of it", "403770.40 EUR"),
        ("en", "EUR 527,044.", "527044 EUR"),
        ("en", "PLN 85,200 from the ministry", "85200 PLN"),
        ("en", "£4,100", "4100 GBP"),
        ("en", "0.500 million euros", "500000 EUR"),
    ],
    ids=lambda value: value,
)
def test_an_amount_has_one_normal_form(language: str, text: str, value: str) -> None:
    assert [figure.value for figure in amounts(text, language)] == [value]
    assert [figure.value for figure in amounts(fold(text), language)] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "1.200 million euros", id="a point before three digits and a scale"),
        pytest.param("en", "5 000 kr", id="crowns in English"),
        pytest.param("pl", "500 kr", id="crowns in Polish"),
    ],
)
def test_what_can_be_read_in_two_ways_has_no_value(language: str, text: str) -> None:
    (figure,) = amounts(text, language)
    assert (figure.value, bool(figure.unclear)) == ("", True)


@pytest.mark.parametrize(
    "text",
    [
        "6 – 7 May 2014",
        "274 persons",
        "a distance of 40 m",
        "room 12, euro zone",
        "in 2014 the European Union",
        "krav 5",
        "5 kroki",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert amounts(text, "da") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("pl", "ponad 85.000 zł"), ("da", "omkring 90.000 Euro"), ("en", "up to EUR 5,000")],
)
def test_an_amount_that_is_about_so_much_says_so(language: str, text: str) -> None:
    (figure,) = amounts(text, language)
    assert text.split()[0] in figure.doubt


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("76.7%", "76.7 %"),
        ("svarende til 76 pct.", "76 %"),
        ("76,7 procent", "76.7 %"),
        ("czyli 76 procent", "76 %"),
        ("76 per cent", "76 %"),
        ("85,00 %", "85 %"),
        ("100 Prozent", "100 %"),
        ("76 proc.", "76 %"),
    ],
)
def test_a_share_has_one_normal_form(text: str, value: str) -> None:
    assert [figure.value for figure in shares(text)] == [value]


def test_an_amount_knows_its_place() -> None:
    text = "I alt 527.044 Euro, deraf 403.770 EURO fra EU"
    assert [text[one.start : one.end] for one in amounts(text, "da")] == ["527.044 Euro", "403.770 EURO"]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("403 770,40", "403770.40 EUR"),
        ("1.250.000", "1250000 EUR"),
        ("85.200 zł", "85200 PLN"),
        ("1250000.00", "1250000 EUR"),
    ],
)
def test_a_cell_without_a_currency_takes_that_of_its_column(cell: str, value: str) -> None:
    figure = money(cell, "pl", "EUR")
    assert figure and figure.value == value


@pytest.mark.parametrize("cell", ["much", "12.34.56", "", "1 2 3", "10 EUR or 20 EUR"])
def test_a_cell_that_is_no_amount_has_none(cell: str) -> None:
    assert money(cell, "en") is None


def test_a_number_is_read_with_its_groups_and_decimals() -> None:
    assert [number("403 770,40"), number("1,250"), number("x")] == [Decimal("403770.40"), Decimal(1250), None]

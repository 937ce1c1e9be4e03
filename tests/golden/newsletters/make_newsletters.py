"""Make two-column newsletters whose text is known, painted in good order and in bad ones.

    apt install fonts-dejavu-core
    python tests/golden/newsletters/make_newsletters.py

For each language: ``<code>.txt`` is the truth, one paragraph a line; ``<code>-columns.pdf`` is painted
as it is read and holds a table, ``<code>-lines.pdf`` line by line across both columns, and
``<code>-random.pdf`` in no order at all.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).parent
SOURCES = FOLDER.parents[2] / "corpus" / "make" / "sources"
FONTS = Path("/usr/share/fonts/truetype/dejavu")
FONT, SIZE, LEADING = "Text", 9.5, 13.0
COLUMNS, WIDTH, TOP, BOTTOM = (56.0, 308.0), 230.0, 760.0, 70.0
PAGES = 3
SHORTEST_HALF = 4


@dataclass(frozen=True, slots=True)
class Issue:
    source: str
    header: str
    footer: str
    name: str
    """A sentence with a hyphenated name, set before every third paragraph."""
    opening: str
    """Words of which as many are set before it as bring the name to the end of a line."""
    table: tuple[tuple[str, ...], ...]


ISSUES = {
    "da": Issue(
        "da/fra-ide-til-internationalt-projekt.md",
        "Nyt fra byerne ved havet, nummer 4",
        "Udgivet af netværket, side",
        "Byrådet i Sorø skriver til Kujawsko-Pomorskiego om EU-midler og om by- og landdistrikter.",
        "Som i hvert eneste af de år, der er gået siden det første møde:",
        (("By", "Elever", "Tilskud"), ("Sorø", "70", "12.500"), ("Slagelse", "115", "40.000")),
    ),
    "pl": Issue(
        "pl/od-analizy-swot-do-trwalych-rezultatow.md",
        "Wieści z miast nad morzem, numer 4",
        "Wydaje sieć miast, strona",
        "Urząd Województwa Kujawsko-Pomorskiego zaprasza gminy na warsztaty polsko-duńskie w maju.",
        "Jak w każdym z tych lat, które minęły od naszego pierwszego spotkania:",
        (("Miasto", "Uczniowie", "Dotacja"), ("Kwidzyn", "24", "12 500"), ("Malbork", "88", "40 000")),
    ),
}


def paragraphs(issue: Issue) -> list[str]:
    text = (SOURCES / issue.source).read_text(encoding="utf-8")
    plain = (re.sub(r"[*_`]|\]\(.*?\)|\[", "", part.replace("\n", " ")) for part in text.split("\n\n"))
    prose = [" ".join(part.split()) for part in plain if len(part) > 250 and part[0].isalpha()]
    return [f"{broken(issue)} {part}" if number % 3 == 0 else part for number, part in enumerate(prose)]


def broken(issue: Issue) -> str:
    """Return the sentence with the name, begun so that the name stands at a line's end."""
    opening = issue.opening.split()
    for words in range(len(opening)):
        sentence = " ".join([*opening[:words], issue.name])
        if any(line.endswith("Kujawsko-") for line in set_lines(sentence)):
            return sentence
    raise AssertionError("no opening brings the name to the end of a line")


def wide(text: str) -> float:
    return float(stringWidth(text, FONT, SIZE))


def set_lines(paragraph: str) -> Iterator[str]:
    """Yield the lines of a paragraph, words divided wherever a line would stay short."""
    line = ""
    words = paragraph.split()
    while words:
        word = words.pop(0)
        longer = f"{line} {word}".strip()
        if wide(longer) <= WIDTH:
            line = longer
            continue
        head, tail = divided(line, word)
        yield f"{line} {head}".strip()
        line = ""
        words.insert(0, tail)
    yield line


def divided(line: str, word: str) -> tuple[str, str]:
    """Return what of the word fits on the line, with its hyphen, and the rest."""
    places = [place.end() for place in re.finditer("-", word)]
    if word.isalpha() and word.islower():
        places += range(SHORTEST_HALF, len(word) - SHORTEST_HALF)
    for place in sorted(places, reverse=True):
        head = word[:place] if word[place - 1] == "-" else f"{word[:place]}-"
        if wide(f"{line} {head}") <= WIDTH:
            return head, word[place:]
    return "", word


Set = list[tuple[float, float, str]]
"""Lines of a page with their places, in reading order."""


def pages(texts: Sequence[str], first_top: float) -> tuple[list[Set], list[str]]:
    """Return the lines of each page, and the paragraphs that found room."""
    made: list[Set] = [[] for _ in range(PAGES)]
    places = [(page, x) for page in range(PAGES) for x in COLUMNS]
    placed: list[str] = []
    y, place = first_top, 0
    for text in texts:
        lines = list(set_lines(text))
        left = sum(int((TOP - BOTTOM) / LEADING) for _ in places[place + 1 :]) + int((y - BOTTOM) / LEADING)
        if len(lines) > left:
            break
        for line in lines:
            if y < BOTTOM:
                place, y = place + 1, TOP
            page, x = places[place]
            made[page].append((x, y, line))
            y -= LEADING
        y -= LEADING * 0.7
        placed.append(text)
    return made, placed


def paint(target: Path, issue: Issue, sets: Sequence[Set], order: str, table: bool) -> None:
    chance = random.Random(4)
    canvas = Canvas(str(target), pagesize=A4, invariant=1, pageCompression=1)
    for number, held in enumerate(sets, start=1):
        canvas.setFont(FONT, 8)
        canvas.drawString(56, A4[1] - 36, issue.header)
        canvas.drawString(400, 36, f"{issue.footer} {number}")
        canvas.setFont(FONT, SIZE)
        painted = list(held)
        if order == "lines":
            painted.sort(key=lambda line: (-line[1], line[0]))
        elif order == "random":
            chance.shuffle(painted)
        for row, cells in enumerate(issue.table if table and number == 1 else ()):
            for column, cell in enumerate(cells):
                canvas.drawString(56 + 75 * column, TOP - 16 * row, cell)
        for x, y, line in painted:
            canvas.drawString(x, y, line)
        canvas.showPage()
    canvas.save()


def main() -> None:
    registerFont(TTFont(FONT, FONTS / "DejaVuSans.ttf"))
    for language, issue in ISSUES.items():
        texts = paragraphs(issue)
        sets, placed = pages(texts, TOP)
        (FOLDER / f"{language}.txt").write_text("\n".join(placed) + "\n", encoding="utf-8")
        for order in ("lines", "random"):
            paint(FOLDER / f"{language}-{order}.pdf", issue, sets, order, table=False)
        with_table, same = pages(placed, TOP - 16 * len(issue.table) - 10)
        assert len(same) >= len(placed) - 1
        paint(FOLDER / f"{language}-columns.pdf", issue, with_table, "columns", table=True)


if __name__ == "__main__":
    main()

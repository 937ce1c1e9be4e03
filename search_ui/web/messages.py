"""Keeps the catalogues in step with the code and the templates: ``make messages``, a new one ``NEW=sv``.

Reads every text that is marked for translation, and writes it into each catalogue; what was translated
stays, what is gone goes. A new text is an empty ``msgstr`` until somebody fills it in.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from .interface import CATALOGUES

HERE = Path(__file__).parent

_HEADER = "# The interface of InterLoc Search. `make messages` adds new texts; then fill in each msgstr."

_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
_OPTIONS = {"templates/**.html": {"trimmed": "true", "silent": "false"}}
_KEYWORDS = {**DEFAULT_KEYWORDS, "NP_": ((1, "c"), 2)}


def extracted() -> Catalog:
    """Return every message of the code and the templates."""
    catalog = Catalog(project="InterLoc Search", charset="utf-8")
    found = extract_from_dir(HERE, _METHODS, _OPTIONS, keywords=_KEYWORDS, comment_tags=("For translators:",))
    for file, _, message, comments, context in found:
        place = (Path(file).as_posix(), 0)
        catalog.add(message, locations=[place], auto_comments=comments, context=context)
    return catalog


def catalogues() -> Iterator[tuple[Path, Catalog]]:
    """Yield every catalogue as it stands, with its file."""
    for path in sorted(CATALOGUES.glob("*.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=path.stem)


def update(path: Path, catalog: Catalog) -> int:
    """Write the present messages into a catalogue; return how many of them lack a translation."""
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    catalog.obsolete.clear()
    with path.open("wb") as file:
        write_po(file, catalog, width=110, include_lineno=False, sort_by_file=True)
    return len([message for message in catalog if message.id and not all(texts(message))])


def texts(message: Message) -> tuple[str, ...]:
    """Return a message's translation, or one for each plural form; empty where it has none."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def begin(code: str) -> None:
    """Write the empty catalogue of one more language, unless there is one."""
    path = CATALOGUES / f"{code}.po"
    if not path.exists():
        with path.open("wb") as file:
            write_po(
                file, Catalog(locale=code, header_comment=_HEADER, fuzzy=False, project="InterLoc Search")
            )


def main(new: Sequence[str]) -> int:
    """Begin the new catalogues, update every one, and say what is missing."""
    for code in new:
        begin(code)
    missing = {path.name: update(path, catalog) for path, catalog in catalogues()}
    for name, number in missing.items():
        sys.stdout.write(f"{name}: {number} to translate\n")
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

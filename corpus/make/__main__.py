"""Make the corpus's PDF and office documents: ``python corpus/make``, or ``python corpus/make NAME …``.

Every ``sources/<language>/<name>.md`` becomes ``../documents/<language>/<name>.<format>``. The same
source gives the same bytes, as long as the libraries and the fonts stay the same. Whether the facts
in a document are right is left to its author.
"""

import sys
from pathlib import Path

from opendocument import text_document
from pdf import pdf
from scan import scan
from sheets import sheets
from slides import slides
from source import FORMATS, SourceError, read
from word import word

HERE = Path(__file__).resolve().parent
DOCUMENTS = HERE.parent / "documents"
MAKERS = {"pdf": pdf, "scan": scan, "docx": word, "odt": text_document, "pptx": slides, "xlsx": sheets}


def made(path: Path) -> Path:
    """Make the document of a source and return where it stands. Raises SourceError."""
    source = read(path)
    content = MAKERS[source.format](source)
    target = DOCUMENTS / path.parent.name / f"{path.stem}.{FORMATS[source.format]}"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return target


def main(names: list[str]) -> int:
    """Make the documents with these names, or all; return 1 when a source could not be used."""
    failures = 0
    for path in sorted(HERE.glob("sources/*/*.md")):
        if names and path.stem not in names:
            continue
        try:
            print(made(path).relative_to(DOCUMENTS.parent))
        except SourceError as problem:
            print(f"{path.relative_to(HERE)}: {problem}", file=sys.stderr)
            failures += 1
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

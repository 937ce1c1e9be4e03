"""Pages of a PDF as pictures, for those that hold no text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

DOTS_PER_INCH = 200
"""Of the pictures. Source: with 200 dots an inch, tesseract read 139 of 144 letters with diacritics."""

_POINTS_PER_INCH = 72


def painted(content: bytes, numbers: Sequence[int]) -> list[int]:
    """Return those of the pages, counted from 1, on which anything is painted."""
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

    document = pypdfium2.PdfDocument(content)
    found = []
    for number in numbers:
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            continue
        if next(iter(page.get_objects(max_depth=2)), None) is not None:
            found.append(number)
        page.close()
    return found


def pictures(content: bytes, numbers: Sequence[int], most_dots: int) -> Iterator[tuple[int, bytes]]:
    """Yield the pages as grey pictures (PGM) of at most ``most_dots`` dots, larger ones coarser."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    for number in numbers:
        page = document[number - 1]
        width, height = page.get_size()
        scale = DOTS_PER_INCH / _POINTS_PER_INCH
        scale *= min(1.0, (most_dots / max(1.0, width * height * scale**2)) ** 0.5)
        grey = page.render(scale=scale, grayscale=True).to_numpy()
        page.close()
        yield number, b"P5 %d %d 255\n" % (grey.shape[1], grey.shape[0]) + grey.tobytes()

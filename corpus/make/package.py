"""Pack office documents so that the same source gives the same bytes."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can tell: no file in ours is younger."""


def packed(files: dict[str, bytes], *, first: str = "") -> bytes:
    """Return an archive of the files; ``first`` stands first and uncompressed, as OpenDocument wants it."""
    with ZipFile(result := BytesIO(), "w") as archive:
        for name in sorted(files, key=lambda name: (name != first, name)):
            method = ZIP_STORED if name == first else ZIP_DEFLATED
            archive.writestr(ZipInfo(name, _STAMP), files[name], compress_type=method)
    return result.getvalue()


def steady(content: bytes) -> bytes:
    """Return an archive with the same files, without the time of its making."""
    with ZipFile(BytesIO(content)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})

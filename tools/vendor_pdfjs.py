"""Fetches PDF.js, which shows PDF files in the browser, into the static files: ``make pdfjs``.

Takes only what the page of a PDF loads, as its makers built it, from one pinned and checked package. The
builds called *legacy* also run in browsers that are a few years old, as offices keep them.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

PACKAGE = "pdfjs-dist@5.4.149"
SHA512 = (
    "5def3fd453091103d4552b62db90250e9c29526d9001598d3a914fd1221a85a3"
    "c838a04a20269e7dbce880b7707b2dd7186a1a3f82dbf70aa2c367bd26aa742c"
)
"""Of the package, in hexadecimal."""

TARGET = Path(__file__).parent.parent / "search_ui/web/static/pdfjs"

FILES: Mapping[str, str] = {
    "package/legacy/build/pdf.min.mjs": "pdf.min.mjs",
    "package/legacy/build/pdf.worker.min.mjs": "pdf.worker.min.mjs",
    "package/wasm/openjpeg_nowasm_fallback.js": "openjpeg_nowasm_fallback.js",
    "package/LICENSE": "LICENSE",
    "package/wasm/LICENSE_OPENJPEG": "LICENSE_OPENJPEG",
    "package/wasm/LICENSE_PDFJS_OPENJPEG": "LICENSE_PDFJS_OPENJPEG",
}
"""Members of the package and what they are called here. The decoder for JPEG 2000, in which scanners write,
is the one that needs no WebAssembly: the pages of this site may not compile anything."""


def fetched() -> bytes:
    """Return the package as npm gives it out."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - all words are ours
        (package,) = Path(folder).iterdir()
        return package.read_bytes()


def unpack(package: bytes, target: Path) -> None:
    """Write the files into the folder. Raises ``ValueError`` if it is not the pinned package."""
    if hashlib.sha512(package).hexdigest() != SHA512:
        raise ValueError(f"{PACKAGE} is not the package that was checked; nothing was written.")
    target.mkdir(exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(package)) as held:
        for member, name in FILES.items():
            if file := held.extractfile(member):
                (target / name).write_bytes(file.read())


def main() -> int:
    """Fetch, check and unpack; say how large it is."""
    unpack(fetched(), TARGET)
    size = sum(file.stat().st_size for file in TARGET.iterdir())
    sys.stdout.write(f"{PACKAGE}: {size / 1e6:.2f} MB in {TARGET}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

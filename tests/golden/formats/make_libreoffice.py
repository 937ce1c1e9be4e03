"""Make the examples that LibreOffice writes, from those of ``make_office.py``.

apt install libreoffice-writer libreoffice-calc libreoffice-impress
python tests/golden/formats/make_libreoffice.py
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from stories import STORIES

FOLDER = Path(__file__).parent
TARGETS = {"docx": ("odt", "rtf", "pdf"), "xlsx": ("ods",), "pptx": ("odp",)}


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        for source, targets in TARGETS.items():
            files = [FOLDER / f"school.{language}.{source}" for language in STORIES]
            for target in targets:
                subprocess.run(
                    ["soffice", "--headless", "--convert-to", target, "--outdir", FOLDER, *files],
                    env=os.environ | {"HOME": home},
                    check=True,
                )


if __name__ == "__main__":
    main()

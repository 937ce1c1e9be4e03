"""``python -m indexer.thesaurus check corpus/glossary.tsv``: what an editor should mend."""

from __future__ import annotations

import sys
from pathlib import Path

from .check import faults

USAGE = "usage: python -m indexer.thesaurus check FILE\n"


def main(arguments: list[str]) -> int:
    """Write the faults of a glossary; return 0 where there are none, 1 where there are, 2 for usage."""
    match arguments:
        case ["check", file] if Path(file).is_file():
            found = list(faults(Path(file).read_bytes().splitlines(), file))
            sys.stdout.writelines(f"{fault}\n" for fault in found)
            return 1 if found else 0
    sys.stderr.write(USAGE)
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

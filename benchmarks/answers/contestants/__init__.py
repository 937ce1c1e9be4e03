"""Who is measured, one file each. A contestant says ``NAME``, builds an index of a folder of text files
and opens it to be asked:

    NAME: str
    def build(texts: Path, target: Path) -> None
    def open_index(target: Path) -> Callable[[Asked], int]

What is returned is asked with a question, makes the full answer (ten hits with excerpts, as the
contestant's own documentation shows it) and returns how many documents match. An ``ImportError``, a
``FileNotFoundError`` or a missing module leaves the contestant out. No module here may need more than
Python and what it measures: Xapian runs in Debian's own Python.
"""

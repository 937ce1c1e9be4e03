"""What a word is called in other languages: the glossary, and dictionaries of the user's machine.

Order of trust: the glossary, a dictionary, the parts of a compound, a cognate, the word itself.
Nothing here asks an engine or a library; words come in as ``languages.base.words`` yields them.
"""

from __future__ import annotations

from .alternatives import GLOSSARY, MOST, Alternative, Span
from .glossary import BadLine, Concept, Glossary, Theme, load
from .thesaurus import Thesaurus

__all__ = ["GLOSSARY", "MOST", "Alternative", "BadLine", "Concept", "Glossary", "Span", "Theme"]
__all__ += ["Thesaurus", "load"]

"""What a word is called in other languages: the glossary, and dictionaries of the user's machine.

Order of trust: the glossary, a dictionary, the parts of a compound, a cognate, the word itself.
Nothing here asks an engine or a library; words come in as ``languages.base.words`` yields them.
"""

from __future__ import annotations

from .alternatives import MOST, Alternative, How, Span
from .bridge import Bridge, NoDictionary, Relatives, Translations
from .cognates import skeleton
from .glossary import BadLine, Concept, Glossary, Theme, load
from .kept import Kept, keep, kept
from .thesaurus import Thesaurus
from .wordbook import Wordbook

__all__ = ["MOST", "Alternative", "BadLine", "Bridge", "Concept", "Glossary", "How", "Kept", "NoDictionary"]
__all__ += ["Relatives", "Span", "Theme", "Thesaurus", "Translations", "Wordbook", "keep", "kept", "load"]
__all__ += ["skeleton"]

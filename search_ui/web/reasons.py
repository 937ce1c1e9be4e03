"""Why a document was found although it does not say what was typed: one English sentence for each way."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ..search.wanted import How
from .marks import N_

MISSING = N_("%(asked)s is missing in this document.")

REASONS: Mapping[How, str] = MappingProxyType(
    {
        "typed": N_("%(asked)s was found as %(found)s."),
        "form": N_("%(asked)s was found in another form: %(found)s."),
        "stem": N_("%(asked)s shares its stem with %(found)s."),
        "part": N_("%(asked)s was found inside %(found)s."),
        "apart": N_("%(asked)s is made of words that were found: %(found)s."),
        "letters": N_("%(asked)s was found written with other letters: %(found)s."),
        "correction": N_("%(asked)s is not in the library; searched for %(found)s."),
        "translation": N_(
            "%(asked)s was translated as %(through)s (%(language)s, %(source)s) and found as %(found)s."
        ),
    }
)

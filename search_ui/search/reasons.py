"""Why a document is among the hits, where that is not obvious. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from .answer import Reason
from .ranking import Evidence
from .wanted import Want


def reasons(evidence: Sequence[Evidence], wants: Sequence[Want], *, relaxed: bool) -> list[Reason]:
    """Return what is not obvious: words found in another form, and words that are missing.

    Unless the question was relaxed, a word that no passage holds stands in the title or file name.
    """
    told = []
    seen = {one.word for passage in evidence for one in passage.found}
    for index, want in enumerate(wants):
        found = [one for passage in evidence for one in passage.found if one.speaks_for(index, want)]
        if want.optional or want.is_quotation or any(one.length > 1 for one in found):
            continue
        numbers = {one.word for one in found}
        sights = sorted((want.sights[number] for number in numbers), key=lambda sight: -sight.strength)
        if not sights:
            # A word that speaks for another word of the question may be this one as well.
            told += [Reason(want.text, (), None)] if relaxed and not seen & want.sights.keys() else []
        elif sights[0].how != "typed":
            best = sights[0]
            alike = (sight for sight in sights if (sight.how, sight.expansion) == (best.how, best.expansion))
            words = tuple(dict.fromkeys(sight.text for sight in alike))[:3]
            asked = best.expansion.word if best.expansion else want.text
            told.append(Reason(asked, words, best.how, best.expansion))
    return list(dict.fromkeys(told))

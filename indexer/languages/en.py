"""English."""

from __future__ import annotations

from indexer.languages.base import Language, listed
from indexer.languages.dictionaries import Dictionary, forms_of
from indexer.languages.stems import snowball

_STOPWORDS = listed(
    """
    a about above after again against all almost also although always am an and another any are around
    as at be because been before being below between both but by can cannot could did do does doing
    don't down during each either else even ever every few for from further get gets got had has have
    having he her here hers herself him himself his how however i if in into is isn't it it's its itself
    just many may me might more most much must my myself neither no nor not now of off often on once
    only or other our ours ourselves out over own per quite rather same shall she should since so some
    such than that that's the their theirs them themselves then there therefore these they this those
    though through thus to too toward towards under until up upon us very via was we were what when
    where whether which while who whom whose why will with within without would yet you your yours
    yourself
    """
)

_ALSO = forms_of(
    """
    life lives; wife wives; shelf shelves; leaf leaves; half halves; basis bases; think thought;
    win won; go gone; bad worse worst
    """
)

_DICTIONARY = Dictionary("en", nouns=("s", "es"), also=_ALSO)


LANGUAGE = Language(
    code="en",
    name="English",
    stopwords=_STOPWORDS,
    lemmas=_DICTIONARY.lemmas,
    stem=snowball("english"),
    knows=_DICTIONARY.knows,
)

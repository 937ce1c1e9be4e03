"""Every sentence of doubt and every warning that reading facts and lists of projects leaves in an index."""

from __future__ import annotations

from .marks import N_

REASONS = (
    N_("is a number that can be read in two ways"),
    N_("is an amount in crowns of one country or another"),
    N_("a list of projects (.csv)"),
    N_("it has %(cells)s cells and the list %(columns)s columns"),
    N_("it names no project"),
    N_("“%(text)s” is no amount"),
    N_("“%(text)s” is no date"),
    N_("it ends before it begins"),
)
"""What may stand within a warning."""

DOUBTS = (
    N_("It says “%(word)s”, so the amount may not be exact."),
    N_("The year is that of the document's own date."),
    N_("Several documents of the library are this issue."),
    N_("The reference does not say of which series."),
    N_("Left out of what is known: “%(text)s” on page %(number)s %(reason)s."),
    N_("Row %(number)s was left out: %(reason)s."),
    N_("Left out of what is known: its %(rule)s could not be read (%(error)s)."),
    N_("The sidecar %(name)s has a field “facts”, which is no table."),
    N_("The sidecar %(name)s says facts about “%(subject)s” in line %(line)s; write project:Name."),
    N_("The sidecar %(name)s says “%(field)s” in line %(line)s, which is unknown; known are %(fields)s."),
    N_("The sidecar %(name)s says %(field)s = “%(value)s” in line %(line)s, which is no text."),
    N_("The sidecar %(name)s says %(field)s = “%(value)s” in line %(line)s, which is no number."),
    N_(
        "The sidecar %(name)s says %(field)s = “%(value)s” in line %(line)s, which is no date;"
        " write 2014, 2014-05 or 2014-05-06."
    ),
    N_(
        "The sidecar %(name)s says %(field)s = “%(value)s” in line %(line)s, which is no amount with its"
        " currency, as 527 044 EUR."
    ),
    N_(
        "The sidecar %(name)s says %(field)s = “%(value)s” in line %(line)s, which is no period,"
        " as 2007-2013."
    ),
    N_("The sidecar %(name)s says %(field)s = “%(value)s” in line %(line)s, which is no share, as 76.7 %%."),
    N_("The sidecar %(name)s contradicts itself in lines %(lines)s: %(field)s is said twice."),
    N_("The sidecar %(name)s contradicts itself in lines %(lines)s: the end is before the start."),
    N_("The sidecar %(name)s contradicts itself in lines %(lines)s: the funding is more than the budget."),
    N_("The sidecar %(name)s contradicts itself in line %(line)s: %(field)s is %(values)s."),
)
"""What may be said."""

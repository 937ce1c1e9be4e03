"""What facts, lessons, events and states of projects are called, in English; ``fact_words`` tells them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .marks import N_, NP_

LESSONS: Mapping[str, str] = MappingProxyType(
    {
        "success-factor": NP_("lesson", "Success factors"),
        "obstacle": NP_("lesson", "Obstacles"),
        "advice": NP_("lesson", "Advice"),
        "tool": NP_("lesson", "Tools"),
        "action-step": NP_("lesson", "Next steps"),
        "strength": NP_("lesson", "Strengths"),
        "weakness": NP_("lesson", "Weaknesses"),
        "opportunity": NP_("lesson", "Opportunities"),
        "threat": NP_("lesson", "Threats"),
    }
)

EVENTS: Mapping[str, str] = MappingProxyType(
    {
        "meeting": NP_("event", "Meeting"),
        "workshop": NP_("event", "Workshop"),
        "seminar": NP_("event", "Seminar"),
        "conference": NP_("event", "Conference"),
        "study-visit": NP_("event", "Study visit"),
        "exchange": NP_("event", "Exchange"),
        "festival": NP_("event", "Festival"),
        "open-day": NP_("event", "Open day"),
        "": NP_("event", "Other event"),
    }
)
"""The last one is every other."""

STATES: Mapping[str, str] = MappingProxyType(
    {
        "closed": NP_("state of a project", "completed"),
        "ongoing": NP_("state of a project", "ongoing"),
        "planned": NP_("state of a project", "planned"),
    }
)

FACTS: Mapping[str, str] = MappingProxyType(
    {
        "project": N_("Project"),
        "programme": N_("Programme"),
        "period": N_("Programming period"),
        "start": N_("Start"),
        "end": N_("End"),
        "status": N_("Status"),
        "total-budget": N_("Total budget"),
        "eu-funding": N_("EU funding"),
        "grant": N_("Grant"),
        "co-financing-rate": N_("Co-financing rate"),
        "lead-partner": N_("Lead partner"),
        "partner": N_("Partners"),
        "participants": N_("Participants"),
        "website": N_("Website"),
        "place": N_("Place"),
        "organisation": N_("Organisation"),
        "series": N_("Series"),
        "number": N_("Number"),
        "theme": N_("Theme"),
        "audience": N_("Audience"),
    }
)
"""By the names of claims."""

DATES = frozenset({"start", "end", "date"})
"""Facts whose value is a date, or a span of days."""

AMOUNTS = frozenset({"total-budget", "eu-funding", "grant"})
"""Facts whose value is an amount of money: ``403770.40 EUR``."""

NUMBERS = frozenset({"participants"})
"""Facts whose value is a number."""

ENTRIES: Mapping[str, str] = MappingProxyType(
    {
        "municipality": NP_("place", "Municipality"),
        "town": NP_("place", "Town"),
        "county": NP_("place", "County"),
        "region": NP_("place", "Region"),
        "island": NP_("place", "Island or landscape"),
        "organisation": NP_("place", "Organisation"),
    }
)
"""Kinds of entries of the gazetteer."""

"""Marks a text that a catalogue is to translate, where it is written down before it is told."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Return the message unchanged."""
    return message


def NP_(context: str, message: str) -> str:  # noqa: ARG001, N802 - the context is for the tools
    """Return the message, which is told in this context, unchanged."""
    return message

"""From a question to a ranked, explained answer. Knows no web."""

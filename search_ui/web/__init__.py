"""From an answer to a page, JSON or a file. Knows no engine."""

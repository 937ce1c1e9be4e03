"""Answers and documents in forms that other programs keep: tables, feeds, citations."""

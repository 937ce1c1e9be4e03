"""The yardstick: questions with judged answers, and what the search is worth by them.

``README.md`` beside this file tells how to write questions, how to judge and how to measure.
"""

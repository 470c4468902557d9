"""Prose questions: from found passages to the fewest verbatim words that answer. Knows no tasks and no targets."""

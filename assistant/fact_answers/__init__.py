"""Answers from facts: tasks, targets, metadata, definitions and tables. Each answerer takes only what it is sure of."""

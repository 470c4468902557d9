"""Prose: sentences and sections that answer an ask."""

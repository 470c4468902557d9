"""Comparing targets of different documents: units, words, readings, groups, cells. Knows no answers and no files."""

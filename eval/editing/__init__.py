"""Seeded edits of real documents: what was changed is known, so that a difference can be judged."""

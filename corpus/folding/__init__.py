"""How numbers, units of measure, days, years and ordinals are printed: told once, for documents and questions."""

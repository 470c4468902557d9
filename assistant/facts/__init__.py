"""Facts as relations of typed rows: select, then fold. Knows asks, never the text of a question."""

"""Understanding a question without an LLM: names, years, indicators and the operation. Knows no answers."""

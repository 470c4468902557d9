"""Answering: question understanding, facts, retrieval, citing, refusal, comparison. Knows no HTTP."""

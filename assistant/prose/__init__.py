"""Answers out of running text: windows of sentences, few fitted features, the fewest words that answer."""

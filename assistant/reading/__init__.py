"""From a question to typed Asks: the only room that reads the text of a question."""

"""Tables that PDF extraction flattened to lines, put together again from header words and grammar."""

"""One measure a module: pure functions of a gold question and a response. None says that a measure does not apply."""

"""Other people's systems over the same files, measured the same way."""

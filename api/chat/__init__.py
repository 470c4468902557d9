"""The routes that OpenAI clients know: what they send and get, and errands that are no questions."""

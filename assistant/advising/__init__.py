"""What an LLM advises: what a question means and which sentences answer it. It adds no fact and decides nothing."""

"""Words for the LLM, one file each."""

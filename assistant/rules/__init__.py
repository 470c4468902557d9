"""Rules that documents set (so much for each, a share, a limit), typed, and what they come to in a given case."""

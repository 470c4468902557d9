"""What the sources say, faithfully: readers, blocks and tables, facts. Knows no model and no index."""

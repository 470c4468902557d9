"""What differs between two documents, or two revisions of one: facts, clauses, rows, metadata, each cited twice."""

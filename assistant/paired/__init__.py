"""What follows from two printed numbers that stand together: in one row or column of a table, in one passage."""

"""Task lists, matrices, comparisons and answers as files. Knows no HTTP and no index."""

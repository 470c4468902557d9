"""Transport only: HTTP, command line, web page."""

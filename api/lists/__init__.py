"""The lists of facts, as the command line, HTTP and MCP hand them out."""

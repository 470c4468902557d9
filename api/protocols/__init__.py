"""How answers travel: streams, pages, tags, files, and the tools of MCP."""

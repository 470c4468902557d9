"""Files to documents: lines with places, headings, paragraphs, tables as printed."""

"""HTML: whole pages, and the rich text inside content files."""

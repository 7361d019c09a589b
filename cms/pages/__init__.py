"""Pages, sections and articles."""

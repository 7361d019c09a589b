"""What editors may do inside a rich text. Headings, images and lists of terms are blocks."""

LINE = ["bold", "italic", "link", "document-link"]
TEXT = [*LINE, "ol", "ul"]
PROSE = [*TEXT, "superscript", "subscript"]

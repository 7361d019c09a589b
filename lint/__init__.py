"""The linter: plain Python, no Django anywhere."""

__version__ = "0.1.0"

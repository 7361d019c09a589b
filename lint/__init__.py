"""The linter: plain Python, no Django anywhere."""

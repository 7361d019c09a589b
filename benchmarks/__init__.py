"""Ratios against peers and against ourselves, measured side by side in one run."""

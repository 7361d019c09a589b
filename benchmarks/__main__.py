"""`python -m benchmarks`: run every benchmark of this folder and print its table."""

from __future__ import annotations

from benchmarks import hostile, readability

if __name__ == "__main__":
    print(readability.report())
    print(hostile.report())

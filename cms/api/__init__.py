"""The delivery API that frontends read."""

"""Conditions, therapies, people and other items that articles share."""

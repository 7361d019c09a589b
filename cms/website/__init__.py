"""The default website: what `templates/` need to show what the delivery API serves."""

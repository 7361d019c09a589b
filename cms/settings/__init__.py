"""What is the same everywhere is in base; dev, test and production say what differs."""

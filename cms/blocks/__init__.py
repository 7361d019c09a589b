"""The blocks that the body of an article is made of."""

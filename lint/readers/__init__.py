"""One reader a source; each makes a `Document`."""

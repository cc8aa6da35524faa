"""The policy on a page and as JSON."""

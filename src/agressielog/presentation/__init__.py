"""Everything a user reads: Dutch words for terminal, pipe and JSON."""

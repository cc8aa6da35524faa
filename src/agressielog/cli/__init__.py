"""The command line: one command per file, each a signature and a handful of statements."""

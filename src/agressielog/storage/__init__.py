"""The logbook on disk: SQLite, and only here."""

"""The table of what was put back: the chain goes on from there, and says so."""

TABLES: tuple[str, ...] = (
    """CREATE TABLE herstel (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        op TEXT NOT NULL,
        anker TEXT
    ) STRICT""",
)

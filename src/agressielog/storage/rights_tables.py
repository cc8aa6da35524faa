"""The tables of statements, restrictions, and looks in spite of them."""

TABLES: tuple[str, ...] = (
    # `beller` is who gave it, also after a merge: a split gives it back by itself.
    """CREATE TABLE zienswijze (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        gegeven_op TEXT NOT NULL,
        tekst TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX zienswijze_beller ON zienswijze(beller, id)",
    # Not `beperking`: that is a measure and a status.
    """CREATE TABLE avg_beperking (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        reden TEXT NOT NULL,
        sinds TEXT NOT NULL,
        opgeheven_op TEXT
    ) STRICT""",
    "CREATE INDEX avg_beperking_beller ON avg_beperking(beller, id)",
    # Every list asks whose details are hidden now: next to nobody.
    "CREATE INDEX avg_beperking_loopt ON avg_beperking(id) WHERE opgeheven_op IS NULL",
    # Who looked at restricted details all the same, and what for.
    """CREATE TABLE avg_toch_bekeken (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER NOT NULL REFERENCES beller(id),
        reden TEXT NOT NULL,
        op TEXT NOT NULL,
        door TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX avg_toch_bekeken_beller ON avg_toch_bekeken(beller, id)",
)

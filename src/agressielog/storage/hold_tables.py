"""The table of holds."""

TABLES: tuple[str, ...] = (
    # `beller` is whom it was put on, also after a merge: a split gives the hold back by itself.
    """CREATE TABLE vasthouding (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        beller INTEGER REFERENCES beller(id),
        incident INTEGER REFERENCES incident(id),
        reden TEXT NOT NULL,
        van TEXT NOT NULL,
        tot TEXT,
        opgeheven_op TEXT,
        CHECK ((beller IS NULL) <> (incident IS NULL)),
        CHECK (tot IS NULL OR tot >= van)
    ) STRICT""",
    "CREATE INDEX vasthouding_beller ON vasthouding(beller, id)",
    "CREATE INDEX vasthouding_incident ON vasthouding(incident, id)",
)

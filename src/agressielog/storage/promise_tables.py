"""The tables of what was promised, and of the calls that went well."""

TABLES: tuple[str, ...] = (
    # Made in the call of an incident, or (`beller`) in an ordinary one. `op` and `door` are empty for what was
    # promised in that call by its reporter, so that they follow when the incident is corrected.
    """CREATE TABLE toezegging (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        incident INTEGER REFERENCES incident(id),
        beller INTEGER REFERENCES beller(id),
        wat TEXT NOT NULL CHECK (wat <> ''),
        voor TEXT,
        op TEXT,
        door TEXT CHECK (door <> ''),
        klaar_op TEXT,
        CHECK ((incident IS NULL) <> (beller IS NULL)),
        CHECK ((op IS NULL) = (door IS NULL)),
        CHECK (incident IS NOT NULL OR op IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX toezegging_incident ON toezegging(incident) WHERE incident IS NOT NULL",
    "CREATE INDEX toezegging_beller ON toezegging(beller) WHERE beller IS NOT NULL",
    # Answers what is open on a day: never kept, or kept later.
    "CREATE INDEX toezegging_klaar_op ON toezegging(klaar_op)",
    # Hangs on the measure that held, goes where that goes, and is erased with it.
    """CREATE TABLE goed_gesprek (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        maatregel INTEGER NOT NULL REFERENCES maatregel(id),
        op TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door <> '')
    ) STRICT""",
    "CREATE INDEX goed_gesprek_maatregel ON goed_gesprek(maatregel, op)",
    "CREATE INDEX goed_gesprek_op ON goed_gesprek(op)",
)

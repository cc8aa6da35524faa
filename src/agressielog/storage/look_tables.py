"""The tables of looks; not journaled (`records.DERIVED` says why)."""

TABLES: tuple[str, ...] = (
    """CREATE TABLE inzage (
        id INTEGER PRIMARY KEY,
        op TEXT NOT NULL,
        login TEXT NOT NULL,
        naam TEXT NOT NULL,
        opdracht TEXT NOT NULL
    ) STRICT""",
    # The whole row stands in the index, and that of a count in one of its own: no chain guards them, and SQLite's
    # own check holds an index against its table, so that a bit that falls over shows.
    "CREATE INDEX inzage_op ON inzage(op, login, naam, opdracht)",
    # No reference to `beller`: that somebody was seen must not keep a caller from being taken back or erased.
    """CREATE TABLE inzage_beller (
        beller INTEGER NOT NULL,
        inzage INTEGER NOT NULL REFERENCES inzage(id) ON DELETE CASCADE,
        PRIMARY KEY (beller, inzage)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX inzage_beller_inzage ON inzage_beller(inzage)",
    """CREATE TABLE inzage_telling (
        dag TEXT NOT NULL PRIMARY KEY,
        aantal INTEGER NOT NULL CHECK (aantal > 0)
    ) STRICT, WITHOUT ROWID""",
    # How far the looks that wait beside the logbook were taken in; at most one row (`storage.spool`).
    """CREATE TABLE inzage_ingenomen (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        merk TEXT NOT NULL,
        tot INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX inzage_telling_aantal ON inzage_telling(aantal)",
)

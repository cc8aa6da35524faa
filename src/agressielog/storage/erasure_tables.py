"""The tables of what was erased: that it happened, which records went, and what they leave behind."""

from agressielog.domain.erasure import ErasureKind
from agressielog.domain.period import PeriodSort
from agressielog.storage.columns import one_of

TABLES: tuple[str, ...] = (
    # The proof that stays: no word of whom it was about. `nagezocht_op` is empty until the file was cleaned.
    f"""CREATE TABLE wissing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        soort TEXT NOT NULL {one_of("soort", ErasureKind)},
        op TEXT NOT NULL,
        door TEXT NOT NULL CHECK (door <> ''),
        reden TEXT,
        nagezocht_op TEXT
    ) STRICT""",
    # A caller by the write that made it, an incident by its own identity: neither is ever given out again,
    # whatever back-up is put in place, where a number can be.
    """CREATE TABLE gewist (
        kenmerk TEXT PRIMARY KEY CHECK (kenmerk <> ''),
        wissing INTEGER NOT NULL REFERENCES wissing(id)
    ) STRICT, WITHOUT ROWID""",
    # A subject that two persons had says nothing of one of them, also when that one is all that is left.
    """CREATE TABLE gedeeld_onderwerp (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        onderwerp TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (onderwerp <> '')
    ) STRICT""",
    # What the report counted of erased records, per period: figures, and nobody in them.
    f"""CREATE TABLE bevroren (
        soort TEXT NOT NULL {one_of("soort", PeriodSort)},
        eerste_dag TEXT NOT NULL,
        cijfers TEXT NOT NULL,
        vervolg TEXT,
        PRIMARY KEY (soort, eerste_dag)
    ) STRICT, WITHOUT ROWID""",
)

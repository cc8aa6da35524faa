"""The tables of what was done for the colleague: who did which step when, and no word of what was said."""

from agressielog.domain.aftercare import AftercareStep
from agressielog.storage.columns import one_of

TABLES: tuple[str, ...] = (
    f"""CREATE TABLE nazorg_stap (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        incident INTEGER NOT NULL REFERENCES incident(id),
        stap TEXT NOT NULL {one_of("stap", AftercareStep)},
        door TEXT NOT NULL CHECK (door <> ''),
        op TEXT NOT NULL,
        dag TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX nazorg_stap_incident ON nazorg_stap(incident, stap)",
    """CREATE TABLE nazorg_afgezien (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        incident INTEGER NOT NULL REFERENCES incident(id),
        op TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX nazorg_afgezien_incident ON nazorg_afgezien(incident, op)",
    # Holds all that the list of care reads of an incident, and none that opened no care.
    "CREATE INDEX incident_nazorg ON incident(op, melder, ernst, status, nazorg) WHERE nazorg IS NOT NULL",
)

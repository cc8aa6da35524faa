"""What the use cases ask of a logbook: the seam behind which SQLite, a fake or a server stands."""

from agressielog.application.ports.logbook import Logbook, Reading, Store, Writing
from agressielog.application.ports.records import (
    Deed,
    IncidentFilter,
    Stored,
    Touched,
    Trace,
    Version,
)

__all__ = [
    "Deed",
    "IncidentFilter",
    "Logbook",
    "Reading",
    "Store",
    "Stored",
    "Touched",
    "Trace",
    "Version",
    "Writing",
]

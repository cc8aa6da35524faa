"""What the use cases ask of a logbook: the seam behind which SQLite, a fake or a server stands."""

from agressielog.application.ports.logbook import (
    Deed,
    IncidentFilter,
    Merge,
    Reading,
    Store,
    Touched,
    Version,
    Writing,
)

__all__ = ["Deed", "IncidentFilter", "Merge", "Reading", "Store", "Touched", "Version", "Writing"]

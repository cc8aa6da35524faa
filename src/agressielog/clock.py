"""The only place that asks what time it is."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return this moment as an aware UTC datetime, to the second.

    Whole seconds, because a stored moment, its printed form and the ULID made from it must not differ
    by a rounding.
    """
    return datetime.now(UTC).replace(microsecond=0)

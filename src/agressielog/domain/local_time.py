"""The wall clock of the people who use it: Amsterdam days and hours of UTC moments.

Moments are kept in UTC; days, hours and months are those of Europe/Amsterdam, also for a desk that
works elsewhere (domain 8.4, decision 6).
"""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def to_local(at: datetime) -> datetime:
    """Return the aware moment *at* with Amsterdam's wall clock and offset."""
    return at.astimezone(AMSTERDAM)


def local_day(at: datetime) -> date:
    """Return the Amsterdam calendar day on which the aware moment *at* falls."""
    return to_local(at).date()


def local_hour(at: datetime) -> int:
    """Return the Amsterdam hour of the aware moment *at*, 0 to 23; the doubled hour of October is 2 both times."""
    return to_local(at).hour


def start_of_day(day: date) -> datetime:
    """Return the aware UTC moment at which *day* begins in Amsterdam; the day before ends just before it."""
    return datetime.combine(day, time.min, AMSTERDAM).astimezone(UTC)

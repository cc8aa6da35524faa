"""When a number may have passed to somebody else.

Disused Dutch 06-numbers return after about a year (gsmhelpdesk.nl/nieuws/14434, and ACM's reclaimed
ranges cooled as long), so after twelve months without a call the name is asked first.
"""

from datetime import date

_MONTHS = 12


def is_stale(last_seen: date, on: date) -> bool:
    """Tell whether a number last seen on *last_seen* was not seen for twelve months on day *on*.

    The same calendar day a year later is stale; 29 February counts as 28 February.
    """
    year = last_seen.year + _MONTHS // 12
    try:
        anniversary = last_seen.replace(year=year)
    except ValueError:
        anniversary = last_seen.replace(year=year, day=28)
    return on >= anniversary

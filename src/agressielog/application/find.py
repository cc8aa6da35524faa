"""Finds incidents again: by filter, by words, or one with its whole life."""

from collections.abc import Sequence
from dataclasses import replace

from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import IncidentFilter, Version
from agressielog.application.restricting import restricted_callers
from agressielog.domain.caller import Caller
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.search_words import SearchWords
from agressielog.domain.value import value

# More than anybody can have.
_ALL = 2**31


@value
class Story:
    """An incident, whose it is, and every version it had.

    `restricted`: its caller asked that no details are shown.
    """

    incident: Incident
    caller: Caller | None
    versions: tuple[Version, ...]
    restricted: bool = False


def list_incidents(store: Store, wanted: IncidentFilter) -> Sequence[Incident]:
    """Return the incidents that pass every filter, the one that happened last first.

    None of who asked for a restriction where the filter goes by what is hidden of them (`asks_what_is_hidden`).
    """
    with store.reading() as reading:
        return _found(reading, wanted)


def list_newest(store: Store, wanted: IncidentFilter, most: int) -> tuple[Sequence[Incident], int]:
    """Return the *most* incidents that happened last, the last one first, and how many there are in all."""
    with store.reading() as reading:
        if asks_what_is_hidden(wanted) and restricted_callers(reading):
            everything = _found(reading, wanted)
            return everything[:most], len(everything)
        found = reading.incidents(replace(wanted, limit=most))
        # Only where there may be more: counting walks the whole stretch.
        return found, len(found) if len(found) < most else reading.count_incidents(wanted)


def asks_what_is_hidden(wanted: IncidentFilter) -> bool:
    """Tell whether a filter goes by what a restriction hides: that it lets a call through would tell it."""
    return wanted.kind is not None or wanted.severity is not None


def _found(reading: Reading, wanted: IncidentFilter) -> Sequence[Incident]:
    hidden = restricted_callers(reading) if asks_what_is_hidden(wanted) else frozenset()
    if not hidden:
        return reading.incidents(wanted)
    found = reading.incidents(replace(wanted, limit=None))
    return [incident for incident in found if incident.caller not in hidden][: wanted.limit]


def search(store: Store, words: SearchWords, limit: int) -> Sequence[Incident]:
    """Return the incidents that hold every word, recorded last first; none of who asked for a restriction.

    That a word finds one would tell what is in it.
    """
    with store.reading() as reading:
        hidden = restricted_callers(reading)
        if not hidden:
            return reading.search(words, limit)
        found = reading.search(words, _ALL)
        return [incident for incident in found if incident.caller not in hidden][:limit]


def story_of(store: Store, incident: IncidentId) -> Story:
    """Return one incident in full.

    Raises:
        IncidentNotFound.
    """
    with store.reading() as reading:
        found = reading.incident(incident)
        caller = reading.caller(found.caller) if found.caller is not None else None
        hidden = found.caller in restricted_callers(reading)
        return Story(found, caller, tuple(filter(shows, reading.versions(incident))), hidden)


def shows(version: Version) -> bool:
    """Tell whether a version shows: what only concerns care for the reporter is not for everybody to see."""
    if version.before is None:
        return True
    return replace(version.before, aftercare=None) != replace(version.after, aftercare=None)

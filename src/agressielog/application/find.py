"""Finds incidents again: by filter, by words, or one with its whole life."""

from collections.abc import Sequence
from dataclasses import dataclass

from agressielog.application.ports import IncidentFilter, Store, Version
from agressielog.domain.caller import Caller
from agressielog.domain.identity import IncidentId
from agressielog.domain.incident import Incident
from agressielog.domain.search_words import SearchWords


@dataclass(frozen=True, slots=True)
class Story:
    """An incident, whose it is, and every version it had."""

    incident: Incident
    caller: Caller | None
    versions: tuple[Version, ...]


def list_incidents(store: Store, wanted: IncidentFilter) -> Sequence[Incident]:
    """Return the incidents that pass every filter, the one that happened last first."""
    with store.reading() as reading:
        return reading.incidents(wanted)


def search(store: Store, words: SearchWords, limit: int) -> Sequence[Incident]:
    """Return the incidents that hold every word, recorded last first."""
    with store.reading() as reading:
        return reading.search(words, limit)


def story_of(store: Store, incident: IncidentId) -> Story:
    """Return one incident in full.

    Raises:
        IncidentNotFound.
    """
    with store.reading() as reading:
        found = reading.incident(incident)
        caller = reading.caller(found.caller) if found.caller is not None else None
        return Story(found, caller, tuple(reading.versions(incident)))

"""What differs between two versions of an incident, field by field, under the Dutch names of design 3.1."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TypeAlias

from agressielog.domain.identity import CallerId
from agressielog.domain.incident import IncidentFacts
from agressielog.domain.phone import PhoneNumber, Withheld
from agressielog.domain.policy import KindCode
from agressielog.domain.value import value

#: What a field of an incident can hold.
Value: TypeAlias = str | bool | datetime | date | int | PhoneNumber | Withheld | tuple[KindCode, ...] | None


@value
class Caller:
    """The caller a field names; its own class so that it is never printed as a bare number."""

    id: CallerId


@value
class Difference:
    """One field that changed: its Dutch name and both values."""

    field: str
    before: Value | Caller
    after: Value | Caller


_FIELDS: tuple[tuple[str, Callable[[IncidentFacts], Value | Caller]], ...] = (
    ("wanneer", lambda facts: facts.at),
    ("soort", lambda facts: facts.kinds),
    ("ernst", lambda facts: facts.severity.value),
    ("nummer", lambda facts: facts.number),
    ("beller", lambda facts: Caller(facts.caller) if facts.caller is not None else None),
    ("zekerheid", lambda facts: facts.certainty.value if facts.certainty is not None else None),
    ("kanaal", lambda facts: facts.channel.value),
    ("team", lambda facts: facts.team),
    ("onderwerp", lambda facts: facts.subject),
    ("melder", lambda facts: facts.reporter),
    ("wat", lambda facts: facts.account),
    ("citaat", lambda facts: facts.quote),
    ("gewaarschuwd", lambda facts: facts.warned),
    ("beëindigd", lambda facts: facts.ended),
    ("overgedragen", lambda facts: facts.handed_over),
    ("politie", lambda facts: facts.police),
    ("aangifte", lambda facts: facts.police_report.value),
    ("fout bij ons", lambda facts: facts.our_fault),
    ("niet toegezegd", lambda facts: facts.refused),
    ("wat hielp", lambda facts: facts.helped),
    ("excuses", lambda facts: facts.apologised_on),
    ("status", lambda facts: facts.status.value),
    ("onvolledig", lambda facts: facts.incomplete),
)


def differences(before: IncidentFacts, after: IncidentFacts) -> Sequence[Difference]:
    """Return the fields that differ, in the order in which an incident is told."""
    return [
        Difference(field, value(before), value(after))
        for field, value in _FIELDS
        if value(before) != value(after)
    ]

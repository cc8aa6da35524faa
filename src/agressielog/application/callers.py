"""People and their numbers: who is in the logbook, one of them in full, and putting right what is wrong."""

from collections.abc import Mapping, Sequence

from agressielog.application.errors import AlreadyMerged, CustomerNumberTaken
from agressielog.application.finding_callers import find_caller
from agressielog.application.ports.logbook import Reading, Store
from agressielog.application.ports.records import Deed, IncidentFilter
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField, field_values, with_fields
from agressielog.domain.identity import CallerId, looks_like_caller_code, parse_caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.text import fold
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty, Country


@value
class Found:
    """The caller that was meant; `asked` is the one that was named, where that was merged into it."""

    caller: Caller
    asked: CallerId | None = None


@value
class CallerLine:
    """One caller in a list, with the number of incidents that stand, sure and presumed."""

    caller: Caller
    incidents: int


@value
class CallerCard:
    """One caller in full.

    Attributes:
        found: who it is.
        incidents: all there are, the one that happened last first.
        merged: the callers that were merged into this one, lowest id first.
        splits_off: which of them a split would part again.
    """

    found: Found
    incidents: tuple[Incident, ...]
    merged: tuple[Caller, ...]
    splits_off: CallerId | None


@value
class Edited:
    """A caller before and after a correction, with the fields that changed; none means nothing was written."""

    before: Caller
    after: Caller
    changed: tuple[CallerField, ...]


@value
class NumberAdded:
    """A number that a caller has now.

    Attributes:
        before: the caller as it was.
        after: the caller as it is now, the same where it had the number, just as sure, already.
        number: which one.
        others: who has the number too, lowest id first.
    """

    before: Caller
    after: Caller
    number: PhoneNumber
    others: tuple[Caller, ...]


@value
class NumberRemoved:
    """A number that a caller has no longer; `incidents` of this caller keep it."""

    after: Caller
    number: PhoneNumber
    incidents: int


def find(reading: Reading, asked: str, country: Country) -> Found:
    """Return the caller that *asked* fits (design 3), following one that was merged.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    caller = find_caller(reading, asked, country)
    if looks_like_caller_code(asked) and (named := parse_caller_code(asked)) != caller.id:
        return Found(caller, named)
    return Found(caller)


def find_own(reading: Reading, asked: str, country: Country) -> Caller:
    """Return the caller that *asked* fits, for changing it: one that was merged is not followed.

    Who corrects B2 says something about B2. Written to the caller it became, it would replace what is known
    of that one, and stay there when the two are parted again.

    Raises:
        CallerNotFound, AmbiguousCaller.
        AlreadyMerged: it names the caller to change instead.
    """
    found = find(reading, asked, country)
    if found.asked is not None:
        raise AlreadyMerged(found.asked, found.caller.id)
    return found.caller


def caller_to_edit(store: Store, asked: str, country: Country) -> Caller:
    """Return the caller that `edit_caller` would change, for asking a person beforehand; errors as there."""
    with store.reading() as reading:
        return find_own(reading, asked, country)


def list_callers(store: Store, name_part: str | None = None) -> Sequence[CallerLine]:
    """Return everybody, or those with *name_part* in their name; most incidents first, then the newest.

    Case and accents in names do not matter.
    """
    with store.reading() as reading:
        counts = reading.incident_counts()
        wanted = fold(name_part or "")
        lines = [
            CallerLine(caller, counts.get(caller.id, 0))
            for caller in reading.callers()
            if wanted in fold(caller.name or "")
        ]
    return sorted(lines, key=lambda line: (-line.incidents, -line.caller.id))


def caller_card(store: Store, asked: str, country: Country) -> CallerCard:
    """Return everything that is known of one caller.

    Raises:
        CallerNotFound, AmbiguousCaller.
    """
    with store.reading() as reading:
        found = find(reading, asked, country)
        last = reading.last_merge(found.caller.id)
        return CallerCard(
            found=found,
            incidents=tuple(reading.incidents(IncidentFilter(caller=found.caller.id))),
            merged=tuple(reading.merged_into(found.caller.id)),
            splits_off=last.absorbed_before.id if last is not None else None,
        )


def edit_caller(
    store: Store, deed: Deed, asked: str, values: Mapping[CallerField, str | None], country: Country
) -> Edited:
    """Correct fields of a caller; a correction that changes nothing writes nothing.

    Args:
        store: the logbook.
        deed: who does this.
        asked: which caller.
        values: cleaned (`clean_field`); None empties a field, a field left out stays.
        country: whose numbers need no country code.

    Raises:
        CallerNotFound, AmbiguousCaller, AlreadyMerged.
        CustomerNumberTaken: somebody else has the customer number.
    """
    with store.writing(deed) as tx:
        caller = find_own(tx, asked, country)
        present = field_values(caller)
        changed = tuple(field for field in CallerField if field in values and values[field] != present[field])
        if not changed:
            return Edited(caller, caller, ())
        customer_number = values.get(CallerField.CUSTOMER_NUMBER)
        if CallerField.CUSTOMER_NUMBER in changed and customer_number is not None:
            for other in tx.callers_with_customer_number(customer_number):
                raise CustomerNumberTaken(customer_number, caller.id, other)
        tx.replace_caller(with_fields(caller, values))
        return Edited(caller, tx.caller(caller.id), changed)


def add_number(
    store: Store, deed: Deed, asked: str, number: PhoneNumber, *, certainty: Certainty, country: Country
) -> NumberAdded:
    """Give a caller a number, or make the one it has more or less sure; a known link keeps its day.

    Raises:
        CallerNotFound, AmbiguousCaller, AlreadyMerged.
    """
    with store.writing(deed) as tx:
        caller = find_own(tx, asked, country)
        link = caller.link_to(number)
        if link is None or link.certainty is not certainty:
            since = link.since if link is not None else local_day(deed.at)
            tx.link(caller.id, NumberLink(number, certainty, since))
        others = tuple(other for other in tx.callers_of(number) if other.id != caller.id)
        return NumberAdded(caller, tx.caller(caller.id), number, others)


def remove_number(
    store: Store, deed: Deed, asked: str, number: PhoneNumber, country: Country
) -> NumberRemoved:
    """Take a number from a caller; the incidents on it stay with the caller and keep the number.

    Raises:
        CallerNotFound, AmbiguousCaller, AlreadyMerged.
        NumberNotLinked.
    """
    with store.writing(deed) as tx:
        caller = find_own(tx, asked, country)
        tx.unlink(caller.id, number)
        left = tx.incidents(IncidentFilter(caller=caller.id, number=number))
        return NumberRemoved(tx.caller(caller.id), number, len(left))

"""The callers that an import knows of while it runs: those of the logbook and those of the register itself."""

from bisect import bisect, insort
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import islice
from typing import Protocol

from agressielog.application.errors import CallerNotFound
from agressielog.application.import_values import folded
from agressielog.application.ports.records import Trace
from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.identity import CallerId, caller_code
from agressielog.domain.incident import Incident
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import Candidate, Claim
from agressielog.domain.names import can_be_one_person, telling_words
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.span import Span
from agressielog.domain.staleness import is_stale
from agressielog.domain.ulid import Ulid
from agressielog.domain.vocabulary import Certainty

#: Whether two names can be one person's, remembered: the same ones meet in many rows.
one_person = lru_cache(maxsize=100_000)(can_be_one_person)


class KnownCallers(Protocol):
    """What an import asks of the logbook; `Reading` answers all of it."""

    def callers_of(self, number: PhoneNumber) -> Sequence[Caller]:
        """Return everybody linked to *number*."""
        ...

    def callers_with_customer_number(self, customer_number: str) -> Sequence[Caller]:
        """Return everybody with this customer number."""
        ...

    def callers_named(self, name: str) -> Sequence[Caller]:
        """Return everybody of this name."""
        ...

    def caller(self, caller: CallerId) -> Caller:
        """Return one caller."""
        ...

    def last_seen(self, number: PhoneNumber, caller: CallerId) -> datetime | None:
        """Return when this caller last rang from this number."""
        ...

    def incident_by_ulid(self, ulid: Ulid) -> Incident | None:
        """Return the incident with this identity."""
        ...

    def known_ulids(self, ulids: Sequence[Ulid]) -> frozenset[Ulid]:
        """Return those of *ulids* that are stored."""
        ...

    def incidents_at(self, moments: Sequence[datetime]) -> Sequence[Trace]:
        """Return a trace of every incident at one of these moments."""
        ...


class NoCallers:
    """A logbook that does not exist yet: it knows nobody."""

    def callers_of(self, number: PhoneNumber) -> Sequence[Caller]:  # noqa: ARG002 - the protocol's
        """Return nobody."""
        return ()

    def callers_with_customer_number(self, customer_number: str) -> Sequence[Caller]:  # noqa: ARG002
        """Return nobody."""
        return ()

    def callers_named(self, name: str) -> Sequence[Caller]:  # noqa: ARG002
        """Return nobody."""
        return ()

    def caller(self, caller: CallerId) -> Caller:
        """Raise; nobody gave out an id."""
        raise CallerNotFound(caller_code(caller))

    def last_seen(self, number: PhoneNumber, caller: CallerId) -> datetime | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def incident_by_ulid(self, ulid: Ulid) -> Incident | None:  # noqa: ARG002
        """Return nothing."""
        return None

    def known_ulids(self, ulids: Sequence[Ulid]) -> frozenset[Ulid]:  # noqa: ARG002
        """Return none."""
        return frozenset()

    def incidents_at(self, moments: Sequence[datetime]) -> Sequence[Trace]:  # noqa: ARG002
        """Return none."""
        return ()


class CallerBook:
    """Callers by number, customer number and name, with what the rows so far added to them.

    A caller that the register brings has a negative id until it is stored. Nothing is stored here. The
    numbers of a `Caller` from this book are those of the logbook; `links` has them all.
    """

    def __init__(self, known: KnownCallers, stale_after: Span) -> None:
        self._known = known
        self._stale_after = stale_after
        self._callers: dict[CallerId, Caller] = {}
        self._stored: dict[CallerId, Caller] = {}
        self._links: dict[CallerId, dict[PhoneNumber, NumberLink]] = {}
        self._on_number: dict[PhoneNumber, list[CallerId]] = {}
        self._with_customer_number: dict[str, list[CallerId]] = {}
        self._named: dict[str, list[CallerId]] = {}
        # Who is on a number, by the words of their names, and by what is known of them (name, customer number):
        # a switchboard can have twenty thousand callers, and every row asks for the few that matter to it.
        self._worded: dict[tuple[PhoneNumber, str], dict[CallerId, int]] = {}
        self._known_by: dict[tuple[PhoneNumber, bool, bool], dict[CallerId, int]] = {}
        # The days on which a caller was surely heard from a number, in order.
        self._heard: dict[tuple[CallerId, PhoneNumber], list[date]] = {}
        self._brought = 0

    def caller(self, caller: CallerId) -> Caller:
        """Return a caller as the rows so far make it."""
        return self._callers[caller]

    def links(self, caller: CallerId) -> Sequence[NumberLink]:
        """Return the numbers of a caller."""
        return tuple(self._links[caller].values())

    def is_changed(self, caller: CallerId) -> bool:
        """Whether the rows gave a caller of the logbook a name or customer number it lacked."""
        return caller in self._stored and self._stored[caller] != self._callers[caller]

    def changed_links(self, caller: CallerId) -> list[NumberLink]:
        """Return the links that the rows made, or made surer."""
        stored = self._stored[caller].numbers if caller in self._stored else ()
        return [link for link in self.links(caller) if link not in stored]

    def on_number(self, number: PhoneNumber) -> list[Caller]:
        """Return everybody linked to *number*, in the order in which they were."""
        return [self._callers[caller] for caller in self._ids_on(number)]

    def agreeing(self, number: PhoneNumber, name: str) -> list[Caller]:
        """Return who is on *number* under a name that can be *name*'s."""
        everybody = self._ids_on(number)
        words = telling_words(name)
        places: Iterable[int] = range(len(everybody))
        if words:
            found = (self._worded.get((number, word), {}).values() for word in (*words, ""))
            places = sorted({place for of_word in found for place in of_word})
        callers = (self._callers[everybody[place]] for place in places)
        return [c for c in callers if c.name is not None and one_person(name, c.name)]

    def representatives(
        self, number: PhoneNumber, customers: Iterable[Caller], without: Container[CallerId]
    ) -> list[Caller]:
        """Return those on *number* by whom a call is judged as by all of them, if no name agrees.

        These are *customers*, as far as they are on it, everybody of whom nothing is known, and two of each
        sort of the others: whether a call can be theirs depends on what is known of them, and on whether
        they are one, or more. Nobody is among them that *without* holds.
        """
        everybody = self._ids_on(number)
        places = set(self._places_of(number, named=False, numbered=False, without=without))
        for named, numbered in ((True, False), (True, True), (False, True)):
            of_sort = self._places_of(number, named=named, numbered=numbered, without=without)
            places.update(islice(of_sort, 2))
        for customer in customers:
            sort = customer.name is not None, customer.customer_number is not None
            place = self._known_by.get((number, *sort), {}).get(customer.id)
            if place is not None and customer.id not in without:
                places.add(place)
        return [self._callers[everybody[place]] for place in sorted(places)]

    def _places_of(
        self, number: PhoneNumber, *, named: bool, numbered: bool, without: Container[CallerId]
    ) -> Iterator[int]:
        for caller, place in self._known_by.get((number, named, numbered), {}).items():
            if caller not in without:
                yield place
            elif caller < 0:
                # Whom the rows brought stand last, and while anybody is left out all of them are.
                return

    def with_customer_number(self, customer_number: str) -> list[Caller]:
        """Return everybody with this customer number."""
        if customer_number not in self._with_customer_number:
            found = self._known.callers_with_customer_number(customer_number)
            self._with_customer_number[customer_number] = self._admitted(found)
        return [self._callers[caller] for caller in self._with_customer_number[customer_number]]

    def named(self, name: str) -> list[Caller]:
        """Return everybody of this name, case and accents aside."""
        if folded(name) not in self._named:
            self._named[folded(name)] = self._admitted(self._known.callers_named(name))
        return [self._callers[caller] for caller in self._named[folded(name)]]

    def candidate(self, caller: Caller, number: PhoneNumber, on: date) -> Candidate:
        """Return somebody linked to *number*; stale if not surely heard from it about day *on*."""
        return Candidate(
            caller, self._links[caller.id][number].certainty, not self._is_fresh(caller, number, on)
        )

    def admit(self, caller: Caller) -> Caller:
        """Take in a caller of the logbook; returns it as the rows so far make it."""
        self._admitted([caller])
        return self._callers[caller.id]

    def bring(self, claim: Claim, at: datetime) -> Caller:
        """Make a caller that the register brings, without its number."""
        self._brought += 1
        new = Caller(id=CallerId(-self._brought), created_at=at)
        self._callers[new.id] = new
        self._links[new.id] = {}
        return self._fill(new, claim)

    def learn(self, caller: Caller, certainty: Certainty, claim: Claim, on: date) -> None:
        """Link the number that was claimed on day *on*; one we are sure of keeps a name or customer number it lacked."""
        if certainty is Certainty.CERTAIN:
            self._fill(caller, claim)
        if claim.number is None:
            return
        links = self._links[caller.id]
        if claim.number not in links:
            everybody = self._ids_on(claim.number)
            everybody.append(caller.id)
            links[claim.number] = NumberLink(claim.number, certainty, on)
            self._list(self._callers[caller.id], claim.number, len(everybody) - 1)
        elif links[claim.number].certainty is Certainty.PRESUMED and certainty is Certainty.CERTAIN:
            links[claim.number] = NumberLink(claim.number, certainty, on)
        if certainty is Certainty.CERTAIN:
            insort(self._heard.setdefault((caller.id, claim.number), []), on)

    def _fill(self, caller: Caller, claim: Claim) -> Caller:
        known = self._callers[caller.id]
        filled = replace(
            known,
            name=known.name or claim.name,
            customer_number=known.customer_number or claim.customer_number,
        )
        self._callers[caller.id] = filled
        if filled != known:
            for number in self._links[caller.id]:
                place = self._unlist(known, number)
                if place is not None:
                    self._list(filled, number, place)
        if filled.name is not None and known.name is None:
            self.named(filled.name)
            self._named[folded(filled.name)].append(caller.id)
        if filled.customer_number is not None and known.customer_number is None:
            self.with_customer_number(filled.customer_number)
            self._with_customer_number[filled.customer_number].append(caller.id)
        return filled

    def _ids_on(self, number: PhoneNumber) -> list[CallerId]:
        if number not in self._on_number:
            self._on_number[number] = self._admitted(self._known.callers_of(number))
            for place, caller in enumerate(self._on_number[number]):
                self._list(self._callers[caller], number, place)
        return self._on_number[number]

    def _list(self, caller: Caller, number: PhoneNumber, place: int) -> None:
        """Note what somebody on *number* is found by there."""
        for word in _words(caller):
            self._worded.setdefault((number, word), {})[caller.id] = place
        sort = caller.name is not None, caller.customer_number is not None
        self._known_by.setdefault((number, *sort), {})[caller.id] = place

    def _unlist(self, caller: Caller, number: PhoneNumber) -> int | None:
        """Take back what `_list` noted; returns the place, None for a number that nobody asked for yet."""
        for word in _words(caller):
            self._worded.get((number, word), {}).pop(caller.id, None)
        sort = caller.name is not None, caller.customer_number is not None
        return self._known_by.get((number, *sort), {}).pop(caller.id, None)

    def _admitted(self, callers: Iterable[Caller]) -> list[CallerId]:
        ids = []
        for caller in callers:
            ids.append(caller.id)
            if caller.id in self._callers:
                continue
            self._callers[caller.id] = self._stored[caller.id] = caller
            self._links[caller.id] = {link.number: link for link in caller.numbers}
            for link in caller.numbers:
                seen = self._known.last_seen(link.number, caller.id)
                heard = {link.since, local_day(seen)} if seen is not None else {link.since}
                self._heard[caller.id, link.number] = sorted(heard)
        return ids

    def _is_fresh(self, caller: Caller, number: PhoneNumber, on: date) -> bool:
        heard = self._heard.get((caller.id, number), [])
        place = bisect(heard, on)
        return any(
            not is_stale(min(day, on), max(day, on), self._stale_after)
            for day in heard[max(0, place - 1) : place + 1]
        )


def _words(caller: Caller) -> tuple[str, ...]:
    """Return the words a caller's name is found by; "" for a name that can be everybody's."""
    return () if caller.name is None else telling_words(caller.name) or ("",)

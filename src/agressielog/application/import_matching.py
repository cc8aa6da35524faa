"""Gives the rows of a register their callers, by the rules of `add` (design 4.1), in whatever order they stand.

Nobody can be asked, so the rows that tell most go first: customer number, then number with name, number alone,
name alone; a longer name before a shorter one, a later call before an earlier. What is left in doubt accuses
nobody we know:

- Another name on a known number, or another customer number, is another caller who shares it.
- A number we do not know is somebody new, whatever the name: one "Jansen" must not get the calls of all.
- Where several people fit, the call goes to the one who is known by just that name (or lack of it), presumed,
  else to somebody new, presumed. Presumed incidents count for nothing until somebody confirms them.
- A number silent before and after a call, for so long that the policy calls it old, makes it presumed, unless
  the name agrees.

A row that brings its identity (an export of ours) says whose it is. Callers of an export are the same person
in the logbook if an incident of theirs is there already or what is known of them leaves no doubt, else new.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeAlias

from agressielog.application.import_callers import CallerBook, KnownCallers, one_person
from agressielog.application.import_row import ReadRow
from agressielog.application.import_values import folded
from agressielog.domain.caller import Caller
from agressielog.domain.identity import CallerId
from agressielog.domain.local_time import local_day
from agressielog.domain.matching import Candidate, Claim, Doubt, Doubtful, Known, New, Nobody, match
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.span import Span
from agressielog.domain.ulid import Ulid
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty

#: Whose a row is, and how sure that is; None for nobody we could find again.
Owner: TypeAlias = tuple[CallerId, Certainty] | None


@value
class Placement:
    """Whose every row is.

    Attributes:
        owners: one per row, in the order of the rows; a negative id is a caller still to be stored.
        book: the callers meant by those ids.
    """

    owners: tuple[Owner, ...]
    book: CallerBook

    @property
    def callers(self) -> tuple[CallerId, ...]:
        """Everybody who gets an incident, in the order of the rows."""
        return tuple(dict.fromkeys(owner[0] for owner in self.owners if owner is not None))


def place(
    rows: Sequence[ReadRow], groups: Mapping[str, CallerId], known: KnownCallers, stale_after: Span
) -> Placement:
    """Find out whose each row is.

    Args:
        rows: those that come in; the outcome does not depend on their order.
        groups: callers of the export, by their code there, whom the logbook knows from an earlier import.
        known: the logbook.
        stale_after: how long a number is silent before it may be another person's.
    """
    return _Placing(rows, groups, CallerBook(known, stale_after), known).place()


class _Placing:
    def __init__(
        self,
        rows: Sequence[ReadRow],
        groups: Mapping[str, CallerId],
        book: CallerBook,
        known: KnownCallers,
    ) -> None:
        self._rows = rows
        self._book = book
        self._owners: dict[Ulid, Owner] = {}
        self._groups = {code: self._book.admit(known.caller(caller)) for code, caller in groups.items()}
        # Two callers of one export stay two, so each is given to one of its groups only.
        self._taken = {caller.id for caller in self._groups.values()}
        self._several = _numbers_of_several(rows)
        self._by_name_alone: dict[str, Owner] = {}

    def place(self) -> Placement:
        self._place_groups()
        rest = [row for row in self._rows if row.group is None and not row.settled]
        for row in sorted(rest, key=_tells_most):
            self._owners[row.incident.ulid] = self._place_again(row)
        return Placement(tuple(self._owners.get(row.incident.ulid) for row in self._rows), self._book)

    def _place_groups(self) -> None:
        groups: dict[str, list[ReadRow]] = defaultdict(list)
        for row in self._rows:
            if row.group is not None:
                groups[row.group].append(row)
        for code in sorted(groups, key=lambda code: (len(code), code)):
            rows = sorted(groups[code], key=_tells_most)
            caller = self._groups.get(code) or self._caller_of_group(rows)
            self._groups[code] = caller
            self._taken.add(caller.id)
            for row in rows:
                certainty = (row.certainty or Certainty.PRESUMED) if row.settled else Certainty.CERTAIN
                self._book.learn(caller, certainty, _claim(row), local_day(row.incident.at))
                self._owners[row.incident.ulid] = (caller.id, certainty)

    def _caller_of_group(self, rows: Sequence[ReadRow]) -> Caller:
        """Find the caller of the logbook that a caller of the export is, or bring a new one.

        Two callers of one export stay two.
        """
        found: set[CallerId] = set()
        for row in rows:
            claim = _claim(row)
            outcome = match(
                claim,
                by_number=self._candidates(claim, row, self._taken),
                by_customer_number=[c for c in self._customers(claim) if c.id not in self._taken],
                by_name=[],
            )
            if isinstance(outcome, Known) and outcome.certainty is Certainty.CERTAIN:
                found.add(outcome.caller.id)
        if len(found) == 1:
            return self._book.caller(found.pop())
        named = next((row for row in rows if row.name is not None), rows[0])
        return self._book.bring(replace(_claim(named), number=None), named.incident.at)

    def _place_again(self, row: ReadRow) -> Owner:
        """Place a row; of those with nothing but a name, all go where the first one went.

        They come after all that tell more, so that nothing more is learned of anybody of that name.
        """
        if row.name is None or row.incident.phone is not None or row.customer_number is not None:
            return self._place_row(row)
        name = folded(row.name)
        if name not in self._by_name_alone:
            self._by_name_alone[name] = self._place_row(row)
        return self._by_name_alone[name]

    def _place_row(self, row: ReadRow) -> Owner:
        claim = _claim(row)
        outcome = match(
            claim,
            by_number=self._candidates(claim, row),
            by_customer_number=self._customers(claim),
            by_name=self._namesakes(claim),
        )
        match outcome:
            case Nobody():
                return None
            case Known(caller, certainty):
                pass
            case New(certainty):
                caller = self._book.bring(claim, row.incident.at)
            case _:
                caller, certainty = self._in_doubt(claim, outcome, row)
        self._book.learn(caller, certainty, claim, local_day(row.incident.at))
        return caller.id, certainty

    def _candidates(self, claim: Claim, row: ReadRow, without: Container[CallerId] = ()) -> list[Candidate]:
        """Return who may ring from the number; a name that agrees with some leaves out the others.

        Where the register has several people on one number, none of them is taken for somebody whose name
        we do not know.
        """
        number = claim.number
        if number is None:
            return []
        on = local_day(row.incident.at)
        if claim.name is not None:
            agreeing = self._book.agreeing(number, claim.name)
            if agreeing:
                free = (caller for caller in agreeing if caller.id not in without)
                return [replace(self._book.candidate(c, number, on), stale=False) for c in free]
        found = self._book.representatives(number, self._customers(claim), without)
        if claim.name is not None and number in self._several:
            found = [caller for caller in found if caller.name is not None]
        return [self._book.candidate(caller, number, on) for caller in found]

    def _customers(self, claim: Claim) -> list[Caller]:
        """Return who has the customer number; of several those whose name agrees, if any."""
        if claim.customer_number is None:
            return []
        found = self._book.with_customer_number(claim.customer_number)
        agreeing = [c for c in found if claim.name is not None and _agrees(claim.name, c)]
        return agreeing or found

    def _namesakes(self, claim: Claim) -> list[Caller]:
        """Return who has the name, where a name is all there is."""
        if claim.name is None or claim.number is not None or claim.customer_number is not None:
            return []
        return self._book.named(claim.name)

    def _in_doubt(self, claim: Claim, doubt: Doubtful, row: ReadRow) -> tuple[Caller, Certainty]:
        customers = self._customers(claim)
        if doubt.presumed is not None:
            return doubt.presumed, Certainty.PRESUMED
        if doubt.reason is Doubt.OTHER_NAME or (
            doubt.reason is Doubt.OTHER_CUSTOMER_NUMBER and not customers
        ):
            return self._book.bring(claim, row.incident.at), Certainty.CERTAIN
        if doubt.reason is Doubt.OTHER_CUSTOMER_NUMBER and not _contradicts(claim.name, customers[0]):
            # Somebody's own customer number, from somebody else's telephone.
            agrees = claim.name is not None and _agrees(claim.name, customers[0])
            return customers[0], Certainty.CERTAIN if agrees else Certainty.PRESUMED
        twin = next((c for c in doubt.choices if self._is_twin(c, claim)), None)
        return twin or self._book.bring(claim, row.incident.at), Certainty.PRESUMED

    def _is_twin(self, caller: Caller, claim: Claim) -> bool:
        """Whether no more is known of *caller* than the row says."""
        return (
            folded(caller.name or "") == folded(claim.name or "")
            and caller.customer_number == claim.customer_number
            and (claim.number is not None or not self._book.links(caller.id))
        )


def _claim(row: ReadRow) -> Claim:
    return Claim(number=row.incident.phone, name=row.name, customer_number=row.customer_number)


def _agrees(name: str, caller: Caller) -> bool:
    return caller.name is not None and one_person(name, caller.name)


def _contradicts(name: str | None, caller: Caller) -> bool:
    return name is not None and caller.name is not None and not one_person(name, caller.name)


def _tells_most(row: ReadRow) -> tuple[bool, bool, bool, int, str, str, str, float, str, Ulid]:
    name = folded(row.name or "")
    phone = row.incident.phone
    return (
        row.customer_number is None,
        phone is None,
        row.name is None,
        -len(name.split()),
        name,
        # Capitals sort before small letters, and the first spelling is kept.
        row.name or "",
        row.customer_number or "",
        -row.incident.at.timestamp(),
        phone.key if phone is not None else "",
        # The identity comes from the content, so that even equals have one order.
        row.incident.ulid,
    )


def _numbers_of_several(rows: Sequence[ReadRow]) -> frozenset[PhoneNumber]:
    """Return the numbers on which the register has names that cannot be one person's."""
    names: dict[PhoneNumber, set[str]] = defaultdict(set)
    for row in rows:
        if row.incident.phone is not None and row.name is not None:
            names[row.incident.phone].add(row.name)
    return frozenset(
        number
        for number, found in names.items()
        if any(not one_person(one, other) for one, other in combinations(sorted(found), 2))
    )

"""What joining two callers moves and fills, and what parting them gives back: the second undoes the first.

Between the two, people go on working. What was changed since the joining wins, and where it can no longer
be told whose a number is, both have it and the newcomer only `vermoedelijk`: the program never accuses
the wrong person, and never loses one either.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date

from agressielog.domain.caller import Caller, NumberLink
from agressielog.domain.caller_field import CallerField, field_values, with_fields
from agressielog.domain.phone import PhoneNumber
from agressielog.domain.value import value
from agressielog.domain.vocabulary import Certainty


@value
class Joining:
    """Two callers after a merge.

    Attributes:
        kept: with the numbers of both, and its empty fields filled.
        absorbed: without numbers, and pointing to `kept`.
        filled: the fields that `kept` got from the other.
        differing: the fields in which both had something else; `kept` keeps its own.
    """

    kept: Caller
    absorbed: Caller
    filled: tuple[CallerField, ...]
    differing: tuple[CallerField, ...]


@value(kw_only=True)
class Joined:
    """A merge as it happened: both callers before, and the kept one right after."""

    kept_before: Caller
    absorbed_before: Caller
    kept_after: Caller


@value
class Parting:
    """Two callers after a split.

    Attributes:
        kept: what the merge brought is gone, what came since is still there.
        restored: with its own numbers, and pointing nowhere.
        shared: numbers that one of the two had before the merge and both have now.
        lost: numbers of `restored` that were taken away since, and stay away.
        edited: fields filled by the merge and changed since, which stay as they are now.
        doubted: numbers that came with calls since, and are only presumed to be of `kept` now.
    """

    kept: Caller
    restored: Caller
    shared: tuple[PhoneNumber, ...]
    lost: tuple[PhoneNumber, ...]
    edited: tuple[CallerField, ...]
    doubted: tuple[PhoneNumber, ...]


def join(kept: Caller, absorbed: Caller) -> Joining:
    """Join *absorbed* into *kept*.

    A number of both keeps the surer certainty and the earlier day.
    """
    own, other = field_values(kept), field_values(absorbed)
    filled = {field: other[field] for field in CallerField if own[field] is None and other[field] is not None}
    differing = (
        field
        for field in CallerField
        if None not in (own[field], other[field]) and own[field] != other[field]
    )
    links = {link.number: link for link in kept.numbers}
    for link in absorbed.numbers:
        links[link.number] = _surer(links.get(link.number, link), link)
    return Joining(
        kept=replace(with_fields(kept, filled), numbers=tuple(links.values())),
        absorbed=replace(absorbed, numbers=(), merged_into=kept.id),
        filled=tuple(filled),
        differing=tuple(differing),
    )


def part(
    joined: Joined,
    kept: Caller,
    absorbed: Caller,
    *,
    called_kept: Mapping[PhoneNumber, date],
    called_restored: Mapping[PhoneNumber, date],
    called_since: AbstractSet[PhoneNumber],
) -> Parting:
    """Undo a merge.

    Args:
        joined: the merge.
        kept: as it is now.
        absorbed: as it is now.
        called_kept: the numbers on which incidents came since that stay with `kept`, each with the local
            day of the first; a number in it stays findable.
        called_restored: the same for incidents that go back to the other one.
        called_since: the numbers of calls that were recorded since, and that may have been either's.
    """
    own = {link.number for link in joined.absorbed_before.numbers}
    restored = [
        _given_back(link, now)
        for link in joined.absorbed_before.numbers
        if (now := kept.link_to(link.number))
    ]
    restored += [
        NumberLink(number, Certainty.PRESUMED, day)
        for number, day in called_restored.items()
        if number not in own and kept.link_to(number)
    ]
    staying = [link for now in kept.numbers if (link := _staying(joined, now, called_kept))]
    came = {link.number for link in kept.numbers if joined.kept_after.link_to(link.number) is None}
    doubted = [
        link for link in staying if link.number in came & called_since and link.certainty is Certainty.CERTAIN
    ]
    staying = [replace(link, certainty=Certainty.PRESUMED) if link in doubted else link for link in staying]
    shared_before = own & {link.number for link in joined.kept_before.numbers}
    shared_now = {link.number for link in restored} & {link.number for link in staying}
    values, edited = _fields_back(joined, kept)
    return Parting(
        kept=replace(with_fields(kept, values), numbers=tuple(staying)),
        restored=replace(absorbed, numbers=tuple(restored), merged_into=None),
        shared=tuple(link.number for link in staying if link.number in shared_now - shared_before),
        lost=tuple(link.number for link in joined.absorbed_before.numbers if not kept.link_to(link.number)),
        edited=edited,
        doubted=tuple(link.number for link in doubted),
    )


def _surer(one: NumberLink, other: NumberLink) -> NumberLink:
    certain = Certainty.CERTAIN in {one.certainty, other.certainty}
    return NumberLink(
        one.number, Certainty.CERTAIN if certain else Certainty.PRESUMED, min(one.since, other.since)
    )


def _given_back(before: NumberLink, now: NumberLink) -> NumberLink:
    """Return the link of the restored caller: as it was, but a doubt about the number holds for both."""
    return replace(before, certainty=Certainty.PRESUMED) if now.certainty is Certainty.PRESUMED else before


def _staying(joined: Joined, now: NumberLink, called: Mapping[PhoneNumber, date]) -> NumberLink | None:
    """Return the link that the kept caller keeps to the number of *now*; None if it was only the other's."""
    number = now.number
    after, before = joined.kept_after.link_to(number), joined.kept_before.link_to(number)
    if after is None or joined.absorbed_before.link_to(number) is None:
        return now
    if before is not None:
        return NumberLink(
            number,
            before.certainty if now.certainty is after.certainty else now.certainty,
            before.since if now.since == after.since else now.since,
        )
    if number in called or now != after:
        return NumberLink(number, Certainty.PRESUMED, called.get(number, now.since))
    return None


def _fields_back(
    joined: Joined, now: Caller
) -> tuple[dict[CallerField, str | None], tuple[CallerField, ...]]:
    """Return the values that the merge had filled and that go, and the fields that were changed since."""
    before, after, present = (field_values(caller) for caller in (joined.kept_before, joined.kept_after, now))
    filled = [field for field in CallerField if before[field] != after[field]]
    back = {field: before[field] for field in filled if present[field] == after[field]}
    return back, tuple(field for field in filled if field not in back)

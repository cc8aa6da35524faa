"""Whose details may not be shown, and looking all the same where the law leaves room for it (AVG art. 18).

Hidden is what is *shown* (`domain.curtain`); the rules of the policy go on counting, or a restriction would lift a
measure. Article 18, part 2, leaves room for a claim in law and for protecting others. That is why four kinds of
work ask for the details with a reason instead of being refused for ever: deciding about the caller (who decides
without the reasons decides blindly), a letter that tells the caller why, a report to the police, and putting a text
right. Each time is kept with its reason (`open_details`) and told the caller who asks to see the file. Not behind it
are: the letter that announces a review, which tells no reasons; `avg inzage`, which is the caller's own; and the
caller's own statement, given to be read. Dutch for it is `toch`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from agressielog.application.errors import IncidentNotFound, MeasureNotFound
from agressielog.application.finding_callers import current, everybody_in, find_caller
from agressielog.domain.curtain import Curtain
from agressielog.domain.errors import Refused
from agressielog.domain.identity import CallerId, IncidentId, MeasureId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from agressielog.application.ports.evidence import Image, Step
    from agressielog.application.ports.logbook import Reading, Store
    from agressielog.application.ports.records import Deed
    from agressielog.domain.vocabulary import Country

#: The command that such a look is kept with: it changes nothing, and is not what `undo` takes back.
OPENED = "toch bekeken"
# What tells which record a step is about; the rest of it goes from view.
_NAMES = frozenset({"beller", "incident", "maatregel", "nummer", "stap"})


class DetailsRestricted(Refused):
    """The caller asked that no details are shown."""

    caller: CallerId


def restricted_callers(reading: Reading) -> frozenset[CallerId]:
    """Return whose details may not be shown now, with everybody who is one person with them."""
    persons = {current(reading, running.caller).id for running in reading.running_restrictions()}
    return frozenset(one for person in persons for one in everybody_in(reading, person))


def curtain_of(reading: Reading) -> Curtain:
    """Return what hides their details."""
    return Curtain(restricted_callers(reading))


def restricted_now(store: Store) -> frozenset[CallerId]:
    """Return whose details may not be shown, of a logbook, for whoever shows what was read before."""
    with store.reading() as reading:
        return restricted_callers(reading)


def curtain_now(store: Store) -> Curtain:
    """Return what hides them, of a logbook."""
    return Curtain(restricted_now(store))


def whose(store: Store, incident: IncidentId) -> CallerId | None:
    """Return whose incident it is; raises `IncidentNotFound`."""
    with store.reading() as reading:
        return reading.incident(incident).caller


def found_caller(store: Store, asked: str, country: Country) -> CallerId:
    """Return which caller *asked* fits; raises `CallerNotFound`, `AmbiguousCaller`."""
    with store.reading() as reading:
        return find_caller(reading, asked, country).id


def open_details(store: Store, deed: Deed, caller: CallerId, reason: str) -> None:
    """Keep that somebody looks at the details of a caller all the same; nothing where they are in view.

    Args:
        store: the logbook.
        deed: who looks.
        caller: at whom.
        reason: what it is needed for.

    Raises:
        CallerNotFound.
    """
    from agressielog.domain.restriction import NewOpening  # noqa: PLC0415 - seldom needed

    with store.writing(deed) as tx:
        if caller in restricted_callers(tx):
            tx.add_opening(NewOpening(caller=caller, reason=reason, at=deed.at, by=deed.name))


def hidden_steps(reading: Reading, steps: Sequence[Step]) -> Sequence[Step]:
    """Return entries of the journal as they may be seen: who did what when, and not what was written."""
    curtain = curtain_of(reading)
    return (
        [_over(step) if _is_hidden(reading, curtain, step) else step for step in steps]
        if curtain.callers
        else steps
    )


def hidden_now(store: Store, steps: Sequence[Step]) -> Sequence[Step]:
    """Return the same of a logbook."""
    with store.reading() as reading:
        return hidden_steps(reading, steps)


def _over(step: Step) -> Step:
    before, after = (
        {name: value for name, value in image.items() if name in _NAMES} if image is not None else None
        for image in (step.before, step.after)
    )
    return replace(step, before=before, after=after, hidden=True)


def _is_hidden(reading: Reading, curtain: Curtain, step: Step) -> bool:
    """Tell whether an entry is, or was, about one of them."""
    images = [image for image in (step.before, step.after) if image is not None]
    if step.table in {"beller", "beller_nummer"}:
        # Who somebody is stays in view, also what it was before.
        return False
    return any(curtain.hides(caller) for image in images for caller in _callers(reading, image))


def _callers(reading: Reading, image: Image) -> Sequence[CallerId | None]:
    whose = image.get("beller")
    if isinstance(whose, int):
        return [CallerId(whose)]
    incident, measure = image.get("incident"), image.get("maatregel")
    try:
        if isinstance(incident, int):
            return [reading.incident(IncidentId(incident)).caller]
        if isinstance(measure, int):
            return [reading.decision(MeasureId(measure)).caller]
    except (IncidentNotFound, MeasureNotFound):
        # What it hung on was taken back; nobody knows any more whose it was.
        return list(curtain_of(reading).callers)
    return []
